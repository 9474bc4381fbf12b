package pl.soclab.webinarbot.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import pl.soclab.webinarbot.conversation.CommandMenu;
import pl.soclab.webinarbot.conversation.MenuCommand;

/** The commands that organisers are offered. */
public final class DeskMenu {
  private DeskMenu() {}

  /** Their own first, then those of residents. */
  public static List<MenuCommand> commands() {
    var commands = new ArrayList<>(own());
    commands.addAll(CommandMenu.commands());
    return commands;
  }

  private static List<MenuCommand> own() {
    var commands = new ArrayList<MenuCommand>();
    for (DeskCommand.Name name : DeskCommand.Name.values()) {
      commands.add(new MenuCommand(name.typed(), DeskPhrases.get("menu." + name.typed())));
    }
    return commands;
  }

  /** What stands under the residents' help. */
  static String help() {
    var lines = new StringJoiner("\n");
    lines.add(DeskPhrases.get("help"));
    own().forEach(command -> lines.add("/" + command.name() + " – " + command.description()));
    return lines.toString();
  }
}
