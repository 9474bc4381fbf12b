package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.conversation.AnswerListener;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.Tallies;
import pl.soclab.webinarbot.questions.Tally;

/**
 * Counts the answers by day, kind and topic. Who asked and what was written it does not keep, not
 * even in memory. No resident waits for the database: the numbers are added up and written once a
 * second, so a crash loses the last second at most. An answer that is given again after a crash is
 * counted again.
 */
public final class AnswerTally implements AnswerListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerTally.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Tallies tallies;
  private final Supplier<Knowledge> knowledge;
  private final Map<Key, Long> waiting = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean failing;

  private record Key(LocalDate day, String kind, String topic) {}

  /**
   * A tally with nothing to write.
   *
   * @param knowledge gives the newest snapshot, for the zone in which a day begins
   */
  public AnswerTally(Tallies tallies, Supplier<Knowledge> knowledge) {
    this.tallies = tallies;
    this.knowledge = knowledge;
  }

  @Override
  public void answered(ChatId chat, Answer answer, Instant now) {
    List<String> topics = answer.content().topics();
    String topic = topics.isEmpty() ? "" : topics.getFirst();
    LocalDate day = LocalDate.ofInstant(now, zone(answer.content().eventId(), now));
    waiting.merge(new Key(day, answer.kind(), topic), 1L, Long::sum);
  }

  private ZoneId zone(@Nullable String eventId, Instant now) {
    Knowledge snapshot = knowledge.get();
    Event event = snapshot.event(eventId);
    return event == null ? new ComingEvents(snapshot, now).zone() : event.zone();
  }

  /** Starts to write on a thread of its own; to be called once. */
  public void start() {
    Thread.ofVirtual().name("tally").start(this::writeAgainAndAgain);
  }

  private void writeAgainAndAgain() {
    try {
      // Not an interrupt: one in the middle of a write closes H2's file.
      while (!closed.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
        flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what is waiting; what the store does not take waits on. */
  synchronized void flush() {
    for (Key key : List.copyOf(waiting.keySet())) {
      Long number = waiting.remove(key);
      if (number != null && !write(key, number)) {
        waiting.merge(key, number, Long::sum);
        return;
      }
    }
  }

  private boolean write(Key key, long number) {
    try {
      tallies.add(new Tally(key.day(), key.kind(), key.topic(), number));
      failing = false;
      return true;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.error("The numbers of answers cannot be stored just now", e);
      }
      failing = true;
      return false;
    }
  }

  /** Writes what is waiting and stops. */
  @Override
  public void close() {
    closed.countDown();
    flush();
  }
}
