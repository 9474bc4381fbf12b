package pl.soclab.webinarbot.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the page asks for and does, as JSON over HTTP. Errors are one Polish sentence. */
final class PageApi {
  /** What the page asked for cannot be done; the text says why, in Polish. */
  private static final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1;

    Impossible(String why) {
      super(why, null, false, false);
    }
  }

  private static final Duration FURTHEST_MOVE = Duration.ofDays(400);

  private final World world;
  private final PageState state;
  private final ZoneId zone;

  PageApi(World world, PageState state, ZoneId zone) {
    this.world = world;
    this.state = state;
    this.zone = zone;
  }

  Reply handle(HttpExchange exchange) throws IOException {
    String action = exchange.getRequestURI().getPath().substring("/api/".length());
    boolean posted = exchange.getRequestMethod().equals("POST");
    if (action.equals("state") && !posted) {
      return Reply.json(200, state.json());
    }
    if (!posted) {
      return problem(405, "Ta czynność wymaga wysłania (POST).");
    }
    try {
      return action.equals("file") ? file(exchange) : act(action, json(exchange));
    } catch (Impossible e) {
      return problem(409, String.valueOf(e.getMessage()));
    } catch (Refusal e) {
      return problem(e.code(), e.description());
    }
  }

  private static Reply problem(int status, String why) {
    return Reply.json(status, Json.object().put("problem", why));
  }

  private static Reply done() {
    return Reply.json(200, Json.object());
  }

  /** A form of a strange site can't claim this type without asking first. */
  private static JsonNode json(HttpExchange exchange) throws IOException {
    if (!Requests.contentType(exchange).startsWith("application/json")) {
      throw new Impossible("Podgląd przyjmuje tylko JSON.");
    }
    try {
      return Json.read(Bytes.of(Requests.body(exchange)).text());
    } catch (JacksonException e) {
      throw new Impossible("Podgląd dostał niepoprawny JSON.");
    }
  }

  private Reply act(String action, JsonNode what) {
    switch (action) {
      case "say" -> say(what);
      case "send" -> send(what);
      case "edit" -> edit(what);
      case "block" -> block(what);
      case "clock" -> clock(what);
      case "press" -> {
        return Reply.json(200, Json.object().put("query", press(what)));
      }
      default -> {
        return problem(404, "Podgląd nie zna tej czynności.");
      }
    }
    return done();
  }

  private void say(JsonNode what) {
    FormattedText text = FormattedText.typed(what.path("text").asString(""));
    if (text.text().isEmpty()) {
      throw new Impossible("Wiadomość jest pusta.");
    }
    if (text.text().length() > 4096) {
      throw new Impossible("Wiadomość jest za długa: może mieć najwyżej 4096 znaków.");
    }
    long replyTo = what.path("replyTo").asLong(0);
    post(what, new Message.Words(text), replyTo == 0 ? null : replyTo);
  }

  private void send(JsonNode what) {
    Message.Body body =
        switch (what.path("what").asString("")) {
          case "sticker" -> new Message.Sticker(sample("naklejka.webp", "image/webp"), "👋");
          case "photo" -> new Message.Photo(sample("zdjecie.jpg", "image/jpeg"));
          case "voice" -> new Message.Voice(sample("nagranie.ogg", "audio/ogg"));
          case "location" -> new Message.Location(53.8431, 22.9797);
          default -> throw new Impossible("Tego nie można wysłać.");
        };
    post(what, body, null);
  }

  private StoredFile sample(String name, String mediaType) {
    return world.files.store(name, mediaType, Bytes.utf8(name));
  }

  private void post(JsonNode what, Message.Body body, @Nullable Long replyTo) {
    Chat chat = chat(what);
    Person who = who(chat, what.path("from").asLong(0));
    world.monitor.run(
        () -> {
          if (chat.kind() == Chat.Kind.PRIVATE && chat.shut()) {
            throw new Impossible("Bot jest zablokowany. Najpierw go odblokuj.");
          }
          Message _ = world.actions.say(chat, who, body, replyTo);
        });
  }

  private Reply file(HttpExchange exchange) throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    Requests.form(exchange.getRequestURI().getRawQuery(), query);
    if (!Requests.contentType(exchange).startsWith("application/octet-stream")) {
      throw new Impossible("Plik trzeba wysłać jako application/octet-stream.");
    }
    Bytes content = Bytes.of(Requests.body(exchange));
    if (content.length() == 0) {
      throw new Impossible("Plik jest pusty.");
    }
    StoredFile file =
        world.files.store(
            query.getOrDefault("name", "plik"),
            query.getOrDefault("type", "application/octet-stream"),
            content);
    var what = Json.object();
    what.put("chat", query.getOrDefault("chat", "")).put("from", query.getOrDefault("from", ""));
    post(what, new Message.Document(file, FormattedText.EMPTY), null);
    return done();
  }

  private void edit(JsonNode what) {
    Chat chat = chat(what);
    Message message = message(chat, what);
    String text = what.path("text").asString("").strip();
    if (message.from().bot() || text.isEmpty()) {
      throw new Impossible("Tej wiadomości nie można poprawić.");
    }
    world.actions.edit(chat, message, text);
  }

  private String press(JsonNode what) {
    Chat chat = chat(what);
    Message message = message(chat, what);
    String data = what.path("data").asString("");
    boolean there =
        message.keyboard().stream().flatMap(List::stream).anyMatch(key -> data.equals(key.data()));
    if (!there) {
      throw new Impossible("Tego przycisku już nie ma.");
    }
    return world.actions.press(chat, who(chat, what.path("from").asLong(0)), message, data);
  }

  private void block(JsonNode what) {
    Chat chat = chat(what);
    world.actions.block(chat, chat.members().getFirst(), what.path("blocked").asBoolean(false));
  }

  private void clock(JsonNode what) {
    if (what.has("by")) {
      world.clock.moveBy(bounded(Duration.ofSeconds(what.path("by").asLong(0))));
      return;
    }
    try {
      LocalDateTime to = LocalDateTime.parse(what.path("to").asString(""));
      world.clock.moveTo(to.atZone(zone).toInstant());
    } catch (DateTimeParseException e) {
      throw new Impossible("Podaj dzień i godzinę.");
    }
  }

  private static Duration bounded(Duration by) {
    if (by.abs().compareTo(FURTHEST_MOVE) > 0) {
      throw new Impossible("Zegar można przesunąć najwyżej o 400 dni naraz.");
    }
    return by;
  }

  private Chat chat(JsonNode what) {
    return world
        .chats
        .withId(what.path("chat").asLong(0))
        .orElseThrow(() -> new Impossible("Nie ma takiej rozmowy."));
  }

  private static Person who(Chat chat, long id) {
    return chat.members().stream()
        .filter(member -> member.id() == id)
        .findFirst()
        .orElseThrow(() -> new Impossible("Tej osoby nie ma w rozmowie."));
  }

  private Message message(Chat chat, JsonNode what) {
    return world.monitor.read(
        () ->
            chat.message(what.path("message").asLong(0))
                .orElseThrow(() -> new Impossible("Tej wiadomości już nie ma.")));
  }
}
