package pl.soclab.webinarbot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.BroadcastText;

/**
 * Has each kind of broadcast written where it belongs.
 *
 * @param subscribers what goes to those who subscribed, and plain reports
 * @param named what goes to residents who were named one by one
 * @param organisers what organisers are asked
 */
record BroadcastTexts(BroadcastText subscribers, BroadcastText named, BroadcastText organisers)
    implements BroadcastText {
  @Override
  public @Nullable OutgoingMessage write(
      Broadcast broadcast, ChatId chat, String language, Knowledge knowledge, Instant now) {
    BroadcastText writer =
        switch (broadcast.kind()) {
          case CHANGE, REMINDER, REPORT, ANSWER, MESSAGE -> subscribers;
          case REPLY, CORRECTION -> named;
          case QUESTION, PROPOSAL -> organisers;
        };
    return writer.write(broadcast, chat, language, knowledge, now);
  }
}
