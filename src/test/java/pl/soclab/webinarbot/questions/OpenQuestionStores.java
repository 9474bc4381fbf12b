package pl.soclab.webinarbot.questions;

import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.database.TestDatabases;

/** Empty stores that belong together, and what tests put into them. */
record OpenQuestionStores(OpenQuestions questions, Watches watches, AnswerDrafts drafts) {
  static final Instant NOW = Instant.parse("2022-02-16T11:00:00Z");

  /** Migrated once: a new schema for every test would take minutes. */
  private static final class Databases {
    private static final DataSource H2 = TestDatabases.h2();
    private static final DataSource POSTGRES = TestDatabases.postgres();
  }

  static OpenQuestionStores inMemory() {
    var questions = new InMemoryOpenQuestions();
    return new OpenQuestionStores(questions, questions.watches(), questions.drafts());
  }

  static OpenQuestionStores h2() {
    return empty(Databases.H2);
  }

  static OpenQuestionStores postgres() {
    return empty(Databases.POSTGRES);
  }

  private static OpenQuestionStores empty(DataSource database) {
    JdbcClient.create(database).sql("DELETE FROM open_question").update();
    return new OpenQuestionStores(
        new JdbcOpenQuestions(database), new JdbcWatches(database), new JdbcAnswerDrafts(database));
  }

  static Unanswered question(String text, @Nullable String topic, @Nullable String eventId) {
    return Objects.requireNonNull(Unanswered.of(text, topic, eventId), text);
  }

  /** Somebody asks that of the event "festyn". */
  long asked(String text, @Nullable String topic) {
    return questions.note(question(text, topic, "festyn"), NOW);
  }

  OpenQuestion found(long id) {
    return Objects.requireNonNull(questions.find(id), "No question " + id);
  }
}
