package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How fast broadcasts and the replies beside them leave. */
final class SendingTimes {
  /** Messages a second: more than any machine reaches. */
  static final int LIFTED = 100_000;

  private static final int USUAL = 25;
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration PACE_WINDOW = Duration.ofSeconds(60);
  private static final int MANY = 10_000;

  private static final int RESIDENTS = 5;
  private static final long FIRST_RESIDENT = 5_000_000_000L;
  private static final int WARM_UP_QUESTIONS = 50;
  private static final int QUESTIONS = 30 * RESIDENTS;

  private static final List<String> ASKED =
      List.of("kiedy webinar", "link do spotkania", "haslo do zooma", "kto prowadzi?", "ile trwa");

  private SendingTimes() {}

  /** Counted from two seconds behind the first message: the reserve of a full bucket is no pace. */
  static String pace() throws IOException, InterruptedException {
    try (var bot = new SendingBot(USUAL).subscribed(MANY)) {
      var first = new CountDownLatch(1);
      bot.telegram().onMessage(chat -> first.countDown());
      bot.broadcast();
      bot.sends();
      first.await();
      Thread.sleep(WARM_UP);
      long start = System.nanoTime();
      long before = bot.telegram().sent();
      Thread.sleep(PACE_WINDOW);
      long sent = bot.telegram().sent() - before;
      double seconds = (System.nanoTime() - start) / 1e9;
      return String.format(
          Locale.ROOT,
          "%.1f %% (%d in %.1f s) | at least 98 %%",
          100 * sent / seconds / USUAL,
          sent,
          seconds);
    }
  }

  static String most() throws IOException, InterruptedException {
    try (var bot = new SendingBot(LIFTED).subscribed(MANY)) {
      var arrivals = new ConcurrentLinkedDeque<Long>();
      var all = new CountDownLatch(MANY);
      bot.telegram()
          .onMessage(
              chat -> {
                arrivals.add(System.nanoTime());
                all.countDown();
              });
      bot.broadcast();
      bot.sends();
      boolean complete = all.await(5, TimeUnit.MINUTES);
      double seconds = (arrivals.getLast() - arrivals.getFirst()) / 1e9;
      return String.format(
          Locale.ROOT,
          "%.0f messages a second (%,d in %.1f s%s) | none",
          arrivals.size() / seconds,
          arrivals.size(),
          seconds,
          complete ? "" : ", not all");
    }
  }

  /** From handing the update out to the arrival of the first message in answer. */
  static String replies() throws IOException, InterruptedException {
    try (var bot = new SendingBot(USUAL).subscribed(MANY).answers()) {
      var handedOut = new ConcurrentHashMap<Long, Queue<Long>>();
      var taken = new ConcurrentLinkedQueue<Long>();
      bot.telegram()
          .onMessage(
              chat -> {
                Long since = handedOut.getOrDefault(chat, new ArrayDeque<>()).poll();
                if (since != null) {
                  taken.add(System.nanoTime() - since);
                }
              });
      ask(bot, WARM_UP_QUESTIONS, handedOut);
      bot.broadcast();
      bot.sends();
      Thread.sleep(WARM_UP);
      int warm = taken.size();
      taken.clear();
      long before = bot.telegram().sent();
      ask(bot, QUESTIONS, handedOut);
      Thread.sleep(WARM_UP);
      return String.format(
          Locale.ROOT,
          "%s (%d of %d answered, %d of %d in warming up; %d messages in all) | below 500 ms",
          times(taken, 99),
          taken.size(),
          QUESTIONS,
          warm,
          WARM_UP_QUESTIONS,
          bot.telegram().sent() - before);
    }
  }

  /** The residents write by turns, each once a second. */
  private static void ask(SendingBot bot, int questions, Map<Long, Queue<Long>> handedOut)
      throws InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < questions; i++) {
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / RESIDENTS;
      Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      long chat = FIRST_RESIDENT + i % RESIDENTS;
      Queue<Long> waiting = handedOut.computeIfAbsent(chat, any -> new ConcurrentLinkedQueue<>());
      String question = ASKED.get((i + i / RESIDENTS) % ASKED.size());
      bot.telegram().write(chat, question, () -> waiting.add(System.nanoTime()));
    }
  }

  /** Stopped after its first message each time; the gaps do not follow the loop's own. */
  static String due() throws IOException, InterruptedException {
    var taken = new ConcurrentLinkedQueue<Long>();
    var gaps = new Random(20_220_216);
    try (var bot = new SendingBot(LIFTED).subscribed(MANY).sends()) {
      for (int i = 0; i < 20; i++) {
        Thread.sleep(2_000 + gaps.nextInt(1_000));
        var first = new CountDownLatch(1);
        bot.telegram().onMessage(chat -> first.countDown());
        long start = System.nanoTime();
        long broadcast = bot.broadcast();
        first.await();
        taken.add(System.nanoTime() - start);
        bot.stop(broadcast);
      }
      return times(taken, 100) + " | below 2 s";
    }
  }

  private static String times(Collection<Long> taken, int percentile) {
    long[] nanos = taken.stream().mapToLong(Long::longValue).sorted().toArray();
    if (nanos.length == 0) {
      return "none";
    }
    int last = Math.min(nanos.length - 1, nanos.length * percentile / 100);
    return String.format(
        Locale.ROOT,
        "median %.0f ms, %s %.0f ms",
        nanos[nanos.length / 2] / 1e6,
        percentile == 100 ? "worst" : percentile + "th percentile",
        nanos[last] / 1e6);
  }
}
