package pl.soclab.webinarbot.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the page asks for and does, as JSON over HTTP. Errors are one Polish sentence. */
final class PageApi {
  private static final Duration FURTHEST_MOVE = Duration.ofDays(400);

  private final World world;
  private final PageState state;
  private final ZoneId zone;
  private final PageTargets targets;
  private final PageWriting writing;

  PageApi(World world, PageState state, ZoneId zone) {
    this.world = world;
    this.state = state;
    this.zone = zone;
    targets = new PageTargets(world);
    writing = new PageWriting(world, targets);
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
      if (action.equals("file")) {
        writing.file(exchange);
        return done();
      }
      return act(action, json(exchange));
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
      case "say" -> writing.say(what);
      case "send" -> writing.send(what);
      case "edit" -> writing.edit(what);
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

  private String press(JsonNode what) {
    Chat chat = targets.chat(what);
    Message message = targets.message(chat, what);
    String data = what.path("data").asString("");
    boolean there =
        message.keyboard().stream().flatMap(List::stream).anyMatch(key -> data.equals(key.data()));
    if (!there) {
      throw new Impossible("Tego przycisku już nie ma.");
    }
    return world.actions.press(chat, targets.who(chat, what), message, data);
  }

  private void block(JsonNode what) {
    Chat chat = targets.chat(what);
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
}
