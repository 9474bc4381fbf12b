package pl.soclab.webinarbot.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A chat and all that was written in it. Guarded by the {@link Monitor}. */
final class Chat {
  /** The kinds of chats of the Bot API that a bot like ours meets. */
  enum Kind {
    PRIVATE,
    GROUP,
    SUPERGROUP
  }

  private final long id;
  private final Kind kind;
  private final String title;
  private final List<Person> members;
  private final List<Message> messages = new ArrayList<>();
  private boolean known;
  private boolean shut;
  private @Nullable Long migratedTo;

  Chat(long id, Kind kind, String title, List<Person> members) {
    this.id = id;
    this.kind = kind;
    this.title = title;
    this.members = List.copyOf(members);
    this.known = kind != Kind.PRIVATE;
  }

  long id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  String title() {
    return title;
  }

  /** The residents in it, without the bot. */
  List<Person> members() {
    return members;
  }

  List<Message> messages() {
    return messages;
  }

  /** Whether the bot may know it: a resident has to write first. */
  boolean known() {
    return known;
  }

  void becomeKnown() {
    known = true;
  }

  /** Whether the resident blocked the bot, or the group threw it out. */
  boolean shut() {
    return shut;
  }

  void shut(boolean now) {
    shut = now;
  }

  /** The supergroup that this group has become; null while it has not. */
  @Nullable Long migratedTo() {
    return migratedTo;
  }

  void migratedTo(long supergroup) {
    migratedTo = supergroup;
  }

  Optional<Message> message(long messageId) {
    return messages.stream().filter(message -> message.id() == messageId).findFirst();
  }

  void replace(Message message) {
    messages.replaceAll(old -> old.id() == message.id() ? message : old);
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("id", id);
    if (kind == Kind.PRIVATE) {
      Person resident = members.getFirst();
      json.put("first_name", resident.name());
      if (resident.username() != null) {
        json.put("username", resident.username());
      }
    } else {
      json.put("title", title);
    }
    return json.put("type", kind.name().toLowerCase(Locale.ROOT));
  }
}
