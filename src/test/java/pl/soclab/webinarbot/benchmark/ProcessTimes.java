package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import pl.soclab.webinarbot.evaluation.QuestionSet;
import pl.soclab.webinarbot.evaluation.TestQuestion;

/** One start of a whole process, over the shipped files. */
final class ProcessTimes {
  private static final String QUESTION = "o ktorej to jest??";
  private static final String KNOWLEDGE = Path.of("knowledge").toAbsolutePath().toString();
  static final int QUESTIONS = 1000;
  private static final int AT_ONCE = 10;
  private static final int BATCH = 100;
  private static final long FIRST_CHAT = 600_000_001L;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * A start.
   *
   * @param elapsed on the clock, in nanoseconds
   * @param busy of the processors, in nanoseconds: what remains where others use the machine, too
   */
  record Took(long elapsed, long busy) {}

  private ProcessTimes() {}

  /** From the start of {@code ask} to its end, in nanoseconds. */
  static long ask(Layout layout) throws IOException, InterruptedException {
    var arguments = List.of("ask", "--knowledge", KNOWLEDGE, "haslo do zooma");
    try (var started = new Started(layout, arguments, Map.of())) {
      return started.ended();
    }
  }

  /** From the start of {@code serve}, on an empty database, to its first answer on the preview. */
  static Took serve(Layout layout) throws IOException, InterruptedException {
    int port = Started.freePort();
    Path data = Files.createTempDirectory("serve");
    var environment =
        Map.of("PREVIEW_PORT", "" + port, "SERVER_PORT", "0", "DATA_DIR", data.toString());
    try (var started =
        new Started(layout, List.of("serve", "--knowledge", KNOWLEDGE), environment)) {
      return new Took(started.answered(port, QUESTION), started.busy());
    }
  }

  /** From the start of the empty application to any answer over HTTP. */
  static Took empty(Layout layout) throws IOException, InterruptedException {
    int port = Started.freePort();
    try (var started = new Started(layout, List.of("--server.port=" + port), Map.of())) {
      return new Took(started.answeredHttp(port), started.busy());
    }
  }

  /**
   * What {@code serve} has in memory behind a thousand questions, in bytes. The preview keeps all
   * messages, so they come from the other stand-in.
   */
  static long resident(Layout layout) throws IOException, InterruptedException {
    // Shipped with the knowledge; other questions may be answered with a file, which is not
    // counted.
    List<String> questions =
        QuestionSet.all().stream()
            .filter(question -> question.source().file().equals("pytania"))
            .map(TestQuestion::question)
            .toList();
    var environment = new HashMap<String, String>();
    var atOnce = new Semaphore(AT_ONCE);
    try (var telegram = new BotApiStandIn(BATCH)) {
      environment.put("TELEGRAM_BOT_TOKEN", "1:benchmark-benchmark-benchmark");
      environment.put("TELEGRAM_API_URL", telegram.address().toString());
      environment.put("DATA_DIR", Files.createTempDirectory("serve").toString());
      environment.put("SERVER_PORT", "0");
      environment.put("MESSAGES_PER_SECOND", "99999");
      telegram.onMessage(chat -> atOnce.release());
      var arguments = List.of("serve", "--knowledge", KNOWLEDGE);
      try (var started = new Started(layout, arguments, environment)) {
        for (int i = 0; i < QUESTIONS; i++) {
          acquire(atOnce, 1, started);
          telegram.write(FIRST_CHAT + i, questions.get(i % questions.size()), () -> {});
        }
        acquire(atOnce, AT_ONCE, started);
        return started.resident();
      }
    }
  }

  private static void acquire(Semaphore atOnce, int permits, Started started)
      throws IOException, InterruptedException {
    for (int waited = 0; !atOnce.tryAcquire(permits, 1, TimeUnit.SECONDS); waited++) {
      if (waited > PATIENCE.toSeconds()) {
        throw new IllegalStateException("A question was not answered within " + PATIENCE);
      }
      started.check();
    }
  }
}
