package pl.soclab.webinarbot.preview;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pressed buttons and whether the bot answered ({@code answerCallbackQuery}). */
final class Presses {
  private static final long FIRST_QUERY = 4_000_000_000_000_000L;

  private record Press(long chat, String query, @Nullable CallbackAnswer answer) {}

  private final Monitor monitor;
  private final PageEvents events;
  private final Map<String, Press> byQuery = new LinkedHashMap<>();

  Presses(Monitor monitor, PageEvents events) {
    this.monitor = monitor;
    this.events = events;
  }

  /** A new press; its {@code callback_query_id}. */
  String add(long chat) {
    return monitor.change(
        () -> {
          String query = Long.toString(FIRST_QUERY + byQuery.size());
          byQuery.put(query, new Press(chat, query, null));
          return query;
        });
  }

  /**
   * The bot's answer to a press.
   *
   * @throws Refusal where there is no such press, or it was answered before
   */
  void answer(String query, String text, boolean alert) {
    monitor.run(
        () -> {
          Press press = byQuery.get(query);
          if (press == null || press.answer() != null) {
            throw Refusal.badRequest(
                "query is too old and response timeout expired or query ID is invalid");
          }
          byQuery.put(query, new Press(press.chat(), query, new CallbackAnswer(text, alert)));
          events.add(
              "pressed",
              Json.object()
                  .put("chat", press.chat())
                  .put("query", query)
                  .put("text", text)
                  .put("alert", alert));
        });
  }

  /** The answer to a press; null while there is none. */
  @Nullable CallbackAnswer answerTo(String query) {
    return monitor.read(
        () -> {
          Press press = byQuery.get(query);
          return press == null ? null : press.answer();
        });
  }
}
