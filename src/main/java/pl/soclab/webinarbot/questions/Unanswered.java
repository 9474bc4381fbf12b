package pl.soclab.webinarbot.questions;

import org.jspecify.annotations.Nullable;

/**
 * A question that got no answer, as it may be kept: without who asked. It can be made only of a
 * text that was masked, so nothing else reaches a store.
 */
public final class Unanswered {
  private final String text;
  private final @Nullable String topic;
  private final @Nullable String eventId;

  private Unanswered(String text, @Nullable String topic, @Nullable String eventId) {
    this.text = text;
    this.topic = topic;
    this.eventId = eventId;
  }

  /**
   * What may be kept of a question.
   *
   * @param typed as the resident typed it
   * @param topic the id of the topic that was recognised; null for none, or more than one
   * @param eventId the event that was meant; null for none
   * @return null where nothing is left that an organiser could answer, as of "no i?" or of a phone
   *     number
   */
  public static @Nullable Unanswered of(
      String typed, @Nullable String topic, @Nullable String eventId) {
    String text = Masking.mask(typed);
    boolean saysNothing = topic == null && Meaning.of(text).isEmpty();
    return text.isEmpty() || saysNothing ? null : new Unanswered(text, topic, eventId);
  }

  /** Masked, in one line, 1 to {@value Masking#LONGEST} characters. */
  public String text() {
    return text;
  }

  /** The id of its topic; null for none. */
  public @Nullable String topic() {
    return topic;
  }

  /** Null for none. */
  public @Nullable String eventId() {
    return eventId;
  }
}
