package pl.soclab.webinarbot.preview;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of the Bot API as it came in, whatever became of it. For tests.
 *
 * @param method in lower case
 * @param chat its {@code chat_id}; null where it has none
 * @param at by the preview's clock
 * @param parameters its parameters; JSON ones as text
 */
public record ApiCall(
    String method, @Nullable Long chat, Instant at, Map<String, String> parameters) {
  public ApiCall {
    parameters = Map.copyOf(parameters);
  }
}
