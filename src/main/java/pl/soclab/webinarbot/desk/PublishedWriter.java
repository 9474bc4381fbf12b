package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.desk.EditPress.Action;
import pl.soclab.webinarbot.evaluation.Coverage;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.language.PolishDates;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.publishing.EventChange;
import pl.soclab.webinarbot.publishing.Proposal;
import pl.soclab.webinarbot.publishing.Uploads.Upload;
import pl.soclab.webinarbot.reminders.EventTimes;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Scope;
import pl.soclab.webinarbot.reminders.Subscriptions;

/** Says what is answered now that a file is published, and who should hear of it. */
final class PublishedWriter {
  private static final int MOST_QUESTIONS = 6;

  private final Supplier<Answerer> answerers;
  private final Subscriptions subscriptions;
  private final QuietHours quiet;

  PublishedWriter(Supplier<Answerer> answerers, Subscriptions subscriptions, QuietHours quiet) {
    this.answerers = answerers;
    this.subscriptions = subscriptions;
    this.quiet = quiet;
  }

  /** What is answered about an event now; null for none. */
  @Nullable Coverage coverage(@Nullable Event event, Instant now) {
    return event == null ? null : Coverage.of(answerers.get(), event.id(), now);
  }

  /**
   * The message.
   *
   * @param before what was answered before; null where nobody knows
   */
  List<OutgoingMessage> write(
      DeskTurn turn, Upload upload, Proposal proposal, @Nullable Coverage before) {
    var text = new StringJoiner("\n");
    String key = proposal.content() == null ? "published.removed" : "published.done";
    text.add(DeskPhrases.get(key, proposal.file()));
    Event event = proposal.event();
    var buttons = new ArrayList<Button>();
    if (event != null) {
      answered(text, coverage(event, turn.now()), before);
      times(text, proposal.formerEvent(), event, turn.now());
      tell(text, buttons, upload, event);
    }
    return turn.say(text.toString(), buttons);
  }

  private static void answered(
      StringJoiner text, @Nullable Coverage now, @Nullable Coverage before) {
    if (now == null) {
      return;
    }
    int all = now.answered().size() + now.missing().size();
    text.add("\n" + DeskPhrases.get("published.answered", now.answered().size(), all));
    if (before != null) {
      List<String> come = now.answered().stream().filter(before.missing()::contains).toList();
      List<String> gone = now.missing().stream().filter(before.answered()::contains).toList();
      questions(text, "published.answered.new", come);
      questions(text, "published.answered.lost", gone);
    }
    questions(text, "published.missing", now.missing());
  }

  private static void questions(StringJoiner text, String key, List<String> questions) {
    if (questions.isEmpty()) {
      return;
    }
    String shown = String.join("; ", questions.stream().limit(MOST_QUESTIONS).toList());
    int left = questions.size() - MOST_QUESTIONS;
    text.add(DeskPhrases.get(key, left > 0 ? DeskPhrases.get("and_more", shown, left) : shown));
  }

  /** Who hears of the new times by itself ({@code reminders.Changes}). */
  private void times(StringJoiner text, @Nullable Event former, Event event, Instant now) {
    boolean isToldByItself =
        former != null
            && former.id().equals(event.id())
            && EventTimes.of(event).differsFrom(EventTimes.of(former), now);
    long count = subscriptions.count(event.id(), Set.of(Scope.values()));
    if (!isToldByItself || count == 0) {
      return;
    }
    Instant night = quiet.endAfter(now, event.zone());
    String people = DeskPhrases.people(count);
    text.add(
        "\n"
            + (night.isAfter(now)
                ? DeskPhrases.get(
                    "published.told.morning",
                    people,
                    PolishDates.hour(night.atZone(event.zone()).toLocalTime()))
                : DeskPhrases.get("published.told", people)));
  }

  private void tell(StringJoiner text, List<Button> buttons, Upload upload, Event event) {
    long count = subscriptions.count(event.id(), NewBroadcast.MESSAGE_SCOPES);
    String notice = upload.notice();
    if (notice == null || count == 0) {
      return;
    }
    text.add("\n" + DeskPhrases.get("published.untold", Excerpt.of(notice)));
    buttons.add(
        EditPress.button(
            DeskPhrases.get("published.button.tell", DeskPhrases.toPeople(count)),
            Action.TELL,
            upload.id()));
  }

  /** What residents may want to hear, and nobody tells them by itself. */
  private static List<EventChange> untold(Proposal proposal) {
    return proposal.changes().stream()
        .filter(change -> change.kind() != null && change.after() != null)
        .toList();
  }

  /** A text that an organiser may send to those who subscribed; null where there is no news. */
  @Nullable String notice(Proposal proposal) {
    List<EventChange> changes = untold(proposal);
    Event event = proposal.event();
    if (changes.isEmpty() || event == null) {
      return null;
    }
    var text = new StringJoiner("\n");
    if (changes.size() > 1) {
      text.add(DeskPhrases.get("notice.several"));
    }
    changes.forEach(change -> text.add(notice(change)));
    return text.length() > DraftPreview.LONGEST ? null : text.toString();
  }

  private static String notice(EventChange change) {
    String now = Objects.requireNonNullElse(change.after(), "");
    String key = change.before() == null ? "notice.added" : "notice." + change.kind();
    return DeskPhrases.get(DeskPhrases.has(key) ? key : "notice.changed", change.name(), now);
  }
}
