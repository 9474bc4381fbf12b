package pl.soclab.webinarbot.conversation;

import java.util.List;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/** What is known of a message from a chat that writes faster than it can be answered. */
public interface Flood {
  /**
   * Whether the message ends all messages to its chat and nothing else ({@code /stop}, "nie pisz do
   * mnie"). It is obeyed however much was written before it.
   */
  boolean endsMessages(IncomingMessage message);

  /** Whether more is heard from that private chat than from others. */
  boolean isPatientWith(ChatId privateChat);

  /** The one reply to all that is not heard. */
  List<OutgoingMessage> notice(IncomingMessage message);
}
