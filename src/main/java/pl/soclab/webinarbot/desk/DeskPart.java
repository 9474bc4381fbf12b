package pl.soclab.webinarbot.desk;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/**
 * One thing that organisers can do at the desk: its commands, its buttons, and the messages that it
 * waits for. Each command and each prefix belongs to one part. What a part was in the middle of
 * stands in the database, so a part has no state of its own; all of it may be done twice, as a turn
 * that broke off comes again.
 */
interface DeskPart {
  /** The commands that it takes. */
  default Set<DeskCommand.Name> commands() {
    return Set.of();
  }

  /** What one of its commands does. */
  default List<OutgoingMessage> command(DeskTurn turn, DeskCommand command) {
    throw new IllegalArgumentException("Not a command of this part: " + command.name());
  }

  /** What the data of its buttons begin with, colon included; no other part's begin so. */
  String prefix();

  /**
   * A press of one of its buttons.
   *
   * @param data all of the button's data; may be forged, or from an old message
   */
  List<OutgoingMessage> press(DeskTurn turn, String data);

  /**
   * A message that is neither a command nor a press: text, a file, something unreadable.
   *
   * @return null where the part does not wait for it
   */
  @Nullable List<OutgoingMessage> message(DeskTurn turn, IncomingMessage message);

  /**
   * The organiser turned to something else: what the part waited for it waits for no longer.
   *
   * @param to what the organiser turned to; no part took it
   * @return what the organiser is told of that; empty where the part waited for nothing
   */
  List<OutgoingMessage> leave(DeskTurn turn, IncomingMessage to);
}
