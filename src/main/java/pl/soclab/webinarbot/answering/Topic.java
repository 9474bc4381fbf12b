package pl.soclab.webinarbot.answering;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.FactKind;

/**
 * Something residents ask for, as {@code topics.yaml} describes it.
 *
 * @param id e.g. {@code recording}
 * @param facts the facts that answer it, best first; one of them is enough
 * @param also facts worth saying along with them
 * @param evidence what a sentence must hold to count as an answer, one of these; empty where no
 *     sentence can
 * @param own whether only the event's own text can answer it: how long a project takes says nothing
 *     of how long an event does
 * @param textFirst whether a sentence tells more than the facts
 * @param number whether a sentence must hold a number to count as an answer
 * @param help whether general help may answer it where the organisers say nothing
 * @param yesNo whether a fact of this kind answers "czy będzie ...?" with yes, or with no where it
 *     says so
 * @param people whether it asks for people, who have names
 * @param names folded lemmas of names that a resident may take for the right one
 * @param next ids of topics offered as buttons
 * @param talk the message that answers it; null for topics about an event
 * @param outOfScope whether it is no business of the bot's
 */
record Topic(
    String id,
    List<FactKind> facts,
    List<FactKind> also,
    List<Evidence> evidence,
    boolean own,
    boolean textFirst,
    boolean number,
    boolean help,
    boolean yesNo,
    boolean people,
    Set<String> names,
    List<String> next,
    @Nullable String talk,
    boolean outOfScope) {

  /** Whether the topic is about an event, and not about the bot or the world. */
  boolean isAboutEvent() {
    return talk == null && !outOfScope;
  }

  /**
   * Whether people who asked for this one often ask for the other one next, or the other way round.
   */
  boolean isNextTo(Topic other) {
    return next.contains(other.id)
        || other.next.contains(id)
        || facts.stream().anyMatch(other.also::contains)
        || other.facts.stream().anyMatch(also::contains);
  }
}
