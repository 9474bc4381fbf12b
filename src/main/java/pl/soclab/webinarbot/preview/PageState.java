package pl.soclab.webinarbot.preview;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All that the page shows, as JSON. */
final class PageState {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.of("pl", "PL"));

  private final World world;
  private final PreviewSettings settings;
  private final String run = UUID.randomUUID().toString();

  PageState(World world, PreviewSettings settings) {
    this.world = world;
    this.settings = settings;
    world.clock.onMove(() -> world.events.add("clock", clock()));
  }

  /** Names this run: a page that was open over a restart loads anew. */
  String run() {
    return run;
  }

  ObjectNode json() {
    return world.monitor.read(
        () -> {
          ObjectNode json = Json.object().put("run", run).put("last", world.events.last());
          json.put("zone", settings.zone().getId());
          json.put("banner", settings.allEventsPast() ? banner() : "");
          json.set("clock", clock());
          json.set("bot", bot());
          ArrayNode chats = json.putArray("chats");
          world.chats.all().stream()
              .filter(chat -> chat.migratedTo() == null)
              .forEach(chat -> chats.add(chat(chat)));
          return json;
        });
  }

  private String banner() {
    return "Wszystkie wydarzenia już się odbyły, więc zegar podglądu ruszył od "
        + DATE.format(settings.start().atZone(settings.zone()))
        + ". Możesz go przestawić.";
  }

  private ObjectNode clock() {
    return Json.object().put("now", world.clock.instant().toEpochMilli());
  }

  private ObjectNode bot() {
    return Json.object()
        .put("name", settings.botName())
        .put("username", settings.botUsername())
        .put("description", world.profile.description().path("description").asString());
  }

  private ObjectNode chat(Chat chat) {
    ObjectNode json =
        Json.object()
            .put("id", chat.id())
            .put("title", chat.title())
            .put("label", settings.labels().getOrDefault(chat.id(), ""))
            .put("private", chat.kind() == Chat.Kind.PRIVATE)
            .put("known", chat.known())
            .put("blocked", chat.shut());
    ArrayNode members = json.putArray("members");
    chat.members().forEach(who -> members.addObject().put("id", who.id()).put("name", who.name()));
    Person first = chat.members().isEmpty() ? null : chat.members().getFirst();
    String language =
        first == null || !json.path("private").asBoolean() ? null : first.languageCode();
    json.set("commands", world.commands.shownIn(chat, language));
    ArrayNode messages = json.putArray("messages");
    chat.messages().forEach(message -> messages.add(MessageJson.of(chat, message)));
    return json;
  }
}
