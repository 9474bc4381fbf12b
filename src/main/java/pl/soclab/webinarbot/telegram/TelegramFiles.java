package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import pl.soclab.webinarbot.messaging.IncomingFiles;
import pl.soclab.webinarbot.telegram.BotApi.RefusedException;

/**
 * Brings files from {@code <api>/file/bot<token>/<file_path>} (Bot API, {@code getFile}). What may
 * pass is tried once more; where Telegram asks for a longer silence, nothing is asked until it is
 * over.
 */
final class TelegramFiles implements IncomingFiles {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramFiles.class);

  /** Bot API, {@code getFile}: "bots can download files of up to 20MB in size". */
  private static final int MOST_BYTES = 20 * 1024 * 1024;

  /** Enough of an error to read Telegram's reason; a gateway's page may be of any length. */
  private static final int MOST_BYTES_OF_ERROR = 4096;

  /** Such a segment would lead out of its folder, or is none. */
  private static final Pattern NO_NAME = Pattern.compile("^\\.+$|[\\\\\\p{Cntrl}]");

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_FAULT = 500;

  private final TelegramSettings settings;
  private final OkHttpClient client;
  private final ObjectMapper mapper;
  private final Rest rest;
  private final Duration pause;
  private final AtomicLong heldUntil = new AtomicLong(System.nanoTime());

  /**
   * A way to files.
   *
   * @param client has time-outs and follows no redirects
   * @param rest ends when the bot stops
   * @param pause before the second try
   */
  TelegramFiles(
      TelegramSettings settings,
      OkHttpClient client,
      ObjectMapper mapper,
      Rest rest,
      Duration pause) {
    this.settings = settings;
    this.client = client;
    this.mapper = mapper;
    this.rest = rest;
    this.pause = pause;
  }

  @Override
  public Download fetch(String fileId, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("No file is that short: " + limit);
    }
    return fetch(fileId, Math.min(limit, MOST_BYTES), Duration.ZERO, 1);
  }

  private Download fetch(String fileId, int most, Duration first, int moreTries) {
    Duration held = held();
    Duration wait = held.compareTo(first) > 0 ? held : first;
    if (wait.compareTo(Pacer.PATIENCE) > 0) {
      return notLoaded("Telegram asks to wait " + (wait.toSeconds() + 1) + " s");
    }
    if (!wait.isZero() && !rest.rest(wait)) {
      return notLoaded("the bot stops");
    }
    try {
      return attempt(fileId, most);
    } catch (IOException e) {
      return moreTries > 0
          ? fetch(fileId, most, pause, moreTries - 1)
          : notLoaded(settings.describe(e));
    }
  }

  private static NotLoaded notLoaded(String reason) {
    LOG.warn("A file that was sent to the bot cannot be brought: {}", reason);
    return new NotLoaded(reason);
  }

  /**
   * Asks where the file is, and reads it.
   *
   * @throws IOException what may pass
   */
  private Download attempt(String fileId, int most) throws IOException {
    try {
      // BotApi serves one call at a time, and files come for many chats at once.
      JsonNode file = new BotApi(settings, client, mapper).call(new GetFile(fileId));
      long size = file.path("file_size").asLong();
      if (size > most) {
        return new TooBig();
      }
      HttpUrl address = address(file.path("file_path").asText());
      return address == null
          ? notLoaded("Telegram names a place that is none below its own address")
          : download(address, size, most);
    } catch (RefusedException e) {
      return refused(e);
    }
  }

  /**
   * The address of a file below Telegram's own; null where the path leads elsewhere. A Bot API
   * server of one's own ({@code --local}) names places on its disk, which this machine may not
   * have.
   */
  private @Nullable HttpUrl address(String path) {
    HttpUrl.Builder address =
        new HttpUrl.Builder()
            .scheme(settings.api().getScheme())
            .host(settings.api().getHost())
            .port(settings.port())
            .addPathSegment("file")
            .addPathSegment("bot" + settings.token());
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty() || NO_NAME.matcher(segment).find()) {
        return null;
      }
      address.addPathSegment(segment);
    }
    return address.build();
  }

  private Download download(HttpUrl address, long size, int most)
      throws IOException, RefusedException {
    Request request = new Request.Builder().url(address).build();
    try (Response response = client.newCall(request).execute()) {
      ResponseBody body = response.body();
      if (body == null || response.code() != 200) {
        throw refusal(response);
      }
      byte[] content = body.byteStream().readNBytes(most + 1);
      if (content.length > most) {
        return new TooBig();
      }
      if (content.length < size) {
        throw new IOException("Only " + content.length + " of " + size + " bytes came");
      }
      return new Loaded(content);
    }
  }

  private RefusedException refusal(Response response) throws IOException {
    String body = response.peekBody(MOST_BYTES_OF_ERROR).string();
    try {
      return BotApi.refusal(mapper.readTree(body), response.code());
    } catch (JsonProcessingException e) {
      return new RefusedException(response.code(), "without a reason", Duration.ZERO);
    }
  }

  private Download refused(RefusedException refusal) throws IOException {
    if (String.valueOf(refusal.getMessage()).contains("file is too big")) {
      return new TooBig();
    }
    boolean tooMany = refusal.code() == TOO_MANY_REQUESTS;
    if (tooMany) {
      hold(refusal.retryAfter());
    }
    if (tooMany || refusal.code() >= SERVER_FAULT) {
      throw new IOException(refusal.getMessage());
    }
    return notLoaded(settings.describe(refusal));
  }

  private void hold(Duration asked) {
    Duration shortest = SendOutcomes.SHORTEST_DELAY;
    long until = System.nanoTime() + (asked.compareTo(shortest) > 0 ? asked : shortest).toNanos();
    heldUntil.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
  }

  private Duration held() {
    return Duration.ofNanos(Math.max(0, heldUntil.get() - System.nanoTime()));
  }
}
