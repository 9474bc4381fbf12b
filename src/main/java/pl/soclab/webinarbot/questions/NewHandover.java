package pl.soclab.webinarbot.questions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * A question that is about to be handed over; the fields are those of {@link Handover}.
 *
 * @param thread null where it begins a talk
 * @param question null where the bot asks for it
 */
public record NewHandover(
    ChatId chat,
    String language,
    @Nullable String eventId,
    @Nullable Long thread,
    @Nullable ChatId addressee,
    @Nullable String question,
    Instant at) {

  /** Begins a talk with all organisers. */
  public static NewHandover first(
      ChatId chat,
      String language,
      @Nullable String eventId,
      @Nullable String question,
      Instant at) {
    return new NewHandover(chat, language, eventId, null, null, question, at);
  }

  /** The same without its text. */
  public NewHandover unwritten() {
    return new NewHandover(chat, language, eventId, thread, addressee, null, at);
  }

  /** The same question with another text. */
  public static NewHandover with(@Nullable String question, Handover former, Instant at) {
    Long thread = former.thread() == former.id() ? null : Long.valueOf(former.thread());
    return new NewHandover(
        former.chat(),
        former.language(),
        former.eventId(),
        thread,
        former.addressee(),
        question,
        at);
  }

  /** Asks more about what was answered. */
  public static NewHandover after(
      Handover answered, ChatId answeredBy, @Nullable String question, Instant at) {
    return new NewHandover(
        answered.chat(),
        answered.language(),
        answered.eventId(),
        answered.thread(),
        answeredBy,
        question,
        at);
  }
}
