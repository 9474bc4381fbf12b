package pl.soclab.webinarbot.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final String SELECT =
      """
      SELECT id, event_id, topic, state, asked, first_at, last_at, answer, answered_at,
        (SELECT COUNT(*) FROM question_watch w WHERE w.question_id = q.id) AS waiting
      FROM open_question q\s""";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final JdbcNotes notes;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcOpenQuestions(DataSource database) {
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    notes = new JdbcNotes(jdbc);
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
  public @Nullable OpenQuestion find(long id) {
    List<OpenQuestion> found =
        withSamples(
            jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(JdbcOpenQuestions::read)
                .list());
    return found.isEmpty() ? null : found.getFirst();
  }

  private static OpenQuestion read(ResultSet row, int number) throws SQLException {
    String eventId = row.getString("event_id");
    return new OpenQuestion(
        row.getLong("id"),
        eventId.isEmpty() ? null : eventId,
        row.getString("topic"),
        OpenQuestion.State.valueOf(row.getString("state")),
        List.of(),
        row.getLong("asked"),
        row.getLong("waiting"),
        Instants.read(row, "first_at"),
        Instants.read(row, "last_at"),
        row.getString("answer"),
        Instants.readNullable(row, "answered_at"));
  }

  private List<OpenQuestion> withSamples(List<OpenQuestion> bare) {
    if (bare.isEmpty()) {
      return bare;
    }
    Map<Long, List<String>> samples = new LinkedHashMap<>();
    bare.forEach(question -> samples.put(question.id(), new ArrayList<>()));
    jdbc.sql(
            """
            SELECT question_id, text FROM open_question_sample WHERE question_id IN (:ids)
            ORDER BY question_id, asked DESC, number
            """)
        .param("ids", List.copyOf(samples.keySet()))
        .query(
            row -> {
              samples
                  .getOrDefault(row.getLong("question_id"), List.of())
                  .add(row.getString("text"));
            });
    return bare.stream()
        .map(question -> with(question, samples.getOrDefault(question.id(), List.of())))
        .toList();
  }

  private static OpenQuestion with(OpenQuestion bare, List<String> samples) {
    return new OpenQuestion(
        bare.id(),
        bare.eventId(),
        bare.topic(),
        bare.state(),
        samples,
        bare.asked(),
        bare.waiting(),
        bare.first(),
        bare.last(),
        bare.answer(),
        bare.answeredAt());
  }

  @Override
  public long count() {
    return jdbc.sql("SELECT COUNT(*) FROM open_question WHERE state = 'OPEN'")
        .query(Long.class)
        .single();
  }

  @Override
  public List<OpenQuestion> open(int limit, int offset) {
    return withSamples(
        jdbc.sql(
                SELECT
                    + """
                    WHERE state = 'OPEN' ORDER BY asked DESC, last_at DESC, id
                    OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY
                    """)
            .param("offset", offset)
            .param("limit", limit)
            .query(JdbcOpenQuestions::read)
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
    return withSamples(
        jdbc.sql(
                SELECT
                    + """
                    WHERE state = 'ANSWERED' ORDER BY answered_at, id
                    FETCH FIRST :limit ROWS ONLY
                    """)
            .param("limit", limit)
            .query(JdbcOpenQuestions::read)
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
