package pl.soclab.webinarbot.preview;

import tools.jackson.databind.JsonNode;

/** Finds what a request of the page is about. What is not there is {@link Impossible}. */
final class PageTargets {
  private final World world;

  PageTargets(World world) {
    this.world = world;
  }

  Chat chat(JsonNode what) {
    return world
        .chats
        .withId(what.path("chat").asLong(0))
        .orElseThrow(() -> new Impossible("Nie ma takiej rozmowy."));
  }

  /** Whoever acts in the chat. */
  Person who(Chat chat, JsonNode what) {
    long id = what.path("from").asLong(0);
    return chat.members().stream()
        .filter(member -> member.id() == id)
        .findFirst()
        .orElseThrow(() -> new Impossible("Tej osoby nie ma w rozmowie."));
  }

  Message message(Chat chat, JsonNode what) {
    return world.monitor.read(
        () ->
            chat.message(what.path("message").asLong(0))
                .orElseThrow(() -> new Impossible("Tej wiadomości już nie ma.")));
  }
}
