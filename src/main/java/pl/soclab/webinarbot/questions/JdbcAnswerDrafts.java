package pl.soclab.webinarbot.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.soclab.webinarbot.messaging.ChatId;

/** Drafts of answers in the table {@code answer_draft}; for H2 and PostgreSQL. */
public final class JdbcAnswerDrafts implements AnswerDrafts {
  private static final String SELECT =
      "SELECT id, question_id, author_chat, phrasings, text, written_at FROM answer_draft ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcAnswerDrafts(DataSource database) {
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Override
  public Draft write(
      long questionId, ChatId author, List<String> phrasings, String text, Instant writtenAt) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              jdbc.sql(
                      """
                      DELETE FROM answer_draft WHERE question_id = :question AND author_chat = :author
                      """)
                  .param("question", questionId)
                  .param("author", author.value())
                  .update();
              var key = new GeneratedKeyHolder();
              jdbc.sql(
                      """
                      INSERT INTO answer_draft (question_id, author_chat, phrasings, text, written_at)
                      VALUES (:question, :author, :phrasings, :text, :at)
                      """)
                  .param("question", questionId)
                  .param("author", author.value())
                  .param("phrasings", String.join("\n", phrasings))
                  .param("text", text)
                  .param("at", Instants.column(writtenAt))
                  .update(key, "id");
              long id = Objects.requireNonNull(key.getKey()).longValue();
              return Objects.requireNonNull(find(id), "The draft that was just written");
            }));
  }

  @Override
  public @Nullable Draft find(long id) {
    return jdbc.sql(SELECT + "WHERE id = :id")
        .param("id", id)
        .query(JdbcAnswerDrafts::read)
        .optional()
        .orElse(null);
  }

  @Override
  public @Nullable Draft newest(ChatId author) {
    return jdbc.sql(SELECT + "WHERE author_chat = :author ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
        .param("author", author.value())
        .query(JdbcAnswerDrafts::read)
        .optional()
        .orElse(null);
  }

  private static Draft read(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getLong("id"),
        row.getLong("question_id"),
        new ChatId(row.getLong("author_chat")),
        List.of(row.getString("phrasings").split("\n", -1)),
        row.getString("text"),
        Instants.read(row, "written_at"));
  }

  @Override
  public boolean discard(long id) {
    return jdbc.sql("DELETE FROM answer_draft WHERE id = :id").param("id", id).update() > 0;
  }
}
