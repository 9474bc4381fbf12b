package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How many chats were done with in a second, over the last minute. */
final class PaceMeter {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private record Sample(Instant at, long done) {}

  private final Deque<Sample> samples = new ArrayDeque<>();

  /**
   * Notes how many were done with until then.
   *
   * @return how many a second; null while that cannot be told
   */
  @Nullable Double note(Instant at, long done) {
    if (!samples.isEmpty() && at.isBefore(samples.getLast().at())) {
      samples.clear();
    }
    samples.addLast(new Sample(at, done));
    while (samples.getFirst().at().plus(WINDOW).isBefore(at)) {
      samples.removeFirst();
    }
    Sample first = samples.getFirst();
    double seconds = Duration.between(first.at(), at).toMillis() / 1000.0;
    return seconds < 1 ? null : (done - first.done()) / seconds;
  }

  /** A break is no pace. */
  void forget() {
    samples.clear();
  }
}
