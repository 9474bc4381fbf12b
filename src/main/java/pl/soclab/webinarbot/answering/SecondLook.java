package pl.soclab.webinarbot.answering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Understanding.Result;
import pl.soclab.webinarbot.knowledge.Event;

/**
 * A second look at what was understood, in the light of the event and of what was talked about: a
 * classifier knows neither the sessions' days and places nor the title, and cannot tell "a do
 * kiedy?" after a certificate from the same words after a registration.
 */
final class SecondLook {
  /** Longer follow-ups say themselves until when of what. */
  private static final int LONGEST_UNTIL = 5;

  /** Longer talk asks something. */
  private static final int FEWEST_WORDS = 3;

  /** What "a kiedy?" and "a jak długo?" look like. */
  private static final Set<String> OF_WHEN =
      Set.of("time", "duration", "registration_deadline", "survey_results", "place");

  private static final Set<String> TIME_OR_PLACE =
      Set.of(
          "time", "place", "office_hours", "session_choice", "duration", "programme", "event_card");

  private static final Set<String> WHERE = Set.of("gdzie", "where", "де");

  private final Topics topics;
  private final PassageFinder passages;

  SecondLook(Topics topics, PassageFinder passages) {
    this.topics = topics;
    this.passages = passages;
  }

  /** What was understood, or what was meant instead. */
  Result at(
      Result understood, Asked asked, Question.Thread thread, @Nullable Event event, Instant now) {
    boolean hasTime = event != null && !event.sessions().isEmpty();
    if (event != null && asksWhere(asked, event)) {
      return new Result.Asked(List.of(topics.get("place")), Answerer.SURE, Set.of());
    }
    Result timed = hasTime && event != null ? orTime(understood, asked, event, now) : understood;
    return ofThread(ofDeadline(timed, asked, thread), asked, thread, event);
  }

  /**
   * A question that names a day, an hour or one of several sessions is about the time, unless its
   * topic is clear: "koleżanka mówi, że o 19?", "a na dworcu?".
   */
  private Result orTime(Result understood, Asked asked, Event event, Instant now) {
    double confidence = understood instanceof Result.Asked known ? known.confidence() : 0;
    boolean asksOfOther = confidence >= Answerer.DOUBTFUL && !isOfTimeOrPlace(understood);
    // "Kiedy odbierają gabaryty na Sadowej?" is about something else, though a session is there.
    if (understood instanceof Result.Asked
        && !asksFor("time", understood)
        && passages.namesUnknownThing(topics.get("time"), asked, event)) {
      return understood;
    }
    if (asksThere(asked, event) && !asksOfOther) {
      return time(Answerer.SURE);
    }
    var mentions = TimeMentions.of(asked, LocalDate.ofInstant(now, event.zone()));
    boolean namesSession = namesSession(asked, event, mentions);
    // "Kiedy dyżur w urzędzie?" asks for the session there and not when the office is open.
    boolean isElsewhere =
        asksFor("office_hours", understood)
            && (SessionAnswers.namesSession(event, asked)
                || namesSession && !passages.namesThing(asked));
    // "Czemu to robicie w środę?" takes a day for granted that has to be put right.
    boolean takesForGranted = mentions.nameTime() && Confirmation.takesForGranted(asked);
    if (confidence >= Answerer.DOUBTFUL
        && !isElsewhere
        && !takesForGranted
        && !isTalk(understood, asked)) {
      return understood;
    }
    boolean aboutEvent =
        understood instanceof Result.Asked known && known.topics().getFirst().isAboutEvent();
    boolean isOnDays = asksFor("session_choice", understood) && mentions.nameTime();
    namesSession &= isElsewhere || isOnDays || !(aboutEvent && confidence >= Answerer.PROBABLE);
    boolean namesTime =
        mentions.nameTime()
            && Confirmation.canBeConfirmed(asked)
            && asked.words().size() <= Answerer.LONGEST_CONFIRMED;
    return namesTime || takesForGranted || namesSession || asksWhen(understood, asked, event)
        ? time(Answerer.DOUBTFUL)
        : understood;
  }

  /** "Gdzie zaparkuję pod szkołą?" is not answered by the session at the school. */
  private static boolean isOfTimeOrPlace(Result understood) {
    return understood instanceof Result.Asked known
        && TIME_OR_PLACE.contains(known.topics().getFirst().id());
  }

  private Result time(double confidence) {
    return new Result.Asked(List.of(topics.get("time")), confidence, Set.of());
  }

  /** "Kiedy stoisko będzie w Kamionce?" is about Kamionka, whatever a stall has to do with it. */
  private static boolean asksThere(Asked asked, Event event) {
    return event.sessions().size() > 1
        && SessionAnswers.namesSession(event, asked)
        && (ExpectedAnswer.asksForTime(asked)
            || asked.words().stream().anyMatch(word -> WHERE.contains(word.folded())));
  }

  private static boolean namesSession(Asked asked, Event event, TimeMentions mentions) {
    boolean isNumbered =
        NumberedSession.of(asked) != 0
            && asked.words().size() <= Answerer.LONGEST_CONFIRMED
            && event.sessions().size() > 1;
    return isNumbered
        || SessionAnswers.namesSession(event, asked)
        || SessionAnswers.namesDayOfSession(event, mentions);
  }

  /** "Gdzie jest bieg niepodległości?", where the event is called so. */
  private boolean asksWhere(Asked asked, Event event) {
    return asked.words().size() > 1
        && WHERE.contains(asked.words().getFirst().folded())
        && passages.namesTitle(asked, event)
        && passages.isTitleAlone(asked, event);
  }

  /** "Kiedy święto ulicy?" says nothing but what the event is called. */
  private boolean asksWhen(Result understood, Asked asked, Event event) {
    return ExpectedAnswer.asksForTime(asked)
        && !asksFor("registration_deadline", understood)
        && !asksFor("duration", understood)
        && passages.isTitleAlone(asked, event);
  }

  /** A greeting or the world, of which a question may still be the event's. */
  private static boolean isTalk(Result understood, Asked asked) {
    return understood instanceof Result.Asked known
        && !known.topics().getFirst().isAboutEvent()
        && asked.words().size() >= FEWEST_WORDS
        && (ExpectedAnswer.asksForTime(asked) || asked.words().size() <= LONGEST_UNTIL);
  }

  private static boolean asksFor(String topicId, Result understood) {
    return understood instanceof Result.Asked known
        && known.topics().getFirst().id().equals(topicId);
  }

  /**
   * "Czy będą zaświadczenia?", then "a do kiedy je wyślecie?": still the certificate, where what
   * the organisers wrote of it says when. Who names the event again asks about that.
   */
  private Result ofThread(
      Result understood, Asked asked, Question.Thread thread, @Nullable Event event) {
    Topic before = thread.topics().isEmpty() ? null : topics.find(thread.topics().getFirst());
    boolean asksOfIt =
        event != null
            && before != null
            && TopicAnswerer.SENT_LATER.contains(before.id())
            && asked.words().size() <= Answerer.LONGEST_CONFIRMED
            && understood instanceof Result.Asked known
            && OF_WHEN.contains(known.topics().getFirst().id())
            && asked.lemmas().stream().noneMatch(EventParts.EVENT::contains);
    if (!asksOfIt || event == null || before == null) {
      return understood;
    }
    boolean says =
        before.facts().stream()
            .map(event::fact)
            .filter(Objects::nonNull)
            .anyMatch(
                fact -> TopicAnswerer.SAYS_WHEN.matcher(FactWriter.joined(fact.values())).find());
    return says ? new Result.Asked(List.of(before), Answerer.SURE, Set.of()) : understood;
  }

  /** "Do kiedy zapisy?", then "a do której godziny?": still the deadline. */
  private Result ofDeadline(Result understood, Asked asked, Question.Thread thread) {
    boolean wasDeadline =
        thread.topics().stream()
            .anyMatch(id -> id.equals("registration_deadline") || id.equals("registration"));
    boolean asksUntil =
        asked.words().size() <= LONGEST_UNTIL
            && asked.words().stream().anyMatch(word -> word.folded().equals("do"))
            && ExpectedAnswer.asksForTime(asked)
            && passages.isOfTimeAlone(asked);
    return wasDeadline && asksUntil
        ? new Result.Asked(List.of(topics.get("registration_deadline")), Answerer.SURE, Set.of())
        : understood;
  }
}
