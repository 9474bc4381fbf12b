package pl.soclab.webinarbot.answering;

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
   */
  public record Thread(List<String> topics, @Nullable String eventId) {
    public Thread {
      topics = List.copyOf(topics);
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
