package pl.soclab.webinarbot.conversation;

import java.util.List;

/** The commands that are offered: in Telegram's menu and in the help. */
public final class CommandMenu {
  /** Bot API, {@code BotCommand.command}: no Polish letters. */
  private static final List<String> NAMES =
      List.of(
          "kiedy",
          "link",
          "tlumaczenie",
          "organizatorzy",
          "wydarzenia",
          "kalendarz",
          "przypomnij",
          "stop",
          "pomoc",
          "prywatnosc",
          "moje_dane",
          "usun_dane");

  private CommandMenu() {}

  /** The menu with Polish descriptions, what is asked for most first. */
  public static List<MenuCommand> commands() {
    return commands(Phrases.in(ReplyLanguage.POLISH));
  }

  static List<MenuCommand> commands(Phrases phrases) {
    return NAMES.stream().map(name -> new MenuCommand(name, phrases.get("menu." + name))).toList();
  }
}
