package pl.soclab.webinarbot.questions;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Open questions in the tables {@code open_question} and {@code open_question_sample}, in SQL that
 * H2 and PostgreSQL both speak.
 */
public final class JdbcOpenQuestions implements OpenQuestions {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final JdbcNotes notes;
  private final OpenQuestionRows rows;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcOpenQuestions(DataSource database) {
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    notes = new JdbcNotes(jdbc);
    rows = new OpenQuestionRows(jdbc);
  }

  @Override
  public long note(Unanswered question, Instant at) {
    Long id = transactions.execute(status -> notes.note(question, at));
    if (id == null) {
      throw new IllegalStateException("A note without a number");
    }
    return id;
  }

  @Override
  public void takeBack(long id, Unanswered question) {
    transactions.executeWithoutResult(status -> notes.takeBack(id, question));
  }

  @Override
  public @Nullable OpenQuestion find(long id) {
    List<OpenQuestion> found =
        rows.withSamples(
            jdbc.sql(OpenQuestionRows.SELECT + "WHERE id = :id")
                .param("id", id)
                .query(OpenQuestionRows::read)
                .list());
    return found.isEmpty() ? null : found.getFirst();
  }

  @Override
  public long count() {
    return jdbc.sql("SELECT COUNT(*) FROM open_question WHERE state = 'OPEN'")
        .query(Long.class)
        .single();
  }

  @Override
  public List<OpenQuestion> open(int limit, int offset) {
    return rows.withSamples(
        jdbc.sql(
                OpenQuestionRows.SELECT
                    + """
                    WHERE state = 'OPEN' ORDER BY asked DESC, last_at DESC, id
                    OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY
                    """)
            .param("offset", offset)
            .param("limit", limit)
            .query(OpenQuestionRows::read)
            .list());
  }

  @Override
  public boolean dismiss(long id) {
    return jdbc.sql(
                """
                UPDATE open_question SET state = 'DISMISSED', dismissed_at = asked
                WHERE id = :id AND state = 'OPEN'
                """)
            .param("id", id)
            .update()
        > 0;
  }

  @Override
  public boolean answer(long id, String answer, Instant at) {
    return jdbc.sql(
                """
                UPDATE open_question SET state = 'ANSWERED', answer = :answer, answered_at = :at
                WHERE id = :id AND state IN ('OPEN', 'DISMISSED')
                """)
            .param("answer", answer)
            .param("at", Instants.column(at))
            .param("id", id)
            .update()
        > 0;
  }

  @Override
  public List<OpenQuestion> untold(int limit) {
    return rows.withSamples(
        jdbc.sql(
                OpenQuestionRows.SELECT
                    + """
                    WHERE state = 'ANSWERED' ORDER BY answered_at, id
                    FETCH FIRST :limit ROWS ONLY
                    """)
            .param("limit", limit)
            .query(OpenQuestionRows::read)
            .list());
  }

  @Override
  public void told(long id) {
    transactions.executeWithoutResult(
        status -> {
          int changed =
              jdbc.sql(
                      "UPDATE open_question SET state = 'TOLD' WHERE id = :id AND state = 'ANSWERED'")
                  .param("id", id)
                  .update();
          if (changed > 0) {
            jdbc.sql("DELETE FROM question_watch WHERE question_id = :id").param("id", id).update();
          }
        });
  }

  @Override
  public void reopen(long id) {
    jdbc.sql(
            """
            UPDATE open_question SET state = 'OPEN', answer = NULL, answered_at = NULL
            WHERE id = :id AND state = 'ANSWERED'
            """)
        .param("id", id)
        .update();
  }

  @Override
  public int forget(Instant now) {
    return forget("open_question WHERE last_at < :limit", now.minus(KEPT))
        + forget("question_watch WHERE since < :limit", now.minus(Watches.KEPT))
        + forget("answer_draft WHERE written_at < :limit", now.minus(AnswerDrafts.KEPT));
  }

  private int forget(String what, Instant limit) {
    return jdbc.sql("DELETE FROM " + what).param("limit", Instants.column(limit)).update();
  }
}
