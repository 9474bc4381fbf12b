package pl.soclab.webinarbot.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.load.Instance.Size;
import pl.soclab.webinarbot.load.Residents.Pace;

/** One instance under load; {@code docs/reliability.md} has its figures and how to get them. */
class LoadTest {
  private static final Duration STEP = Duration.ofSeconds(20);
  private static final int[] RATES = {10, 25, 50, 75, 100, 150, 200, 300, 400, 600};
  private static final String HEAP = "-Xmx512m";

  /** All of it is taken at the start, so that what grows later is no heap. */
  private static final String[] WHOLE_HEAP = {"-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"};

  private static final int SUBSCRIBERS = 2_000;

  @TempDir Path folder;

  @BeforeEach
  void sayWhere() {
    System.out.printf(
        "%d cores, load %.1f%n",
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  @Test
  void aFewSecondsOfLoadAreAnswered() throws Exception {
    try (var telegram = new InstantTelegram();
        var bot = new Instance(folder, telegram.address(), Map.of(), HEAP)) {
      var residents = new Residents(telegram);
      warmUp(telegram, bot, residents);

      Pace pace = residents.write(10, Duration.ofSeconds(2));

      System.out.println("H2, " + pace);
      assertThat(pace.unanswered()).isZero();
      assertThat(bot.log()).doesNotContain("ERROR");
    }
  }

  /** The first question waits for the start, which takes its time on a busy machine. */
  private static void warmUp(InstantTelegram telegram, Instance bot, Residents residents)
      throws IOException {
    residents.write(1, Duration.ofSeconds(1));
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (telegram.waiting() > 0) {
      assertThat(System.nanoTime()).as(bot.log()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  @Test
  @Tag("trial")
  void mostOnH2() throws Exception {
    assertThat(most("H2", Map.of())).isGreaterThanOrEqualTo(10);
  }

  @Test
  @Tag("trial")
  void mostOnPostgres() throws Exception {
    try (var postgres = EmbeddedPostgres.start()) {
      assertThat(most("PostgreSQL", address(postgres))).isGreaterThanOrEqualTo(10);
    }
  }

  private static Map<String, String> address(EmbeddedPostgres postgres) {
    return Map.of(
        "DATABASE_URL",
        postgres.getJdbcUrl("postgres", "postgres"),
        "DATABASE_USER",
        "postgres",
        "DATABASE_PASSWORD",
        "postgres");
  }

  /** The greatest rate that is sustained; each is tried for a while, on a program that is warm. */
  private int most(String database, Map<String, String> environment) throws Exception {
    try (var telegram = new InstantTelegram();
        var bot = new Instance(folder, telegram.address(), environment, HEAP)) {
      var residents = new Residents(telegram);
      warmUp(telegram, bot, residents);
      residents.write(10, STEP);
      int most = 0;
      for (int rate : RATES) {
        Pace pace = residents.write(rate, STEP);
        System.out.println(database + ", " + pace);
        if (!pace.isSustained()) {
          break;
        }
        most = rate;
      }
      System.out.println(database + ": " + bot.size());
      return most;
    }
  }

  /** A thousand questions and a message to two thousand subscribers, in 192 MB of heap. */
  @Test
  @Tag("trial")
  void littleMemoryIsEnough() throws Exception {
    try (var postgres = EmbeddedPostgres.start();
        var telegram = new InstantTelegram();
        var bot = new Instance(folder, telegram.address(), address(postgres), "-Xmx192m")) {
      var residents = new Residents(telegram);
      warmUp(telegram, bot, residents);
      Pace pace = residents.write(20, Duration.ofSeconds(50));
      System.out.println("-Xmx192m, " + pace + "; " + bot.size());
      assertThat(pace.answered()).isEqualTo(1_000);

      long before = telegram.arrived();
      Crowd.isToldSomething(postgres.getPostgresDatabase(), SUBSCRIBERS);
      long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
      while (telegram.arrived() < before + SUBSCRIBERS) {
        assertThat(System.nanoTime()).as(bot.log()).isLessThan(end);
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }

      System.out.println("-Xmx192m, " + SUBSCRIBERS + " told; " + bot.size());
      assertThat(bot.isAlive()).isTrue();
      assertThat(bot.log()).doesNotContain("OutOfMemoryError", "ERROR");
    }
  }

  /** {@code -Dsoak.minutes} and {@code -Dsoak.rate} set how long, and how many updates a second. */
  @Test
  @Tag("trial")
  void soak() throws Exception {
    Duration all = Duration.ofMinutes(Integer.getInteger("soak.minutes", 30));
    int rate = Integer.getInteger("soak.rate", 25);
    var sizes = new ArrayList<Size>();
    try (var telegram = new InstantTelegram();
        var bot = new Instance(folder, telegram.address(), Map.of(), WHOLE_HEAP)) {
      var residents = new Residents(telegram);
      warmUp(telegram, bot, residents);
      residents.write(rate, Duration.ofMinutes(1));
      for (long passed = 0; passed < all.toSeconds(); passed += STEP.toSeconds()) {
        Pace pace = residents.write(rate, STEP);
        sizes.add(bot.size());
        System.out.println("Soak, " + passed + " s, " + pace + "; " + sizes.getLast());
        assertThat(pace.unanswered()).isZero();
      }
      assertThat(bot.log()).doesNotContain("ERROR");
    }
    assertFlat(sizes, "heap", Size::heap, 12);
    assertFlat(sizes, "RSS", Size::rss, 40);
    assertFlat(sizes, "threads", Size::threads, 5);
    assertFlat(sizes, "handles", Size::handles, 5);
  }

  /** The last third may lie above the first by no more than so much. */
  private static void assertFlat(
      List<Size> sizes, String what, ToLongFunction<Size> measure, long more) {
    int third = sizes.size() / 3;
    double first = mean(sizes.subList(0, third), measure);
    double last = mean(sizes.subList(sizes.size() - third, sizes.size()), measure);
    System.out.printf("Soak, %s: %.1f in the first third, %.1f in the last%n", what, first, last);
    assertThat(last).as(what).isLessThanOrEqualTo(first + more);
  }

  private static double mean(List<Size> sizes, ToLongFunction<Size> measure) {
    return sizes.stream().mapToLong(measure).average().orElse(0);
  }
}
