package pl.soclab.webinarbot.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What residents write on the page: texts, files, corrections. */
final class PageWriting {
  /** Telegram's own limits of a text and of what stands under a file. */
  private static final int LONGEST_TEXT = 4096;

  private static final int LONGEST_CAPTION = 1024;

  private static final Message.Origin STRANGER = new Message.HiddenUser("Ktoś inny");

  private final World world;
  private final PageTargets targets;

  PageWriting(World world, PageTargets targets) {
    this.world = world;
    this.targets = targets;
  }

  void say(JsonNode what) {
    FormattedText text = typed(what.path("text").asString(""), LONGEST_TEXT);
    if (text.text().isEmpty()) {
      throw new Impossible("Wiadomość jest pusta.");
    }
    var words = new Message.Words(text);
    boolean forwarded = what.path("forwarded").asBoolean(false);
    long replyTo = what.path("replyTo").asLong(0);
    post(
        what,
        forwarded ? new Message.Forwarded(words, STRANGER) : words,
        replyTo == 0 ? null : replyTo);
  }

  private static FormattedText typed(String text, int longest) {
    FormattedText typed = FormattedText.typed(text);
    if (typed.text().length() > longest) {
      String what = longest == LONGEST_TEXT ? "Wiadomość jest za długa" : "Podpis jest za długi";
      throw new Impossible(what + ": może mieć najwyżej " + longest + " znaków.");
    }
    return typed;
  }

  void send(JsonNode what) {
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

  /**
   * Takes a file: the bytes are the body, the rest stands in the query. A form of a strange site
   * can't claim this type without asking first.
   */
  void file(HttpExchange exchange) throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    Requests.form(exchange.getRequestURI().getRawQuery(), query);
    if (!Requests.contentType(exchange).startsWith("application/octet-stream")) {
      throw new Impossible("Plik trzeba wysłać jako application/octet-stream.");
    }
    FormattedText caption = typed(query.getOrDefault("caption", ""), LONGEST_CAPTION);
    Bytes content = Bytes.of(content(exchange));
    if (content.length() == 0) {
      throw new Impossible("Plik jest pusty.");
    }
    StoredFile file = world.files.store(query.getOrDefault("name", "plik"), content);
    var what = Json.object();
    what.put("chat", query.getOrDefault("chat", "")).put("from", query.getOrDefault("from", ""));
    post(what, new Message.Document(file, caption), null);
  }

  private static byte[] content(HttpExchange exchange) throws IOException {
    try {
      return Requests.body(exchange, Files.MOST_BYTES_FOR_BOTS);
    } catch (Refusal e) {
      throw new Impossible("Plik może mieć najwyżej 20 MB: więcej Telegram nie przekazuje botom.");
    }
  }

  private void post(JsonNode what, Message.Body body, @Nullable Long replyTo) {
    Chat chat = targets.chat(what);
    Person who = targets.who(chat, what);
    world.monitor.run(
        () -> {
          if (chat.kind() == Chat.Kind.PRIVATE && chat.shut()) {
            throw new Impossible("Bot jest zablokowany. Najpierw go odblokuj.");
          }
          Message _ = world.actions.say(chat, who, body, replyTo);
        });
  }

  void edit(JsonNode what) {
    Chat chat = targets.chat(what);
    Message message = targets.message(chat, what);
    String text = what.path("text").asString("").strip();
    boolean words = message.body() instanceof Message.Words;
    if (message.from().bot() || !words || text.isEmpty()) {
      throw new Impossible("Tej wiadomości nie można poprawić.");
    }
    world.actions.edit(chat, message, text);
  }
}
