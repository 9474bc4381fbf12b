package pl.soclab.webinarbot.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import pl.soclab.webinarbot.benchmark.BotApiStandIn;

/**
 * A Bot API that takes everything at once and notes how long each reply took: from when the update
 * could be fetched until the first message to its chat arrived. The preview keeps every message and
 * draws every page, and would be measured itself.
 */
final class InstantTelegram implements AutoCloseable {
  private static final int BATCH = 100;

  private final BotApiStandIn telegram = new BotApiStandIn(BATCH);
  private final ConcurrentHashMap<Long, Long> asked = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();

  InstantTelegram() throws IOException {
    telegram.onMessage(this::arrived);
  }

  URI address() {
    return telegram.address();
  }

  /** A resident writes in the private chat. */
  void write(long chat, String text) {
    asked.put(chat, System.nanoTime());
    telegram.write(chat, text, () -> {});
  }

  private void arrived(long chat) {
    Long since = asked.remove(chat);
    if (since != null) {
      latencies.add(System.nanoTime() - since);
    }
  }

  /** How many residents wait for a reply. */
  int waiting() {
    return asked.size();
  }

  /** How many messages have arrived, those that nobody waited for too. */
  long arrived() {
    return telegram.sent();
  }

  /** The latencies since the last call, sorted, in nanoseconds. */
  long[] takeLatencies() {
    var taken = new ArrayList<Long>();
    for (Long next = latencies.poll(); next != null; next = latencies.poll()) {
      taken.add(next);
    }
    return taken.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  @Override
  public void close() {
    telegram.close();
  }
}
