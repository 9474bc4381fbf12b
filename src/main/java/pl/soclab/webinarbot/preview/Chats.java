package pl.soclab.webinarbot.preview;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** All chats: who is in them, what was written, what changes in them. */
final class Chats {
  private final Monitor monitor;
  private final InstantSource clock;
  private final PageEvents events;
  private final Person bot;
  private final List<Chat> all = new ArrayList<>();
  private long lastMessage;

  Chats(Monitor monitor, InstantSource clock, PageEvents events, Person bot) {
    this.monitor = monitor;
    this.clock = clock;
    this.events = events;
    this.bot = bot;
  }

  Person bot() {
    return bot;
  }

  void add(Chat chat) {
    monitor.run(() -> all.add(chat));
  }

  List<Chat> all() {
    return monitor.read(() -> List.copyOf(all));
  }

  Optional<Chat> withId(long id) {
    return monitor.read(() -> all.stream().filter(chat -> chat.id() == id).findFirst());
  }

  /**
   * The chat that a call of the bot is about ({@code chat_id}).
   *
   * @throws Refusal where the bot cannot write there
   */
  Chat forBot(Params params) {
    if (!params.has("chat_id")) {
      throw Refusal.badRequest("chat_id is empty");
    }
    Long id = params.number("chat_id");
    return monitor.read(
        () -> {
          Chat chat = id == null ? null : withId(id).filter(Chat::known).orElse(null);
          if (chat == null) {
            throw Refusal.badRequest("chat not found");
          }
          Long supergroup = chat.migratedTo();
          if (supergroup != null) {
            throw Refusal.migrated(supergroup);
          }
          if (chat.shut()) {
            throw Refusal.forbidden(
                switch (chat.kind()) {
                  case PRIVATE -> "bot was blocked by the user";
                  case GROUP -> "bot was kicked from the group chat";
                  case SUPERGROUP -> "bot was kicked from the supergroup chat";
                });
          }
          return chat;
        });
  }

  /** Writes a message into a chat. */
  Message post(
      Chat chat,
      Person from,
      Message.Body body,
      @Nullable Long replyTo,
      List<List<Message.Key>> keyboard,
      boolean quiet) {
    return monitor.change(
        () -> {
          var message =
              new Message(
                  ++lastMessage, from, clock.instant(), null, body, replyTo, keyboard, quiet);
          chat.messages().add(message);
          tell(chat, message);
          return message;
        });
  }

  /** Puts a changed message in the place of the old one. */
  Message change(Chat chat, Message message, Message.Body body, List<List<Message.Key>> keyboard) {
    return monitor.change(
        () -> {
          Message changed = message.changed(clock.instant(), body, keyboard);
          chat.replace(changed);
          tell(chat, changed);
          return changed;
        });
  }

  void delete(Chat chat, Message message) {
    monitor.run(
        () -> {
          chat.messages().removeIf(each -> each.id() == message.id());
          events.add("deleted", Json.object().put("chat", chat.id()).put("id", message.id()));
        });
  }

  private void tell(Chat chat, Message message) {
    ObjectNode event = Json.object().put("chat", chat.id());
    event.set("message", MessageJson.of(chat, message));
    events.add("message", event);
  }
}
