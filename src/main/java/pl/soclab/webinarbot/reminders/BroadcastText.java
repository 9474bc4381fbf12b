package pl.soclab.webinarbot.reminders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/** Writes a broadcast's message from what the files say at the moment of sending. */
public interface BroadcastText {
  /**
   * The message to one chat.
   *
   * @param language ISO 639-1
   * @param knowledge the newest snapshot
   * @return null where nothing true can be said any more, as when the event's file is gone
   */
  @Nullable OutgoingMessage write(
      Broadcast broadcast, ChatId chat, String language, Knowledge knowledge, Instant now);
}
