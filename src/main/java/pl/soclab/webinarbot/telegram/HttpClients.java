package pl.soclab.webinarbot.telegram;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * The three ways to the Bot API over one pool of connections: polls and downloads are repeated when
 * a connection breaks, sends never are.
 */
final class HttpClients implements AutoCloseable {
  /** OkHttp's own limit of 5 requests at a time to one host would queue replies. */
  private static final int REQUESTS_AT_ONCE = 100;

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final Duration WHOLE_CALL = Duration.ofSeconds(40);

  /** An answer that is not waited for makes a message that arrived come once more. */
  private static final Duration ANSWER_TO_SEND = Duration.ofSeconds(60);

  private static final Duration WHOLE_SEND = Duration.ofSeconds(90);

  // Virtual threads are daemons: OkHttp's own threads keep the JVM alive for a minute.
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Dispatcher dispatcher = new Dispatcher(threads);
  private final OkHttpClient sending;
  private final OkHttpClient polling;
  private final OkHttpClient files;

  HttpClients(Duration longPoll) {
    dispatcher.setMaxRequests(REQUESTS_AT_ONCE);
    dispatcher.setMaxRequestsPerHost(REQUESTS_AT_ONCE);
    OkHttpClient common =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectTimeout(CONNECT)
            .readTimeout(ANSWER)
            .writeTimeout(ANSWER)
            .callTimeout(WHOLE_CALL)
            .build();
    var guard = new SendGuard();
    sending =
        common
            .newBuilder()
            .readTimeout(ANSWER_TO_SEND)
            .callTimeout(WHOLE_SEND)
            .retryOnConnectionFailure(false)
            .addInterceptor(guard)
            .addNetworkInterceptor(guard.marker())
            .build();
    polling =
        common
            .newBuilder()
            .readTimeout(longPoll.plusSeconds(10))
            .callTimeout(longPoll.plusSeconds(15))
            .build();
    // The Bot API never sends elsewhere, and a file is to come from nowhere but there.
    files = common.newBuilder().followRedirects(false).build();
  }

  OkHttpClient sending() {
    return sending;
  }

  OkHttpClient polling() {
    return polling;
  }

  OkHttpClient files() {
    return files;
  }

  /** Breaks off whatever still runs. */
  void cancelAll() {
    dispatcher.cancelAll();
  }

  @Override
  public void close() {
    cancelAll();
    threads.shutdown();
    sending.connectionPool().evictAll();
  }
}
