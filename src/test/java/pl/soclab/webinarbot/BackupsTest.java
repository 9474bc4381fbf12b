package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.cli.WebinarBotCommand;

class BackupsTest {
  private static final int FEW = 4;
  private static final int MANY = 20;
  private static final int ROWS = 500;
  private static final Duration PAUSE = Duration.ofMillis(3);

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2022-02-01T00:30:00Z"));
  private JdbcConnectionPool pool;
  private JdbcClient jdbc;
  private Backups backups;

  @BeforeEach
  void aDatabase() {
    DatabaseAddress address = DatabaseAddress.file(folder.resolve("data/webinar-bot"));
    pool = JdbcConnectionPool.create(address.url(), address.user(), address.password());
    jdbc = JdbcClient.create(pool);
    jdbc.sql("CREATE TABLE note (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text VARCHAR)")
        .update();
    backups = new Backups(pool, folder.resolve("data/kopie"), now::get);
  }

  @AfterEach
  void close() {
    pool.dispose();
  }

  private List<String> kept() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("data/kopie"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void allOfTheLastDayAreKeptAndOneOfEachOfSevenDays() throws Exception {
    Path made = backups.make();
    for (int hour = 1; hour < 24 * 10 - 1; hour++) {
      Instant at = now.updateAndGet(instant -> instant.plus(Duration.ofHours(1)));
      Files.copy(
          made,
          made.resolveSibling(
              "webinar-bot-" + at.toString().replace(":", "").replace("Z", "Z.zip")));
    }
    Path foreign = Files.createFile(made.resolveSibling("moja.zip"));
    now.updateAndGet(instant -> instant.plus(Duration.ofHours(1)));

    backups.make();

    Files.delete(foreign);
    assertThat(kept())
        .hasSize(25 + 6)
        .startsWith("webinar-bot-2022-02-03T233000Z.zip", "webinar-bot-2022-02-04T233000Z.zip")
        .endsWith("webinar-bot-2022-02-10T223000Z.zip", "webinar-bot-2022-02-10T233000Z.zip");
    assertThat(backups.newest()).isEqualTo("2022-02-10T23:30:00Z");
  }

  @Test
  void backupThatCannotBeWrittenLeavesTheFormerOnes() throws Exception {
    backups.make();
    Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> new Backups(pool, folder.resolve("file/kopie"), now::get).make())
        .isInstanceOf(UncheckedIOException.class);

    assertThat(kept()).hasSize(1);
  }

  @Test
  void whileTheDatabaseIsWrittenABackupIsWholeAndACopyIsWholeOrKnownAsTorn() throws Exception {
    copiesWhileItIsWritten(FEW);
  }

  @Test
  @Tag("trial")
  void twentyCopiesAndBackupsWhileTheDatabaseIsWritten() throws Exception {
    copiesWhileItIsWritten(MANY);
  }

  private void copiesWhileItIsWritten(int copies) throws Exception {
    var stop = new AtomicBoolean();
    Thread writer = Thread.ofPlatform().start(() -> write(stop));
    var torn = new ArrayList<SQLException>();
    try {
      for (int number = 0; number < copies; number++) {
        Path copy = folder.resolve("copy" + number + ".mv.db");
        Files.copy(folder.resolve("data/webinar-bot.mv.db"), copy);
        SQLException error = errorOf(copy);
        if (error != null) {
          torn.add(error);
        }
        long before = count(jdbc);
        Path target = Files.createDirectories(folder.resolve("restored" + number));
        now.updateAndGet(instant -> instant.plusSeconds(1));
        restore(backups.make(), target);
        assertThat(countIn(target.resolve("webinar-bot"))).isGreaterThanOrEqualTo(before);
      }
    } finally {
      stop.set(true);
      writer.join();
    }

    System.out.println(copies + " copies of the file, torn: " + torn.size());
    assertThat(torn).allSatisfy(error -> assertThat(error.getErrorCode()).isEqualTo(90030));
  }

  /**
   * Some hundred commits a second, ten times what a broadcast writes. Without a pause the file
   * grows faster than it is copied: while a backup is made, the database takes no space anew.
   */
  private void write(AtomicBoolean stop) {
    while (!stop.get()) {
      jdbc.sql("INSERT INTO note (text) VALUES (?)").param("x".repeat(2000)).update();
      jdbc.sql("DELETE FROM note WHERE id <= ?").param(count(jdbc) - ROWS).update();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static long count(JdbcClient jdbc) {
    return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM note").query(Long.class).single();
  }

  private static void restore(Path backup, Path target) {
    int status =
        WebinarBotCommand.run(
            options -> 0,
            options -> 0,
            System.out,
            System.err,
            "restore",
            "--data",
            target.toString(),
            "--from",
            backup.toString());
    assertThat(status).isZero();
  }

  private static long countIn(Path database) throws SQLException {
    DatabaseAddress address = DatabaseAddress.file(database);
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var rows = connection.createStatement().executeQuery("SELECT MAX(id) FROM note")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** What an operator would meet; null where every row can be read. */
  private static @Nullable SQLException errorOf(Path file) {
    String name = file.toString().replace(".mv.db", "");
    DatabaseAddress address = DatabaseAddress.file(Path.of(name));
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var rows = connection.createStatement().executeQuery("SCRIPT")) {
      while (rows.next()) {
        assertThat(rows.getString(1)).isNotNull();
      }
      return null;
    } catch (SQLException e) {
      return e;
    }
  }
}
