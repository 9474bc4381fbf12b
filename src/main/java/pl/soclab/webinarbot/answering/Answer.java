package pl.soclab.webinarbot.answering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.SourceLine;
import pl.soclab.webinarbot.messaging.RichText;

/** What the bot says to a question. The kinds are those of the question files ({@link #kind()}). */
public sealed interface Answer {
  /** What is said, and what it is about. */
  Content content();

  /** As answer files spell it: {@code fact}, {@code passage} ... */
  default String kind() {
    return switch (this) {
      case FactAnswer ignored -> "fact";
      case PassageAnswer ignored -> "passage";
      case SmallTalk ignored -> "small_talk";
      case Clarification ignored -> "clarification";
      case NotKnown ignored -> "not_known";
      case OutOfScope ignored -> "out_of_scope";
    };
  }

  /**
   * What every answer has.
   *
   * @param text at most 600 characters, but for the card of an event
   * @param topics ids of the topics, the one asked for first; empty where none was recognised
   * @param eventId the event that it is about; null where it is about none
   * @param session start of the one session, of several, that it is about; null where it is about
   *     all of them
   * @param source where the first fact stands; null where nothing was taken from a file
   * @param suggestions what to offer next, best first; for a {@link Clarification} the choices
   */
  record Content(
      RichText text,
      List<String> topics,
      @Nullable String eventId,
      @Nullable Instant session,
      @Nullable SourceLine source,
      List<Suggestion> suggestions) {
    public Content {
      topics = List.copyOf(topics);
      suggestions = List.copyOf(suggestions);
    }
  }

  /** Facts of an event. */
  record FactAnswer(Content content) implements Answer {}

  /** A passage of a text, or a ready answer. */
  record PassageAnswer(Content content) implements Answer {}

  /** A greeting, thanks, who the bot is. */
  record SmallTalk(Content content) implements Answer {}

  /** Not understood, or more than one thing could be meant: asks back. */
  record Clarification(Content content) implements Answer {}

  /** On the subject, but the files do not say. */
  record NotKnown(Content content) implements Answer {}

  /** Not on the subject. */
  record OutOfScope(Content content) implements Answer {}
}
