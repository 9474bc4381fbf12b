package pl.soclab.webinarbot.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.ResourceFile;

/**
 * Which of the questions that residents always ask the files answer, so that a gap is seen before
 * the residents see it.
 *
 * @param answered the questions with an answer, most asked first
 * @param missing the questions without one, most asked first
 */
public record Coverage(List<String> answered, List<String> missing) {
  private static final List<Usual> USUAL = load();

  /** Topics that residents ask of an online meeting; in a hall none of them is a gap. */
  private static final Set<String> OF_ONLINE_MEETINGS =
      Set.of("link", "passcode", "meeting_id", "dial_in", "camera", "zoom_account", "stream");

  private static final List<FactKind> ONLINE_FACTS =
      List.of(FactKind.PLATFORM, FactKind.LINK, FactKind.MEETING_ID, FactKind.DIAL_IN);

  private static final Pattern ONLINE = Pattern.compile("online|on-line|zdaln|internet");

  private record Usual(String topic, String question) {}

  public Coverage {
    answered = List.copyOf(answered);
    missing = List.copyOf(missing);
  }

  /**
   * Asks all usual questions about an event. What is asked of online meetings alone comes last
   * among the missing ones where the event takes place in a hall.
   *
   * @param eventId null for what is answered without naming an event
   */
  public static Coverage of(Answerer answerer, @Nullable String eventId, Instant now) {
    var answered = new ArrayList<String>();
    var missing = new ArrayList<String>();
    var missingOnline = new ArrayList<String>();
    boolean inHall = isInHall(answerer.knowledge().event(eventId));
    for (Usual usual : USUAL) {
      boolean isOnline = inHall && OF_ONLINE_MEETINGS.contains(usual.topic());
      (isAnswered(answerer.answerAs(usual.topic(), usual.question(), eventId, now))
              ? answered
              : isOnline ? missingOnline : missing)
          .add(usual.question());
    }
    missing.addAll(missingOnline);
    return new Coverage(answered, missing);
  }

  private static boolean isInHall(@Nullable Event event) {
    if (event == null) {
      return false;
    }
    Fact place = event.fact(FactKind.PLACE);
    return place != null
        && ONLINE_FACTS.stream().noneMatch(kind -> event.fact(kind) != null)
        && !ONLINE.matcher(Folding.fold(place.value())).find();
  }

  private static boolean isAnswered(Answer answer) {
    return switch (answer) {
      case Answer.FactAnswer ignored -> true;
      case Answer.PassageAnswer ignored -> true;
      case Answer.SmallTalk ignored -> true;
      case Answer.Clarification ignored -> false;
      case Answer.NotKnown ignored -> false;
      case Answer.OutOfScope ignored -> false;
    };
  }

  private static List<Usual> load() {
    return ResourceFile.lines(Coverage.class, "usual-questions.txt").stream()
        .map(Coverage::usual)
        .toList();
  }

  private static Usual usual(String line) {
    int colon = line.indexOf(':');
    return new Usual(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
  }
}
