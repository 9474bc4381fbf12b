package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.database.TestDatabases;
import pl.soclab.webinarbot.desk.JdbcPairings;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.questions.JdbcCorrections;
import pl.soclab.webinarbot.questions.JdbcHandovers;
import pl.soclab.webinarbot.questions.JdbcOpenQuestions;
import pl.soclab.webinarbot.questions.JdbcTallies;
import pl.soclab.webinarbot.questions.JdbcToldFacts;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.EventTimes;
import pl.soclab.webinarbot.reminders.JdbcBroadcasts;
import pl.soclab.webinarbot.reminders.JdbcEventMemory;

/** Each promise of docs/privacy.md: what is older goes, what is younger stays. */
@ParameterizedClass
@EnumSource
class RetentionTest {
  private static final Instant NOW = Instant.parse("2022-02-16T11:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");
  private static final Map<PersonalDataTest.Kind, DataSource> DATABASES =
      new EnumMap<>(PersonalDataTest.Kind.class);

  private final DataSource database;
  private final JdbcClient jdbc;
  private final EventMemory memory;
  private final Retention retention;

  RetentionTest(PersonalDataTest.Kind kind) {
    database =
        DATABASES.computeIfAbsent(
            kind,
            missing ->
                switch (missing) {
                  case H2 -> TestDatabases.h2();
                  case POSTGRES -> TestDatabases.postgres();
                });
    jdbc = JdbcClient.create(database);
    memory = new JdbcEventMemory(database);
    var none = new Knowledge(List.of(), List.of(), List.of(), List.of(), List.of());
    var answerers = new CurrentAnswerer(none, () -> NOW);
    retention =
        new PrivacyWiring()
            .retention(
                database,
                answerers,
                memory,
                new JdbcBroadcasts(database),
                new JdbcOpenQuestions(database),
                new JdbcHandovers(database),
                new JdbcToldFacts(database),
                new JdbcCorrections(database),
                new JdbcTallies(database),
                new JdbcPairings(database));
  }

  @BeforeEach
  void empty() {
    FilledTables.empty(database);
    jdbc.sql("DELETE FROM event_memory").update();
    jdbc.sql("DELETE FROM tally").update();
  }

  /** A row of that kind, whose time is so long ago; {@code $T} stands for it. */
  private void row(String sql, int number, Duration ago) {
    jdbc.sql(
            sql.replace("$N", Integer.toString(number))
                .replace(
                    "$T",
                    "TIMESTAMP WITH TIME ZONE '" + NOW.minus(ago).atOffset(ZoneOffset.UTC) + "'")
                .replace(
                    "$D", "DATE '" + LocalDate.ofInstant(NOW.minus(ago), ZoneOffset.UTC) + "'"))
        .update();
  }

  private long count(String table) {
    return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      broadcast         | P90D   | INSERT INTO broadcast (id, kind, scopes, state, due_at, ended_at) VALUES ($N, 'REMINDER', '', 'DONE', $T, $T)
      broadcast         | P90D   | INSERT INTO broadcast (id, kind, scopes, state, due_at, author_chat) VALUES ($N, 'MESSAGE', '', 'DRAFT', $T, 7)
      broadcast         | P1D    | INSERT INTO broadcast (id, kind, scopes, state, due_at, ended_at) VALUES ($N, 'ANSWER', '', 'DONE', $T, $T)
      subscription      | P90D   | INSERT INTO subscription VALUES ($N, 'zebranie', 'ALL', 'pl', $T, $T)
      subscription      | P90D   | INSERT INTO subscription VALUES ($N, 'gone', 'ALL', 'pl', $T, NULL)
      told_fact         | P14D   | INSERT INTO told_fact VALUES ($N, 'zebranie', 'time', 'pl', $T)
      correction        | P90D   | INSERT INTO correction (event_id, former, changed_at, state, decided_by) VALUES ('zebranie', '', $T, 'ACCEPTED', 7)
      handover          | P30D   | INSERT INTO handover (id, chat_id, language, state, since) VALUES ($N, 7, 'pl', 'OPEN', $T)
      handover          | PT30M  | INSERT INTO handover (id, chat_id, language, state, since) VALUES ($N, 7, 'pl', 'SHOWN', $T)
      open_question     | P90D   | INSERT INTO open_question (id, event_id, state, asked, first_at, last_at) VALUES ($N, '', 'OPEN', 1, $T, $T)
      awaited           | P1D    | INSERT INTO awaited VALUES ($N, 'ANSWER', '', $T)
      pairing_try       | PT1H   | INSERT INTO pairing_try VALUES ($N, $T)
      pairing_code      | P1D    | INSERT INTO pairing_code VALUES ('$N', $T, $T, 7, 7)
      switch_log        | P400D  | INSERT INTO switch_log VALUES ($N, TRUE, '', $T, 7)
      upload            | P7D    | INSERT INTO upload (chat_id, name, ending, state, sent_at) VALUES ($N, '', '', 'WAITING', $T)
      tally             | P400D  | INSERT INTO tally VALUES ($D, 'fact', 'time', $N)
      """)
  void olderGoesAndYoungerStays(String table, Duration kept, String sql) {
    Duration margin =
        kept.compareTo(Duration.ofDays(2)) > 0 ? Duration.ofDays(1) : Duration.ofMinutes(5);
    row(sql, 1, kept.plus(margin));
    row(sql, 2, kept.minus(margin));
    row(sql, 3, Duration.ZERO);

    retention.enforce(NOW);

    assertThat(count(table)).isEqualTo(2);

    retention.enforce(NOW.plus(Duration.ofDays(500)));

    assertThat(count(table)).as("after more than a year without the program").isZero();
  }

  @Test
  void watchesAndDraftsOfAnswersGoWhileTheirQuestionIsAskedOn() {
    row(
        "INSERT INTO open_question (id, event_id, state, asked, first_at, last_at) VALUES ($N, '', 'OPEN', 1, $T, $T)",
        1,
        Duration.ZERO);
    for (int days : List.of(31, 29)) {
      row("INSERT INTO question_watch VALUES (1, $N, 'pl', $T)", days, Duration.ofDays(days));
      row(
          "INSERT INTO answer_draft (question_id, author_chat, phrasings, text, written_at) VALUES (1, $N, '', '', $T)",
          days,
          Duration.ofDays(days));
    }

    retention.enforce(NOW);

    assertThat(count("question_watch")).isOne();
    assertThat(count("answer_draft")).isOne();
  }

  @Test
  void pausedBroadcastIsEndedAndGoesNinetyDaysLater() {
    row(
        "INSERT INTO broadcast (id, kind, scopes, state, due_at) VALUES ($N, 'MESSAGE', '', 'PAUSED', $T)",
        1,
        Duration.ofDays(91));
    row(
        "INSERT INTO broadcast (id, kind, scopes, state, due_at) VALUES ($N, 'MESSAGE', '', 'PAUSED', $T)",
        2,
        Duration.ofDays(89));

    retention.enforce(NOW);

    assertThat(jdbc.sql("SELECT state FROM broadcast ORDER BY id").query(String.class).list())
        .containsExactly("STOPPED", "PAUSED");
    retention.enforce(NOW.plus(Duration.ofDays(100)));
    retention.enforce(NOW.plus(Duration.ofDays(200)));
    assertThat(count("broadcast")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"2021-11-10T09:00, 0", "2021-11-20T09:00, 1", "2022-11-20T09:00, 1"})
  void subscriptionOfAnEventLongPastGoes(String start, int left) {
    EventTimes times = EventTimes.parse(Event.Status.PLANNED + " " + ZONE + " " + start);
    memory.remember("zebranie", new EventMemory.Known(times, NOW, times, NOW));
    row(
        "INSERT INTO subscription VALUES ($N, 'zebranie', 'ALL', 'pl', $T, NULL)",
        1,
        Duration.ofDays(300));

    retention.enforce(NOW);

    assertThat(count("subscription")).isEqualTo(left);
  }

  @Test
  void whoChangedAFileIsForgottenAndWhatItHeldIsNot() {
    String sql =
        "INSERT INTO version (file, author_chat, changed_at, state) VALUES ('$N', 7, $T, 'DONE')";
    row(sql, 1, Duration.ofDays(401));
    row(sql, 2, Duration.ofDays(399));

    retention.enforce(NOW);

    assertThat(jdbc.sql("SELECT author_chat FROM version ORDER BY file").query(Long.class).list())
        .containsExactly(0L, 7L);
  }

  @Test
  void howTheSwitchStandsIsKept() {
    jdbc.sql("UPDATE bot_switch SET revision = 1").update();
    row("INSERT INTO switch_log VALUES ($N, TRUE, 'remont', $T, 7)", 1, Duration.ofDays(800));

    retention.enforce(NOW);
    jdbc.sql("UPDATE bot_switch SET revision = 0").update();

    assertThat(count("switch_log")).isOne();
  }

  @Test
  void promiseThatCannotBeKeptLeavesTheOthersAlone() {
    var kept = new java.util.concurrent.atomic.AtomicReference<Instant>();

    new Retention(
            List.of(
                now -> {
                  throw new IllegalStateException("the database is away");
                },
                kept::set))
        .enforce(NOW);

    assertThat(kept).hasValue(NOW);
  }
}
