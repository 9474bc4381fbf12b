package pl.soclab.webinarbot.questions;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.database.TestDatabases;

/** Empty stores of this room. */
record QuestionStores(
    Handovers handovers, ToldFacts told, FactMemory memory, Corrections corrections) {
  static final Instant NOW = Instant.parse("2022-02-16T11:00:00Z");

  /** Migrated once: a new schema for every test would take minutes. */
  private static final class Databases {
    private static final DataSource H2 = TestDatabases.h2();
    private static final DataSource POSTGRES = TestDatabases.postgres();
  }

  static QuestionStores inMemory() {
    return new QuestionStores(
        new InMemoryHandovers(),
        new InMemoryToldFacts(),
        new InMemoryFactMemory(),
        new InMemoryCorrections());
  }

  static QuestionStores h2() {
    return empty(Databases.H2);
  }

  static QuestionStores postgres() {
    return empty(Databases.POSTGRES);
  }

  private static QuestionStores empty(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    for (String table :
        List.of("handover_answer", "handover", "told_fact", "fact_memory", "correction")) {
      jdbc.sql("DELETE FROM " + table).update();
    }
    return new QuestionStores(
        new JdbcHandovers(database),
        new JdbcToldFacts(database),
        new JdbcFactMemory(database),
        new JdbcCorrections(database));
  }
}
