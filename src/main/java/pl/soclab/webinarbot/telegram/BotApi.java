package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * Calls whose answer is read as a tree: what the library's types do not know stands in nobody's
 * way, and an error keeps its code. Where more than one thread calls, {@link #cancel} breaks off
 * one of the calls.
 */
final class BotApi {
  private static final MediaType JSON = MediaType.get("application/json");

  /** Telegram answered, and refused. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final Duration retryAfter;

    RefusedException(int code, String description, Duration retryAfter) {
      super(code + " " + description);
      this.code = code;
      this.retryAfter = retryAfter;
    }

    /** As in HTTP: 401, 409, 429 ... */
    int code() {
      return code;
    }

    /** Zero where Telegram names none. */
    Duration retryAfter() {
      return retryAfter;
    }
  }

  /**
   * Reads what Telegram sends, with limits far above all it can send. Below Jackson's own, one
   * update that is too deep would take its whole batch along, and be fetched again for ever; so it
   * is {@link UpdateBatch} that leaves it out, alone.
   */
  static ObjectMapper mapper() {
    var limits =
        StreamReadConstraints.builder().maxNestingDepth(1_000_000).maxNumberLength(1_000_000);
    return new ObjectMapper(JsonFactory.builder().streamReadConstraints(limits.build()).build());
  }

  private final TelegramSettings settings;
  private final OkHttpClient client;
  private final ObjectMapper mapper;
  private volatile @Nullable Call running;

  BotApi(TelegramSettings settings, OkHttpClient client, ObjectMapper mapper) {
    this.settings = settings;
    this.client = client;
    this.mapper = mapper;
  }

  /**
   * Calls a method.
   *
   * @return what stands under {@code result}
   * @throws RefusedException where Telegram says no
   * @throws IOException where no answer of the Bot API came
   */
  JsonNode call(BotApiMethod<?> method) throws IOException, RefusedException {
    return call(method.getMethod(), method);
  }

  /** As above, for a method that the library can only send as a form. */
  JsonNode call(String method, Object parameters) throws IOException, RefusedException {
    Call call = client.newCall(request(method, parameters));
    running = call;
    try (Response response = call.execute()) {
      ResponseBody body = response.body();
      JsonNode answer = body == null ? null : read(body, response.code());
      if (answer == null || !answer.isObject()) {
        throw new IOException("HTTP status " + response.code() + " without an answer");
      }
      if (!answer.path("ok").asBoolean()) {
        throw refusal(answer, response.code());
      }
      return answer.path("result");
    } finally {
      running = null;
    }
  }

  /** Breaks off the call that runs, if any. */
  void cancel() {
    Call call = running;
    if (call != null) {
      call.cancel();
    }
  }

  private @Nullable JsonNode read(ResponseBody body, int status) throws IOException {
    try {
      return mapper.readTree(body.byteStream());
    } catch (JsonProcessingException e) {
      // Its message would quote the page.
      throw new IOException("HTTP status " + status + " with something that is not JSON");
    }
  }

  /** The refusal that an answer of the Bot API tells. */
  static RefusedException refusal(JsonNode answer, int status) {
    return new RefusedException(
        answer.path("error_code").asInt(status),
        answer.path("description").asText("without a reason"),
        Duration.ofSeconds(answer.path("parameters").path("retry_after").asLong(0)));
  }

  private Request request(String method, Object parameters) {
    HttpUrl address =
        new HttpUrl.Builder()
            .scheme(settings.api().getScheme())
            .host(settings.api().getHost())
            .port(settings.port())
            .addPathSegment("bot" + settings.token())
            .addPathSegment(method)
            .build();
    try {
      byte[] body = mapper.writeValueAsBytes(parameters);
      return new Request.Builder().url(address).post(RequestBody.create(body, JSON)).build();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("A method cannot be written: " + method, e);
    }
  }
}
