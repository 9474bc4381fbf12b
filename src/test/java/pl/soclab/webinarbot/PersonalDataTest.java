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
    Set<String> known = new TreeSet<>(KeptColumns.CHATS.keySet());
    known.addAll(KeptColumns.NO_CHATS);

    assertThat(columns("UPPER(data_type) IN ('BIGINT', 'NUMERIC')"))
        .as("a new column has to be shown and erased, or to be named as no chat's")
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void everyColumnThatHoldsAChatIsShown() {
    Set<String> kinds = records.of(ANNA).stream().map(ChatRecord::kind).collect(toSet());

    assertThat(kinds).containsExactlyInAnyOrderElementsOf(Set.copyOf(KeptColumns.CHATS.values()));
  }

  @Test
  void everyColumnOfThoseTablesIsShownOrWithheld() {
    Set<String> shown =
        records.of(ANNA).stream()
            .flatMap(row -> row.values().keySet().stream().map(name -> row.kind() + "." + name))
            .collect(toSet());
    Set<String> tables =
        KeptColumns.CHATS.keySet().stream().map(name -> name.split("\\.", -1)[0]).collect(toSet());

    assertThat(columns("TRUE"))
        .filteredOn(column -> tables.contains(column.split("\\.", -1)[0]))
        .filteredOn(
            column ->
                !KeptColumns.WITHHELD.contains(column) && !KeptColumns.CHATS.containsKey(column))
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
    return KeptColumns.CHATS.keySet().stream()
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

    assertThat(holding(ANNA)).containsExactlyInAnyOrderElementsOf(KeptColumns.STAYS);
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
