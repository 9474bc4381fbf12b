package pl.soclab.webinarbot.preview;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bot's commands, by scope and language ({@code BotCommandScope} of the Bot API). */
final class CommandMenu {
  private static final int MOST_COMMANDS = 100;

  private record Key(String scope, String language) {}

  private final Monitor monitor;
  private final PageEvents events;
  private final Map<Key, ArrayNode> byKey = new LinkedHashMap<>();

  CommandMenu(Monitor monitor, PageEvents events) {
    this.monitor = monitor;
    this.events = events;
  }

  /** {@code setMyCommands}. */
  void set(Params params) {
    JsonNode commands = params.json("commands");
    ArrayNode taken = Json.array();
    if (commands != null && !commands.isArray()) {
      throw Refusal.badRequest("expected an Array of BotCommand");
    }
    if (commands != null) {
      commands.forEach(command -> taken.add(command(command)));
    }
    if (taken.size() > MOST_COMMANDS) {
      throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
    }
    Key key = key(params);
    monitor.run(() -> byKey.put(key, taken));
    events.add("commands", Json.object());
  }

  /** {@code deleteMyCommands}. */
  void delete(Params params) {
    Key key = key(params);
    monitor.run(() -> byKey.remove(key));
    events.add("commands", Json.object());
  }

  /** {@code getMyCommands}: those of that very scope and language. */
  ArrayNode get(Params params) {
    Key key = key(params);
    return monitor.read(() -> byKey.getOrDefault(key, Json.array()).deepCopy());
  }

  /** What somebody sees in a chat: the narrowest scope that has commands, their language first. */
  ArrayNode shownIn(Chat chat, @Nullable String language) {
    String wide = chat.kind() == Chat.Kind.PRIVATE ? "all_private_chats" : "all_group_chats";
    return monitor.read(
        () -> {
          for (String scope : new String[] {"chat " + chat.id(), wide, "default"}) {
            for (String tongue : new String[] {language == null ? "" : language, ""}) {
              ArrayNode found = byKey.get(new Key(scope, tongue));
              if (found != null && !found.isEmpty()) {
                return found.deepCopy();
              }
            }
          }
          return Json.array();
        });
  }

  private static Key key(Params params) {
    JsonNode scope = params.json("scope");
    String type = scope == null ? "default" : scope.path("type").asString("default");
    String name =
        switch (type) {
          case "default", "all_private_chats", "all_group_chats", "all_chat_administrators" -> type;
          case "chat", "chat_administrators", "chat_member" ->
              type + " " + (scope == null ? "" : scope.path("chat_id").asString(""));
          default ->
              throw Refusal.badRequest("can't parse BotCommandScope: Unsupported type specified");
        };
    return new Key(name, params.text("language_code"));
  }

  private static ObjectNode command(JsonNode command) {
    String name = command.path("command").asString("");
    name = name.startsWith("/") ? name.substring(1) : name;
    String description = command.path("description").asString("").strip();
    if (!name.matches("[a-z0-9_]{1,32}")) {
      throw Refusal.badRequest("BOT_COMMAND_INVALID");
    }
    if (description.isEmpty() || description.length() > 256) {
      throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    return Json.object().put("command", name).put("description", description);
  }
}
