package pl.soclab.webinarbot.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.soclab.webinarbot.messaging.ChatId;

/** Subscriptions in the table {@code subscription}, in SQL that H2 and PostgreSQL both speak. */
public final class JdbcSubscriptions implements Subscriptions {
  private static final String SELECT =
      "SELECT chat_id, event_id, scope, language, since, paused_at FROM subscription ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcSubscriptions(DataSource database) {
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Override
  public Subscription subscribe(
      ChatId chat, String eventId, Scope scope, String language, Instant at) {
    return together(
        () -> {
          if (change(chat, eventId, scope, language, at) == 0) {
            insert(chat, eventId, scope, language, at);
          }
          return Objects.requireNonNull(find(chat, eventId));
        });
  }

  private int change(ChatId chat, String eventId, Scope scope, String language, Instant at) {
    return write(
        """
        UPDATE subscription
        SET since = CASE WHEN paused_at IS NULL THEN since
                    ELSE CAST(:at AS TIMESTAMP WITH TIME ZONE) END,
            scope = :scope, language = :language, paused_at = NULL
        WHERE chat_id = :chat AND event_id = :event
        """,
        chat,
        eventId,
        scope,
        language,
        at);
  }

  private void insert(ChatId chat, String eventId, Scope scope, String language, Instant at) {
    write(
        """
        INSERT INTO subscription (chat_id, event_id, scope, language, since)
        VALUES (:chat, :event, :scope, :language, :at)
        """,
        chat,
        eventId,
        scope,
        language,
        at);
  }

  private int write(
      String sql, ChatId chat, String eventId, Scope scope, String language, Instant at) {
    return jdbc.sql(sql)
        .param("chat", chat.value())
        .param("event", eventId)
        .param("scope", scope.name())
        .param("language", language)
        .param("at", Columns.of(at))
        .update();
  }

  @Override
  public @Nullable Subscription find(ChatId chat, String eventId) {
    return jdbc.sql(SELECT + "WHERE chat_id = :chat AND event_id = :event")
        .param("chat", chat.value())
        .param("event", eventId)
        .query(JdbcSubscriptions::read)
        .optional()
        .orElse(null);
  }

  private static Subscription read(ResultSet row, int number) throws SQLException {
    return new Subscription(
        new ChatId(row.getLong("chat_id")),
        row.getString("event_id"),
        Scope.valueOf(row.getString("scope")),
        row.getString("language"),
        Columns.instant(row, "since"),
        row.getObject("paused_at", OffsetDateTime.class) != null);
  }

  @Override
  public List<Subscription> of(ChatId chat) {
    return list(chat, "WHERE chat_id = :chat ORDER BY event_id");
  }

  private List<Subscription> list(ChatId chat, String which) {
    return jdbc.sql(SELECT + which)
        .param("chat", chat.value())
        .query(JdbcSubscriptions::read)
        .list();
  }

  @Override
  public List<Subscription> stop(ChatId chat) {
    return together(
        () -> {
          List<Subscription> ended =
              list(chat, "WHERE chat_id = :chat ORDER BY event_id FOR UPDATE");
          jdbc.sql("DELETE FROM subscription WHERE chat_id = :chat")
              .param("chat", chat.value())
              .update();
          return ended;
        });
  }

  @Override
  public boolean stop(ChatId chat, String eventId) {
    return jdbc.sql("DELETE FROM subscription WHERE chat_id = :chat AND event_id = :event")
            .param("chat", chat.value())
            .param("event", eventId)
            .update()
        > 0;
  }

  @Override
  public void pause(ChatId chat, Instant at) {
    jdbc.sql("UPDATE subscription SET paused_at = :at WHERE chat_id = :chat AND paused_at IS NULL")
        .param("at", Columns.of(at))
        .param("chat", chat.value())
        .update();
  }

  @Override
  public List<Subscription> resume(ChatId chat, Instant at) {
    return together(
        () -> {
          List<Subscription> paused =
              list(
                  chat,
                  "WHERE chat_id = :chat AND paused_at IS NOT NULL ORDER BY event_id FOR UPDATE");
          return paused.stream()
              .map(row -> subscribe(chat, row.eventId(), row.scope(), row.language(), at))
              .toList();
        });
  }

  @Override
  public void moved(ChatId from, ChatId to) {
    handOver("chat_id", "event_id", from.value(), to.value());
  }

  @Override
  public void renamed(String fromEventId, String toEventId) {
    handOver("event_id", "chat_id", fromEventId, toEventId);
  }

  /**
   * Gives rows another value in one column of the key. A row that is there already wins, from the
   * earlier beginning of the two; one that rests gives way to one that does not.
   */
  private void handOver(String column, String other, Object from, Object to) {
    if (from.equals(to)) {
      return;
    }
    List<String> steps =
        List.of(
            """
            DELETE FROM subscription WHERE %1$s = :to AND paused_at IS NOT NULL AND %2$s IN
              (SELECT %2$s FROM subscription WHERE %1$s = :from AND paused_at IS NULL)
            """,
            """
            UPDATE subscription AS own
            SET since = (SELECT LEAST(old.since, own.since) FROM subscription old
                         WHERE old.%1$s = :from AND old.%2$s = own.%2$s)
            WHERE own.%1$s = :to AND EXISTS
              (SELECT 1 FROM subscription old WHERE old.%1$s = :from AND old.%2$s = own.%2$s
               AND (old.paused_at IS NULL) = (own.paused_at IS NULL))
            """,
            """
            DELETE FROM subscription WHERE %1$s = :from AND %2$s IN
              (SELECT %2$s FROM subscription WHERE %1$s = :to)
            """,
            "UPDATE subscription SET %1$s = :to WHERE %1$s = :from");
    together(
        () ->
            steps.stream()
                .mapToInt(
                    step ->
                        jdbc.sql(step.formatted(column, other))
                            .param("from", from)
                            .param("to", to)
                            .update())
                .sum());
  }

  @Override
  public long count(@Nullable String eventId, Set<Scope> scopes) {
    if (scopes.isEmpty()) {
      return 0;
    }
    return jdbc.sql(
            "SELECT COUNT("
                + (eventId == null ? "DISTINCT chat_id" : "*")
                + ") FROM subscription WHERE paused_at IS NULL AND scope IN (:scopes)"
                + (eventId == null ? "" : " AND event_id = :event"))
        .param("scopes", scopes.stream().map(Scope::name).toList())
        .param("event", eventId)
        .query(Long.class)
        .single();
  }

  /** One transaction; once more where another one inserted the same key meanwhile. */
  private <T> T together(Supplier<T> work) {
    try {
      return Objects.requireNonNull(transactions.execute(status -> work.get()));
    } catch (DuplicateKeyException e) {
      return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
  }
}
