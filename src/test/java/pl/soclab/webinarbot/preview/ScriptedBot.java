package pl.soclab.webinarbot.preview;

import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** A tiny bot that talks to the preview over HTTP and answers everything alike. */
final class ScriptedBot implements AutoCloseable {
  private final ApiClient api;
  private volatile boolean closed;

  private ScriptedBot(ApiClient api) {
    this.api = api;
  }

  static ScriptedBot start(ApiClient api) {
    var bot = new ScriptedBot(api);
    Thread.ofVirtual().name("scripted-bot").start(bot::run);
    return bot;
  }

  private void run() {
    long offset = 0;
    try {
      while (!closed) {
        String poll = "{'timeout': 50, 'offset': " + offset + "}";
        for (JsonNode update : api.result("getUpdates", poll)) {
          offset = update.path("update_id").asLong() + 1;
          answer(update);
        }
      }
    } catch (UncheckedIOException e) {
      // The preview is closed, and with it the bot.
    }
  }

  private void answer(JsonNode update) {
    JsonNode press = update.path("callback_query");
    if (press.isMissingNode()) {
      long chat = update.path("message").path("chat").path("id").asLong();
      api.call("sendChatAction", "{'chat_id': " + chat + ", 'action': 'typing'}");
      JsonNode _ =
          api.send(
              chat,
              "Czwartek, 17 lutego 2022, <b>9:00</b>. Hasło: <code>969412</code>",
              "'parse_mode': 'HTML', 'reply_markup': {'inline_keyboard':"
                  + " [[{'text': 'Link', 'callback_data': 't:link'}]]}");
      return;
    }
    long chat = press.path("message").path("chat").path("id").asLong();
    api.result(
        "answerCallbackQuery",
        "{'callback_query_id': '" + press.path("id").asString() + "', 'text': 'Już szukam'}");
    JsonNode _ = api.send(chat, "Link: https://us02web.zoom.us/j/81951034606", "");
  }

  @Override
  public void close() {
    closed = true;
  }
}
