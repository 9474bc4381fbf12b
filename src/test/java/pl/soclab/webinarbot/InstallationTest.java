package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.database.TestDatabases;

/** How a database is told from its backups. */
class InstallationTest {
  private static final Instant NOW = Instant.parse("2022-02-16T11:00:00Z");

  @TempDir Path folder;
  private final DataSource database = TestDatabases.h2();
  private final List<Instant> restored = new ArrayList<>();

  private Installation at(Path place) {
    return new Installation(database, InstallationMark.in(place));
  }

  private void start(Installation installation, Instant now) {
    installation.claim(now, restored::add);
  }

  @Test
  void firstStartMakesTheDatabaseItsOwnAndRestartsFindItSo() {
    start(at(folder), NOW);
    at(folder).alive(NOW.plusSeconds(60));
    start(at(folder), NOW.plus(Duration.ofDays(5)));
    start(at(folder), NOW.plus(Duration.ofDays(365)));

    assertThat(restored).isEmpty();
  }

  @Test
  void copyOfTheFolderIsNotThisInstallation() throws Exception {
    start(at(folder), NOW);
    at(folder).alive(NOW.plusSeconds(60));
    Path copy = Files.createDirectories(folder.resolve("copy"));
    Files.copy(
        folder.resolve(InstallationMark.NAME),
        copy.resolve(InstallationMark.NAME),
        StandardCopyOption.COPY_ATTRIBUTES);

    start(at(copy), NOW.plusSeconds(3600));
    start(at(copy), NOW.plusSeconds(7200));

    assertThat(restored).containsExactly(NOW.plusSeconds(60));
  }

  @Test
  void databaseAloneBroughtElsewhereIsNotThisInstallation() throws Exception {
    start(at(folder), NOW);

    start(at(Files.createDirectories(folder.resolve("other"))), NOW.plusSeconds(3600));

    assertThat(restored).containsExactly(NOW);
  }

  @Test
  void databasePutBackToAFormerStateIsKnownByTheMark() {
    start(at(folder), NOW);
    Instant later = NOW.plus(Duration.ofHours(1));
    at(folder).alive(later);
    JdbcClient.create(database)
        .sql("UPDATE installation SET alive_at = ?")
        .param(NOW.atOffset(ZoneOffset.UTC))
        .update();

    start(at(folder), later.plusSeconds(1));

    assertThat(restored).containsExactly(NOW);
  }

  @Test
  void crashBetweenTheTwoSignsOfLifeIsARestart() throws Exception {
    start(at(folder), NOW);
    at(folder).alive(NOW.plusSeconds(60));
    Files.setLastModifiedTime(folder.resolve(InstallationMark.NAME), FileTime.from(NOW));

    start(at(folder), NOW.plusSeconds(3600));

    assertThat(restored).isEmpty();
  }

  @Test
  void clockThatWasSetBackIsNoBackup() {
    start(at(folder), NOW);
    at(folder).alive(NOW.minus(Duration.ofHours(1)));

    start(at(folder), NOW.minus(Duration.ofMinutes(59)));

    assertThat(restored).isEmpty();
  }

  @Test
  void startThatBrokeIsMadeGoodByTheNext() throws Exception {
    start(at(folder), NOW);
    Path other = Files.createDirectories(folder.resolve("other"));
    try {
      at(other)
          .claim(
              NOW.plusSeconds(10),
              from -> {
                throw new IllegalStateException("the machine dies here");
              });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("the machine dies here");
    }

    start(at(other), NOW.plusSeconds(20));

    assertThat(restored).containsExactly(NOW);
  }

  @Test
  void ordinaryUserOfPostgresMayAskForTheServersNumber() throws Exception {
    try (Connection connection = TestDatabases.postgres().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE ordinary");
      statement.execute("SET ROLE ordinary");

      assertThat(statement.execute("SELECT system_identifier FROM pg_control_system()")).isTrue();
    }
  }

  @Test
  void postgresKnowsItsOwnTableFromARestoredOne() {
    DataSource postgres = TestDatabases.postgres();
    var installation = new Installation(postgres, null);
    start(installation, NOW);
    start(new Installation(postgres, null), NOW.plusSeconds(10));
    assertThat(restored).isEmpty();

    // As pg_restore does: the same rows in a table that is made anew.
    JdbcClient jdbc = JdbcClient.create(postgres);
    jdbc.sql("CREATE TABLE dump AS SELECT * FROM installation").update();
    jdbc.sql("DROP TABLE installation").update();
    jdbc.sql("ALTER TABLE dump RENAME TO installation").update();
    start(new Installation(postgres, null), NOW.plusSeconds(20));

    assertThat(restored).containsExactly(NOW.plusSeconds(10));
  }
}
