package pl.soclab.webinarbot.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows of the table {@code open_question}, and their samples in a second query. */
final class OpenQuestionRows {
  static final String SELECT =
      """
      SELECT id, event_id, topic, state, asked, first_at, last_at, answer, answered_at,
        (SELECT COUNT(*) FROM question_watch w WHERE w.question_id = q.id) AS waiting
      FROM open_question q\s""";

  private final JdbcClient jdbc;

  OpenQuestionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  static OpenQuestion read(ResultSet row, int number) throws SQLException {
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

  /** The same questions with how they were asked, what was asked most first. */
  List<OpenQuestion> withSamples(List<OpenQuestion> bare) {
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
}
