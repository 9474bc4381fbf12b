package pl.soclab.webinarbot;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.database.TestDatabases;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.ChatRecord;
import pl.soclab.webinarbot.messaging.ChatRecords;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.JdbcBroadcasts;

/** What the database keeps about a chat, against its own catalogue of tables and columns. */
@ParameterizedClass
@EnumSource
class PersonalDataTest {
  private static final ChatId ANNA = new ChatId(500_000_071);
  private static final ChatId BARTEK = new ChatId(500_000_072);

  /** Every column that holds a chat, and under which kind it is shown. */
  private static final Map<String, String> CHATS =
      Map.ofEntries(
          Map.entry("inbox.chat_id", "inbox"),
          Map.entry("subscription.chat_id", "subscription"),
          Map.entry("broadcast.author_chat", "broadcast"),
          Map.entry("delivery.chat_id", "delivery"),
          Map.entry("awaited.chat_id", "awaited"),
          Map.entry("organiser.chat_id", "organiser"),
          Map.entry("organiser.invited_by", "invited"),
          Map.entry("pairing_code.issued_by", "pairing_code"),
          Map.entry("pairing_code.used_by", "pairing_code"),
          Map.entry("pairing_try.chat_id", "pairing_try"),
          Map.entry("switch_log.switched_by", "switch_log"),
          Map.entry("version.author_chat", "version"),
          Map.entry("upload.chat_id", "upload"),
          Map.entry("question_watch.chat_id", "question_watch"),
          Map.entry("answer_draft.author_chat", "answer_draft"),
          Map.entry("handover.chat_id", "handover"),
          Map.entry("handover.addressee", "addressee"),
          Map.entry("handover_answer.author_chat", "handover_answer"),
          Map.entry("told_fact.chat_id", "told_fact"),
          Map.entry("correction.decided_by", "correction"));

  /** Whatever else is as long as a chat's number. */
  private static final Set<String> NO_CHATS =
      Set.of(
          "inbox.update_id",
          "inbox.seq",
          "broadcast.id",
          "broadcast.lead_seconds",
          "broadcast.progress_message",
          "broadcast.filled_to",
          "delivery.broadcast_id",
          "delivery.message_id",
          "scheduled_tasks.version",
          "switch_log.revision",
          "bot_switch.revision",
          "version.id",
          "upload.id",
          "open_question.id",
          "open_question.asked",
          "open_question.dismissed_at",
          "open_question_sample.question_id",
          "open_question_sample.asked",
          "question_watch.question_id",
          "answer_draft.id",
          "answer_draft.question_id",
          "handover.id",
          "handover.thread",
          "handover_answer.id",
          "handover_answer.handover_id",
          "correction.id",
          "tally.answers");

  /** What an organiser did as one, and what guards the codes: docs/privacy.md says why. */
  private static final Set<String> STAYS =
      Set.of(
          "broadcast.author_chat",
          "correction.decided_by",
          "handover_answer.author_chat",
          "organiser.chat_id",
          "organiser.invited_by",
          "pairing_code.issued_by",
          "pairing_code.used_by",
          "pairing_try.chat_id",
          "switch_log.switched_by",
          "version.author_chat",
          // The message that asks, and what organisers are sent as organisers.
          "inbox.chat_id",
          "delivery.chat_id");

  /** Where the migrations run. */
  enum Kind {
    H2,
    POSTGRES
  }

  /** Migrated once, as that takes most of a second. */
  private static final Map<Kind, DataSource> DATABASES = new EnumMap<>(Kind.class);

  private final DataSource database;
  private final JdbcClient jdbc;
  private final ChatRecords records;

  PersonalDataTest(Kind kind) {
    database =
        DATABASES.computeIfAbsent(
            kind,
            missing ->
                switch (missing) {
                  case H2 -> TestDatabases.h2();
                  case POSTGRES -> TestDatabases.postgres();
                });
    jdbc = JdbcClient.create(database);
    records = new PrivacyWiring().chatRecords(database);
  }

  @BeforeEach
  void everyTableHoldsTwoChats() {
    FilledTables.empty(database);
    FilledTables.fill(database, ANNA, 1);
    FilledTables.fill(database, BARTEK, 2);
  }

  private List<String> columns(String where) {
    return jdbc.sql(
            "SELECT table_name, column_name FROM information_schema.columns WHERE LOWER(table_schema)"
                + " = LOWER(CURRENT_SCHEMA) AND LOWER(table_name) <> 'flyway_schema_history' AND "
                + where)
        .query(
            (row, number) -> (row.getString(1) + "." + row.getString(2)).toLowerCase(Locale.ROOT))
        .list();
  }

  @Test
  void everyColumnThatCouldHoldAChatIsKnown() {
    Set<String> known = new TreeSet<>(CHATS.keySet());
    known.addAll(NO_CHATS);

    assertThat(columns("UPPER(data_type) IN ('BIGINT', 'NUMERIC')"))
        .as("a new column has to be shown and erased, or to be named as no chat's")
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void everyColumnThatHoldsAChatIsShown() {
    Set<String> kinds = records.of(ANNA).stream().map(ChatRecord::kind).collect(toSet());

    assertThat(kinds).containsExactlyInAnyOrderElementsOf(Set.copyOf(CHATS.values()));
  }

  @Test
  void everyColumnOfThoseTablesIsShownOrWithheld() {
    Set<String> withheld =
        Set.of(
            // Numbers of chats, the reader's own or somebody else's, and the database's own.
            "inbox.seq",
            "broadcast.id",
            "broadcast.occasion",
            "broadcast.starts_at",
            "broadcast.lead_seconds",
            "broadcast.scopes",
            "broadcast.useful_until",
            "broadcast.filled_to",
            "broadcast.filled",
            "delivery.broadcast_id",
            "pairing_code.code_hash",
            "switch_log.revision",
            "version.id",
            "version.content",
            "version.after_hash",
            "upload.id",
            "question_watch.question_id",
            "answer_draft.id",
            "answer_draft.question_id",
            "handover.id",
            "handover.thread",
            "handover_answer.id",
            "correction.id");
    Set<String> shown =
        records.of(ANNA).stream()
            .flatMap(row -> row.values().keySet().stream().map(name -> row.kind() + "." + name))
            .collect(toSet());
    Set<String> tables = CHATS.keySet().stream().map(name -> name.split("\\.", -1)[0]).collect(toSet());

    assertThat(columns("TRUE"))
        .filteredOn(column -> tables.contains(column.split("\\.", -1)[0]))
        .filteredOn(column -> !withheld.contains(column) && !CHATS.containsKey(column))
        .allSatisfy(column -> assertThat(shown).contains(column));
  }

  @Test
  void everythingShownHasAPolishName() throws Exception {
    var words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Conversation.class.getResourceAsStream("my_data_pl.properties"),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    }

    assertThat(records.of(ANNA))
        .allSatisfy(
            row -> {
              assertThat(words).containsKey(row.kind());
              assertThat(row.values().keySet())
                  .allSatisfy(column -> assertThat(words).containsKey(column));
            });
  }

  @Test
  void nothingIsShownOfAnybodyElse() {
    assertThat(records.of(new ChatId(500_000_073))).isEmpty();
    assertThat(records.of(ANNA).toString()).doesNotContain(ANNA.toString(), BARTEK.toString());
  }

  private Set<String> holding(ChatId chat) {
    return CHATS.keySet().stream()
        .filter(
            column -> {
              String[] parts = column.split("\\.", -1);
              return jdbc.sql("SELECT COUNT(*) FROM " + parts[0] + " WHERE " + parts[1] + " = ?")
                      .param(chat.value())
                      .query(Long.class)
                      .single()
                  > 0;
            })
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void erasedIsGoneButForWhatAnOrganiserDid() {
    List<ChatRecord> others = records.of(BARTEK);

    records.erase(ANNA);
    records.erase(ANNA);

    assertThat(holding(ANNA)).containsExactlyInAnyOrderElementsOf(STAYS);
    assertThat(records.of(BARTEK)).isEqualTo(others);
    assertThat(count("inbox WHERE chat_id = " + ANNA)).as("the message that asks").isOne();
    assertThat(count("delivery WHERE chat_id = " + ANNA)).as("the report").isOne();
    assertThat(count("broadcast WHERE state = 'DRAFT'")).as("Bartek's").isOne();
  }

  private long count(String what) {
    return jdbc.sql("SELECT COUNT(*) FROM " + what).query(Long.class).single();
  }

  @Test
  void countsOfABroadcastStayAndNothingMoreLeaves() {
    var broadcasts = new JdbcBroadcasts(database);
    assertThat(broadcasts.claim(12, null, Instant.now(), 10)).hasSize(1);
    assertThat(broadcasts.isWanted(12, ANNA)).isTrue();

    records.erase(ANNA);

    assertThat(broadcasts.progress(10).sent()).isOne();
    assertThat(broadcasts.isWanted(12, ANNA)).isFalse();
    assertThat(broadcasts.progress(12).unknown()).isOne();
    assertThat(broadcasts.isOpen(12)).isFalse();
    assertThat(
            Stream.of(10, 12)
                .flatMap(
                    id ->
                        jdbc
                            .sql("SELECT chat_id FROM delivery WHERE broadcast_id = ?")
                            .param(id)
                            .query(Long.class)
                            .list()
                            .stream()))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allSatisfy(chat -> assertThat(chat).isLessThan(-(1L << 61)));
    assertThat(broadcasts.find(10)).extracting(Broadcast::state).isEqualTo(Broadcast.State.DONE);
  }

  @Test
  void eraseThatBreaksErasesNothing() {
    var broken =
        new AllRecords(
            List.of(
                records,
                new ChatRecords() {
                  @Override
                  public List<ChatRecord> of(ChatId chat) {
                    return List.of();
                  }

                  @Override
                  public void erase(ChatId chat) {
                    throw new IllegalStateException("the machine dies here");
                  }
                }),
            database);
    List<ChatRecord> before = records.of(ANNA);

    assertThatThrownBy(() -> broken.erase(ANNA)).hasMessage("the machine dies here");

    assertThat(records.of(ANNA)).isEqualTo(before);
  }
}
