package pl.soclab.webinarbot.preview;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What residents do in their chats, and the updates that the bot hears of it: the page and tests
 * act through here.
 */
final class ResidentActions {
  private final World world;

  ResidentActions(World world) {
    this.world = world;
  }

  /**
   * Writes a message.
   *
   * @throws IllegalStateException where the resident has blocked the bot: Telegram makes them
   *     unblock it first
   */
  Message say(Chat chat, Person who, Message.Body body, @Nullable Long replyTo) {
    return world.monitor.change(
        () -> {
          if (chat.kind() == Chat.Kind.PRIVATE && chat.shut()) {
            throw new IllegalStateException(who.name() + " has blocked the bot");
          }
          chat.becomeKnown();
          Message message = world.chats.post(chat, who, body, replyTo, List.of(), false);
          if (heard(chat, message)) {
            world.updates.add("message", MessageJson.of(chat, message));
          }
          return message;
        });
  }

  /** Changes the words of a message. */
  void edit(Chat chat, Message message, String text) {
    world.monitor.run(
        () -> {
          var words = new Message.Words(FormattedText.typed(text));
          Message changed = world.chats.change(chat, message, words, List.of());
          if (heard(chat, changed)) {
            world.updates.add("edited_message", MessageJson.of(chat, changed));
          }
        });
  }

  /**
   * In a group with privacy mode on, a bot hears commands, mentions of it and replies to it
   * (Telegram, "Privacy mode").
   */
  private boolean heard(Chat chat, Message message) {
    if (chat.kind() == Chat.Kind.PRIVATE || message.body() instanceof Message.Notice) {
      return true;
    }
    if (chat.shut()) {
      return false;
    }
    Long replyTo = message.replyTo();
    if (replyTo != null && chat.message(replyTo).filter(to -> to.from().bot()).isPresent()) {
      return true;
    }
    FormattedText text = message.text();
    String name = "@" + world.chats.bot().username();
    return text.entities().stream().anyMatch(entity -> addresses(text, entity, name));
  }

  private static boolean addresses(FormattedText text, Entity entity, String botName) {
    String words = text.text().substring(entity.offset(), entity.end()).toLowerCase(Locale.ROOT);
    String name = botName.toLowerCase(Locale.ROOT);
    return switch (entity.type()) {
      case "bot_command" -> !words.contains("@") || words.endsWith(name);
      case "mention" -> words.equals(name);
      default -> false;
    };
  }

  /** Presses a button that sends {@code data}; the {@code callback_query_id}. */
  String press(Chat chat, Person who, Message message, String data) {
    return world.monitor.change(
        () -> {
          String query = world.presses.add(chat.id());
          ObjectNode json = Json.object().put("id", query);
          json.set("from", who.json());
          json.set("message", MessageJson.of(chat, message));
          json.put("chat_instance", Long.toString(chat.id() * 31 + 7)).put("data", data);
          world.updates.add("callback_query", json);
          return query;
        });
  }

  /** Blocks the bot, or lets it back; nothing where it is so already. */
  void block(Chat chat, Person who, boolean blocked) {
    world.monitor.run(
        () -> {
          if (chat.shut() != blocked) {
            chat.shut(blocked);
            memberChanged(chat, who, blocked);
            world.events.add(
                "blocked", Json.object().put("chat", chat.id()).put("blocked", blocked));
          }
        });
  }

  private void memberChanged(Chat chat, Person who, boolean out) {
    ObjectNode json = Json.object();
    json.set("chat", chat.json());
    json.set("from", who.json());
    json.put("date", world.clock.instant().getEpochSecond());
    json.set("old_chat_member", member(out ? "member" : "kicked"));
    json.set("new_chat_member", member(out ? "kicked" : "member"));
    world.updates.add("my_chat_member", json);
  }

  private ObjectNode member(String status) {
    ObjectNode json = Json.object().put("status", status);
    json.set("user", world.chats.bot().json());
    return status.equals("kicked") ? json.put("until_date", 0) : json;
  }

  /** Turns a group into a supergroup with another id, as Telegram does with growing groups. */
  Chat upgrade(Chat group) {
    return world.monitor.change(
        () -> {
          long id = -1_000_000_000_000L + group.id();
          var supergroup = new Chat(id, Chat.Kind.SUPERGROUP, group.title(), group.members());
          world.chats.add(supergroup);
          Person who = group.members().getFirst();
          say(group, who, new Message.Notice("migrate_to_chat_id", id), null);
          say(supergroup, who, new Message.Notice("migrate_from_chat_id", group.id()), null);
          group.migratedTo(id);
          world.events.add("chats", Json.object());
          return supergroup;
        });
  }
}
