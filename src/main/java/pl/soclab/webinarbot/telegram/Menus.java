package pl.soclab.webinarbot.telegram;

import java.util.List;
import java.util.function.Supplier;
import pl.soclab.webinarbot.conversation.MenuCommand;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * The commands that Telegram shows beside the text field.
 *
 * @param everywhere for everybody, in order; empty for none
 * @param special the chats that are shown others, each from the time when it has written to the
 *     bot; asked at each start
 * @param inSpecial what they are shown, in order
 */
public record Menus(
    List<MenuCommand> everywhere, Supplier<List<ChatId>> special, List<MenuCommand> inSpecial) {
  public Menus {
    everywhere = List.copyOf(everywhere);
    inSpecial = List.copyOf(inSpecial);
  }

  /** The same for all. */
  public static Menus of(List<MenuCommand> everywhere) {
    return new Menus(everywhere, List::of, List.of());
  }
}
