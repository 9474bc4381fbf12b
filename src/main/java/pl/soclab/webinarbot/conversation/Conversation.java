package pl.soclab.webinarbot.conversation;

import java.util.List;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/**
 * Turns what came from a chat into what goes back. Turns of one chat come one after another, those
 * of different chats at once.
 */
@FunctionalInterface
public interface Conversation {
  /**
   * Handles one turn.
   *
   * @return the reply, in order; empty where silence is right
   */
  List<OutgoingMessage> handle(IncomingMessage message);
}
