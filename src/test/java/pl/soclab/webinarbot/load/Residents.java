package pl.soclab.webinarbot.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Very many residents, each of whom writes once in a long while: what the bot's limit for one chat
 * allows. They ask what stands in the shipped question files, by turns.
 */
final class Residents {
  private static final int MANY = 20_000;
  private static final long FIRST = 600_000_001L;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final InstantTelegram telegram;
  private final List<String> questions = questions();
  private long turn;

  Residents(InstantTelegram telegram) {
    this.telegram = telegram;
  }

  private static List<String> questions() {
    var mapper = new ObjectMapper();
    var all = new ArrayList<String>();
    try (Stream<Path> files = Files.list(Path.of("knowledge", "pytania"))) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode question = mapper.readTree(line);
          if (question != null && question.hasNonNull("q")) {
            all.add(question.path("q").asText());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The questions cannot be read", e);
    }
    return all;
  }

  /**
   * How a rate went.
   *
   * @param unanswered questions without a reply ten seconds after the last one
   */
  record Pace(int rate, int answered, int unanswered, Duration median, Duration worstOfHundred) {
    boolean isSustained() {
      return unanswered == 0 && worstOfHundred.compareTo(Duration.ofSeconds(1)) < 0;
    }

    @Override
    public String toString() {
      return "%d/s: %d answered, %d not; median %d ms, 99th percentile %d ms"
          .formatted(rate, answered, unanswered, median.toMillis(), worstOfHundred.toMillis());
    }
  }

  /** They write so often a second, whether the bot keeps up or not. */
  Pace write(int rate, Duration time) {
    telegram.takeLatencies();
    long start = System.nanoTime();
    long questions = rate * time.toSeconds();
    for (long i = 0; i < questions; i++) {
      LockSupport.parkNanos(start + i * 1_000_000_000L / rate - System.nanoTime());
      next();
    }
    return pace(rate);
  }

  private void next() {
    telegram.write(FIRST + turn % MANY, questions.get((int) (turn % questions.size())));
    turn++;
  }

  private Pace pace(int rate) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (telegram.waiting() > 0 && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    long[] latencies = telegram.takeLatencies();
    return new Pace(
        rate,
        latencies.length,
        telegram.waiting(),
        percentile(latencies, 50),
        percentile(latencies, 99));
  }

  private static Duration percentile(long[] sorted, int percent) {
    return sorted.length == 0
        ? Duration.ZERO
        : Duration.ofNanos(sorted[(int) ((sorted.length - 1L) * percent / 100)]);
  }
}
