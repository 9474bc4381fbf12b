package pl.soclab.webinarbot.desk;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.FactSheet;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.language.PolishDates;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.Correction;
import pl.soclab.webinarbot.questions.Corrections;
import pl.soclab.webinarbot.reminders.EventTimes;

/** Asks organisers whether those who know a fact as it was are to be told. */
record CorrectionProposal(Corrections corrections, CorrectionReach reach) {
  /** The proposal as it stands now: nothing to press where there is nothing to decide any more. */
  OutgoingMessage write(long number, DeskTurn turn) {
    Correction correction = corrections.find(number);
    Event event = correction == null ? null : turn.knowledge().event(correction.eventId());
    if (correction == null || event == null) {
      return turn.message(DeskPhrases.get("correction.gone"), List.of());
    }
    FactSheet former = FactSheet.parse(correction.former());
    int people = reach.of(former, event, correction.changedAt(), turn.now()).size();
    if (people == 0 || correction.state() != Correction.State.PROPOSED) {
      return turn.message(DeskPhrases.get("proposal.over", event.title()), List.of());
    }
    String text =
        DeskPhrases.get(
            "proposal", event.title(), lines(former, event), DeskPhrases.counted("got", people));
    String yes = DeskPhrases.get("proposal.button.yes", DeskPhrases.counted("whom", people));
    return turn.message(
        text,
        List.of(
            new Button(yes, CorrectionPart.PREFIX + "y:" + number),
            new Button(
                DeskPhrases.get("proposal.button.no"), CorrectionPart.PREFIX + "n:" + number)));
  }

  private static String lines(FactSheet former, Event event) {
    FactSheet present = FactSheet.of(event);
    var lines = new StringJoiner("\n");
    keys(former)
        .forEach(
            key ->
                lines.add(
                    DeskPhrases.get(
                        "proposal.line",
                        name(key),
                        value(key, former.values().get(key)),
                        value(key, present.values().get(key)))));
    return lines.toString();
  }

  /** The date before everything else, as people read it. */
  private static Stream<String> keys(FactSheet sheet) {
    return sheet.values().keySet().stream()
        .sorted(Comparator.comparing(key -> !key.equals(FactSheet.TIMES)));
  }

  /** "hasło", as the file spells it. */
  private static String name(String key) {
    return switch (key) {
      case FactSheet.TIMES -> DeskPhrases.get("proposal.times");
      case FactSheet.ENDS -> DeskPhrases.get("proposal.ends");
      default -> FactKind.valueOf(key).key();
    };
  }

  private static String value(String key, @Nullable String value) {
    if (value == null) {
      return DeskPhrases.get("proposal.none");
    }
    return switch (key) {
      case FactSheet.TIMES -> times(EventTimes.parse(value));
      case FactSheet.ENDS ->
          Arrays.stream(value.split(" ", -1))
              .map(LocalDateTime::parse)
              .map(end -> PolishDates.dayAndMonth(end.toLocalDate()) + ", " + hour(end))
              .collect(Collectors.joining("; "));
      default -> Excerpt.of(value);
    };
  }

  private static String hour(LocalDateTime moment) {
    return PolishDates.hour(moment.toLocalTime());
  }

  private static String times(EventTimes times) {
    String starts =
        times.starts().stream()
            .map(
                start ->
                    PolishDates.dayAndMonth(start.date())
                        + (start.time() == null ? "" : ", " + PolishDates.hour(start.time())))
            .collect(Collectors.joining("; "));
    return switch (times.status()) {
      case PLANNED -> starts;
      case CANCELLED -> starts + " (" + DeskPhrases.get("proposal.cancelled") + ")";
      case MOVED -> starts + " (" + DeskPhrases.get("proposal.moved") + ")";
    };
  }
}
