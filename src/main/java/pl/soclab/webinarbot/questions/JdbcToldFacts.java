package pl.soclab.webinarbot.questions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.soclab.webinarbot.messaging.ChatId;

/** What was told in the table {@code told_fact}, in SQL that H2 and PostgreSQL both speak. */
public final class JdbcToldFacts implements ToldFacts {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcToldFacts(DataSource database) {
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Override
  public void told(ChatId chat, String eventId, String topic, String language, Instant at) {
    if (update(chat, eventId, topic, language, at) == 0) {
      try {
        insert(chat, eventId, topic, language, at);
      } catch (DuplicateKeyException e) {
        update(chat, eventId, topic, language, at);
      }
    }
  }

  private int update(ChatId chat, String eventId, String topic, String language, Instant at) {
    return write(
        "UPDATE told_fact SET language = :language, told_at = :at"
            + " WHERE chat_id = :chat AND event_id = :event AND topic = :topic",
        chat,
        eventId,
        topic,
        language,
        at);
  }

  private void insert(ChatId chat, String eventId, String topic, String language, Instant at) {
    write(
        "INSERT INTO told_fact (chat_id, event_id, topic, language, told_at)"
            + " VALUES (:chat, :event, :topic, :language, :at)",
        chat,
        eventId,
        topic,
        language,
        at);
  }

  private int write(
      String sql, ChatId chat, String eventId, String topic, String language, Instant at) {
    return jdbc.sql(sql)
        .param("chat", chat.value())
        .param("event", eventId)
        .param("topic", topic)
        .param("language", language)
        .param("at", Moments.of(at))
        .update();
  }

  @Override
  public List<ChatId> toldLast(
      String eventId, Collection<String> topics, Instant since, Instant before) {
    if (topics.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            SELECT chat_id FROM told_fact WHERE event_id = :event AND topic IN (:topics)
            GROUP BY chat_id HAVING MAX(told_at) >= :since AND MAX(told_at) < :before
            ORDER BY chat_id
            """)
        .param("event", eventId)
        .param("topics", topics)
        .param("since", Moments.of(since))
        .param("before", Moments.of(before))
        .query((row, number) -> new ChatId(row.getLong("chat_id")))
        .list();
  }

  @Override
  public @Nullable String language(ChatId chat, String eventId) {
    return jdbc.sql(
            """
            SELECT language FROM told_fact WHERE chat_id = :chat AND event_id = :event
            ORDER BY told_at DESC, topic FETCH FIRST 1 ROWS ONLY
            """)
        .param("chat", chat.value())
        .param("event", eventId)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  @Override
  public void forget(ChatId chat) {
    jdbc.sql("DELETE FROM told_fact WHERE chat_id = :chat").param("chat", chat.value()).update();
  }

  @Override
  public void moved(ChatId from, ChatId to) {
    handOver("chat_id", "event_id", from.value(), to.value());
  }

  @Override
  public void renamed(String fromEventId, String toEventId) {
    handOver("event_id", "chat_id", fromEventId, toEventId);
  }

  /** Gives rows another value in one column of the key; a row that is there already wins. */
  private void handOver(String column, String other, Object from, Object to) {
    if (from.equals(to)) {
      return;
    }
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  DELETE FROM told_fact AS old WHERE old.%1$s = :from AND EXISTS
                    (SELECT 1 FROM told_fact own WHERE own.%1$s = :to
                     AND own.%2$s = old.%2$s AND own.topic = old.topic)
                  """
                      .formatted(column, other))
              .param("from", from)
              .param("to", to)
              .update();
          jdbc.sql("UPDATE told_fact SET %1$s = :to WHERE %1$s = :from".formatted(column))
              .param("from", from)
              .param("to", to)
              .update();
        });
  }

  @Override
  public void forgetBefore(Instant limit) {
    jdbc.sql("DELETE FROM told_fact WHERE told_at < :limit")
        .param("limit", Moments.of(limit))
        .update();
  }
}
