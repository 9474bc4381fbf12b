package pl.soclab.webinarbot.preview;

import java.io.Serial;
import java.util.Map;

/** What the Bot API refuses, in the words of the real one: an answer with {@code ok: false}. */
final class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final int code;
  private final transient Map<String, Long> parameters;

  Refusal(int code, String description, Map<String, Long> parameters) {
    super(description, null, false, false);
    this.code = code;
    this.parameters = parameters;
  }

  static Refusal badRequest(String reason) {
    return new Refusal(400, "Bad Request: " + reason, Map.of());
  }

  static Refusal forbidden(String reason) {
    return new Refusal(403, "Forbidden: " + reason, Map.of());
  }

  static Refusal conflict(String reason) {
    return new Refusal(409, "Conflict: " + reason, Map.of());
  }

  static Refusal migrated(long supergroup) {
    return new Refusal(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        Map.of("migrate_to_chat_id", supergroup));
  }

  int code() {
    return code;
  }

  String description() {
    return String.valueOf(getMessage());
  }

  /** {@code ResponseParameters} of the Bot API; empty for none. */
  Map<String, Long> parameters() {
    return parameters;
  }
}
