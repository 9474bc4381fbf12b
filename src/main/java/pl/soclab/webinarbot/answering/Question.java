package pl.soclab.webinarbot.answering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resident typed.
 *
 * @param text as typed
 * @param thread what was talked about just before; {@link Thread#none()} for a fresh start
 */
public record Question(String text, Thread thread) {
  /**
   * What a follow-up ("a link?", "a gdzie?") leans on.
   *
   * @param topics ids of the topics of the previous answer
   * @param eventId the event of the previous answer; null where none was meant
   * @param session start of the one session, of several, that the previous answer was about; null
   *     where it was about all of them
   */
  public record Thread(List<String> topics, @Nullable String eventId, @Nullable Instant session) {
    public Thread {
      topics = List.copyOf(topics);
    }

    /** A thread about no session in particular. */
    public Thread(List<String> topics, @Nullable String eventId) {
      this(topics, eventId, null);
    }

    /** What a follow-up to that answer leans on. */
    public static Thread after(Answer answer) {
      Answer.Content content = answer.content();
      return new Thread(content.topics(), content.eventId(), content.session());
    }

    /** Nothing was talked about. */
    public static Thread none() {
      return new Thread(List.of(), null);
    }
  }

  /** A question that leans on nothing. */
  public static Question of(String text) {
    return new Question(text, Thread.none());
  }
}
