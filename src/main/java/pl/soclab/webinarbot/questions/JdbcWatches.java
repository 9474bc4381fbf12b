package pl.soclab.webinarbot.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.soclab.webinarbot.messaging.ChatId;

/** Who waits for an answer, in the table {@code question_watch}; for H2 and PostgreSQL. */
public final class JdbcWatches implements Watches {
  private static final String SELECT =
      "SELECT question_id, chat_id, language, since FROM question_watch ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcWatches(DataSource database) {
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Override
  public Outcome watch(long id, ChatId chat, String language, Instant at) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              // The row is held: whoever answers it comes before, or finds this chat waiting.
              OpenQuestion.State state =
                  jdbc.sql("SELECT state FROM open_question WHERE id = :id FOR UPDATE")
                      .param("id", id)
                      .query((row, number) -> OpenQuestion.State.valueOf(row.getString("state")))
                      .optional()
                      .orElse(null);
              if (state == null) {
                return Outcome.UNKNOWN;
              }
              if (!state.isOpen()) {
                return Outcome.ANSWERED;
              }
              store(id, chat, language, at);
              return Outcome.WAITS;
            }));
  }

  private void store(long id, ChatId chat, String language, Instant at) {
    String update =
        """
        UPDATE question_watch SET language = :language, since = :at
        WHERE question_id = :id AND chat_id = :chat
        """;
    String insert =
        """
        INSERT INTO question_watch (question_id, chat_id, language, since)
        VALUES (:id, :chat, :language, :at)
        """;
    if (write(update, id, chat, language, at) == 0) {
      write(insert, id, chat, language, at);
    }
  }

  private int write(String sql, long id, ChatId chat, String language, Instant at) {
    return jdbc.sql(sql)
        .param("id", id)
        .param("chat", chat.value())
        .param("language", language)
        .param("at", Instants.column(at))
        .update();
  }

  @Override
  public List<Watch> of(long id) {
    return jdbc.sql(SELECT + "WHERE question_id = :id ORDER BY chat_id")
        .param("id", id)
        .query(JdbcWatches::read)
        .list();
  }

  @Override
  public List<Watch> of(ChatId chat) {
    return jdbc.sql(SELECT + "WHERE chat_id = :chat ORDER BY question_id")
        .param("chat", chat.value())
        .query(JdbcWatches::read)
        .list();
  }

  private static Watch read(ResultSet row, int number) throws SQLException {
    return new Watch(
        row.getLong("question_id"),
        new ChatId(row.getLong("chat_id")),
        row.getString("language"),
        Instants.read(row, "since"));
  }

  @Override
  public boolean stop(ChatId chat) {
    return jdbc.sql("DELETE FROM question_watch WHERE chat_id = :chat")
            .param("chat", chat.value())
            .update()
        > 0;
  }

  @Override
  public void moved(ChatId from, ChatId to) {
    if (from.equals(to)) {
      return;
    }
    // By questions, held as watch() holds them: the new chat may ask for the same just now.
    for (Watch watch : of(from)) {
      transactions.executeWithoutResult(
          status -> {
            jdbc.sql("SELECT id FROM open_question WHERE id = :id FOR UPDATE")
                .param("id", watch.questionId())
                .query(Long.class)
                .list();
            boolean stillWaits =
                jdbc.sql("DELETE FROM question_watch WHERE question_id = :id AND chat_id = :from")
                        .param("id", watch.questionId())
                        .param("from", from.value())
                        .update()
                    > 0;
            if (stillWaits) {
              store(watch.questionId(), to, watch.language(), watch.since());
            }
          });
    }
  }
}
