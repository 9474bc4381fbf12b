package pl.soclab.webinarbot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.preview.TestResident;

/**
 * Residents who write to the bot one after another, two questions each in a chat of its own, so
 * that a missing, a doubled and a misplaced answer can be told apart.
 */
final class AskingTown implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> QUESTIONS = List.of("o której to jest?", "gdzie to jest?");
  private static final List<String> ANSWERS = List.of("9:00", "świetlica");

  private record Asking(TestResident resident, Instant at) {}

  private final Preview telegram;
  private final Duration pause;
  private final List<Asking> askings = new CopyOnWriteArrayList<>();
  private final Thread writing;
  private volatile boolean enough;

  /** They begin at once, so many questions a second. */
  AskingTown(Preview telegram, int questionsPerSecond) {
    this.telegram = telegram;
    pause = Duration.ofSeconds(QUESTIONS.size()).dividedBy(questionsPerSecond);
    writing = Thread.ofVirtual().start(this::write);
  }

  private void write() {
    while (!enough) {
      TestResident resident =
          telegram.residents().add("Mieszkaniec " + askings.size(), "pl").hasWrittenBefore();
      askings.add(new Asking(resident, telegram.clock().instant()));
      QUESTIONS.forEach(resident::writes);
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  /** Waits until so many more residents have an answer. */
  void awaitAnswered(int more) {
    int last = askings.size() + more;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (askings.size() < last && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(pause.toNanos());
    }
    askings.get(last - 1).resident().awaitMessages(1, PATIENCE);
  }

  /**
   * What the residents saw.
   *
   * @param asked questions
   * @param missing questions without an answer
   * @param repeats answers that came once more
   * @param disorder residents whose answers came in another order
   * @param longest the longest wait for a first answer
   */
  record Verdict(int asked, int missing, int repeats, int disorder, Duration longest) {}

  /** Ends the asking, waits for what is to come, and counts. */
  Verdict verdict() throws InterruptedException {
    enough = true;
    writing.join();
    int missing = 0;
    int repeats = 0;
    int disorder = 0;
    Duration longest = Duration.ZERO;
    for (Asking asking : askings) {
      try {
        asking.resident().awaitMessages(QUESTIONS.size(), PATIENCE);
      } catch (AssertionError e) {
        // Counted below.
      }
      List<SentMessage> received = asking.resident().received();
      List<Integer> order = received.stream().map(AskingTown::question).toList();
      missing += (int) List.of(0, 1).stream().filter(which -> !order.contains(which)).count();
      repeats += order.size() - (int) order.stream().distinct().count();
      disorder += order.equals(order.stream().sorted().toList()) ? 0 : 1;
      if (!received.isEmpty()) {
        Duration wait = Duration.between(asking.at(), received.getFirst().at());
        longest = wait.compareTo(longest) > 0 ? wait : longest;
      }
    }
    return new Verdict(askings.size() * QUESTIONS.size(), missing, repeats, disorder, longest);
  }

  /** Which question a message answers. */
  private static int question(SentMessage message) {
    for (int i = 0; i < ANSWERS.size(); i++) {
      if (message.text().contains(ANSWERS.get(i))) {
        return i;
      }
    }
    throw new AssertionError("An answer to nothing: " + message.text());
  }

  @Override
  public void close() {
    enough = true;
  }
}
