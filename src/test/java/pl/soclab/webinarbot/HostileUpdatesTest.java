package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import pl.soclab.webinarbot.attack.Dice;
import pl.soclab.webinarbot.attack.HostileTelegram;
import pl.soclab.webinarbot.attack.HostileUpdates;
import pl.soclab.webinarbot.attack.SlowOnes;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.conversation.Flood;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.database.TestDatabases;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.telegram.Menus;
import pl.soclab.webinarbot.telegram.TelegramBot;
import pl.soclab.webinarbot.telegram.TelegramSettings;

/**
 * Updates that somebody made to see what happens, over HTTP through the whole program on the
 * shipped files: every one is answered or left out, none breaks, and no message is made that
 * Telegram would refuse. {@code -Dattack.seed=N -Dattack.inputs=1} repeats one in either test; the
 * log names the number of an update that broke, which is its seed.
 */
class HostileUpdatesTest {
  private static final int A_FEW = 500;
  private static final int MANY = 100_000;
  private static final int AT_ONCE = 5_000;
  private static final long ORGANISERS = 100;
  private static final long FEWEST_PEOPLE = 600;

  /** A gross bound: in the first seconds of a program its code is not compiled yet. */
  private static final long MILLIS = 2_000;

  /**
   * That of a resident's answer, by the time of a processor: a tenth of a second, and half as much
   * again for what others on the machine do to its caches.
   */
  private static final long ANSWER_MILLIS = 150;

  private static final long HEAP_GROWTH = 24L * 1024 * 1024;

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final SlowOnes residents = new SlowOnes();
  private final SlowOnes organisers = new SlowOnes();
  private final MeterRegistry meters = new SimpleMeterRegistry();

  @BeforeEach
  void shippedFiles() throws Exception {
    FileSystemUtils.copyRecursively(Path.of("knowledge"), folder.resolve("knowledge"));
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void everyUpdateIsAnsweredOrLeftOut() throws Exception {
    attack(1, A_FEW, "jdbc:h2:mem:attack;DB_CLOSE_DELAY=-1", "sa", TestDatabases.h2());

    assertThat(residents.over(MILLIS)).isEmpty();
    assertThat(organisers.over(MILLIS)).isEmpty();
  }

  @Test
  @Tag("trial")
  void everyOneOfAHundredThousandUpdatesIsAnsweredOrLeftOut() throws Exception {
    try (var postgres = EmbeddedPostgres.start()) {
      attack(
          1_000_000,
          MANY,
          postgres.getJdbcUrl("postgres", "postgres"),
          "postgres",
          TestDatabases.postgres());
    }

    residents.print("answers to residents, in milliseconds of a processor");
    organisers.print("answers to organisers, in milliseconds of a processor");
    assertThat(residents.over(ANSWER_MILLIS)).isEmpty();
  }

  private void attack(long firstSeed, int inputs, String database, String user, DataSource inbox)
      throws Exception {
    long first = Long.getLong("attack.seed", firstSeed);
    int count = Integer.getInteger("attack.inputs", inputs);
    try (var idle = new HostileTelegram();
        var telegram = new HostileTelegram();
        var context = served(idle, database, user);
        var bot = bot(telegram, context, inbox)) {
      List<Long> people =
          LongStream.rangeClosed(1, Math.max(FEWEST_PEOPLE, count / 20)).boxed().toList();
      bot.start();
      long heap = 0;
      for (long seed = first; seed < first + count; seed++) {
        telegram.deliver(new HostileUpdates(new Dice(seed), people).next(seed));
        boolean isPause = (seed - first) % AT_ONCE == AT_ONCE - 1 || seed == first + count - 1;
        if (isPause) {
          awaitHandled(telegram);
          long now = usedHeap();
          heap = heap == 0 ? now : heap;
          if (seed - first == AT_ONCE - 1) {
            // Until here most of the program was not compiled.
            residents.forget();
          }
          assertThat(now - heap).as("heap, beside the first pause").isLessThan(HEAP_GROWTH);
        }
      }
      assertThat(telegram.refused()).isEmpty();
      assertThat(telegram.sent()).isGreaterThan(count / 10);
      assertThat(counted("telegram.turns.failed")).isZero();
      assertThat(counted("telegram.updates.set.aside")).isZero();
      assertThat(counted("telegram.updates.taken"))
          .as("a few are too big or too deep to be stored")
          .isCloseTo(count, within(count / 50.0));
    }
  }

  private ConfigurableApplicationContext served(
      HostileTelegram telegram, String database, String user) throws Exception {
    return Objects.requireNonNull(
        new Served(folder)
            .start(
                "--webinar-bot.organisers="
                    + LongStream.rangeClosed(1, ORGANISERS)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(",")),
                "--webinar-bot.telegram-bot-token=1:" + "a".repeat(35),
                "--webinar-bot.telegram-api-url=" + telegram.address(),
                "--webinar-bot.database-url=" + database,
                "--webinar-bot.database-user=" + user));
  }

  /** A second bot before the program's own conversation, so that its time can be taken. */
  private TelegramBot bot(
      HostileTelegram telegram, ConfigurableApplicationContext context, DataSource inbox) {
    Conversation conversation = context.getBean(Conversation.class);
    return new TelegramBot(
        new TelegramSettings("1:attacked", telegram.address(), 99_999),
        message -> timed(conversation, message),
        context.getBean(Flood.class),
        Menus.of(List.of()),
        inbox,
        true,
        context.getBean(InstantSource.class),
        meters);
  }

  /** On a platform thread, as only their time is told. */
  private List<OutgoingMessage> timed(Conversation conversation, IncomingMessage message) {
    boolean isOrganiser = message.chat().value() > 0 && message.chat().value() <= ORGANISERS;
    try {
      return threads.submit(() -> timedHere(conversation, message, isOrganiser)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The conversation broke", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private List<OutgoingMessage> timedHere(
      Conversation conversation, IncomingMessage message, boolean isOrganiser) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<OutgoingMessage> reply = conversation.handle(message);
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    String what = shown(message.content().toString());
    (isOrganiser ? organisers : residents).took(Duration.ofNanos(nanos).toMillis(), what);
    return reply;
  }

  private static String shown(String content) {
    return content.length()
        + " characters: "
        + content
            .codePoints()
            .limit(80)
            .mapToObj(
                c -> c >= ' ' && c <= '~' ? Character.toString(c) : "\\u" + Integer.toHexString(c))
            .collect(Collectors.joining());
  }

  private void awaitHandled(HostileTelegram telegram) {
    long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (telegram.left() > 0
        || counted("telegram.updates.handled") < counted("telegram.updates.taken")) {
      assertThat(System.nanoTime()).as("ten minutes for all of them").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private double counted(String counter) {
    return meters.counter(counter).count();
  }

  @SuppressWarnings("CallToSystemGC")
  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
