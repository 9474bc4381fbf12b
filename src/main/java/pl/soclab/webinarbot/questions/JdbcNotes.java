package pl.soclab.webinarbot.questions;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import pl.soclab.webinarbot.questions.Grouping.Group;

/** Puts one question to those that ask the same. All of it is one transaction of the caller's. */
final class JdbcNotes {
  private final JdbcClient jdbc;

  JdbcNotes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long note(Unanswered question, Instant at) {
    takeTurn();
    String eventId = question.eventId() == null ? "" : question.eventId();
    List<Group> groups = groups(eventId);
    Group group = Grouping.of(groups, question);
    // Whoever answers or forgets a question takes no turn, so it may be gone by now.
    if (group != null && count(group.id(), question, at)) {
      addSample(group, question);
      return group.id();
    }
    if (groups.size() >= OpenQuestions.MOST_OF_EVENT) {
      makeRoom(eventId);
    }
    return insert(eventId, question, at);
  }

  private void takeTurn() {
    jdbc.sql("SELECT id FROM open_question_turn FOR UPDATE").query(Integer.class).single();
  }

  void takeBack(long id, Unanswered question) {
    takeTurn();
    if (drop(id) || !countDown(id)) {
      return;
    }
    List<String> samples =
        jdbc.sql("SELECT text FROM open_question_sample WHERE question_id = :id ORDER BY number")
            .param("id", id)
            .query((row, number) -> row.getString("text"))
            .list();
    int same = new Group(id, null, samples).same(Meaning.of(question.text()));
    if (same >= 0) {
      dropSample(id, same, same == samples.size() - 1);
    }
  }

  /** Whether nobody else has to do with the question, which is gone then. */
  private boolean drop(long id) {
    return jdbc.sql(
                """
                DELETE FROM open_question WHERE id = :id AND state = 'OPEN' AND asked = 1
                  AND NOT EXISTS (SELECT 1 FROM question_watch w WHERE w.question_id = :id)
                  AND NOT EXISTS (SELECT 1 FROM answer_draft d WHERE d.question_id = :id)
                """)
            .param("id", id)
            .update()
        > 0;
  }

  private boolean countDown(long id) {
    return jdbc.sql(
                """
                UPDATE open_question SET asked = asked - 1
                WHERE id = :id AND state IN ('OPEN', 'DISMISSED') AND asked > 1
                """)
            .param("id", id)
            .update()
        > 0;
  }

  /** A further sample gets the number of those before it, so only the last one may go. */
  private void dropSample(long id, int number, boolean isLast) {
    int counted =
        jdbc.sql(
                """
                UPDATE open_question_sample SET asked = asked - 1
                WHERE question_id = :id AND number = :number AND asked > 1
                """)
            .param("id", id)
            .param("number", number)
            .update();
    if (counted == 0 && isLast && number > 0) {
      jdbc.sql("DELETE FROM open_question_sample WHERE question_id = :id AND number = :number")
          .param("id", id)
          .param("number", number)
          .update();
    }
  }

  private List<Group> groups(String eventId) {
    record Known(@Nullable String topic, List<String> samples) {}
    Map<Long, Known> found = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT q.id, q.topic, s.text FROM
              (SELECT id, topic, last_at FROM open_question
               WHERE event_id = :event AND state IN ('OPEN', 'DISMISSED')
               ORDER BY last_at DESC FETCH FIRST :limit ROWS ONLY) q
            JOIN open_question_sample s ON s.question_id = q.id
            ORDER BY q.last_at DESC, q.id, s.number
            """)
        .param("event", eventId)
        .param("limit", OpenQuestions.MOST_OF_EVENT)
        .query(
            row -> {
              String topic = row.getString("topic");
              found
                  .computeIfAbsent(row.getLong("id"), id -> new Known(topic, new ArrayList<>()))
                  .samples()
                  .add(row.getString("text"));
            });
    return found.entrySet().stream()
        .map(row -> new Group(row.getKey(), row.getValue().topic(), row.getValue().samples()))
        .toList();
  }

  private boolean count(long id, Unanswered question, Instant at) {
    OffsetDateTime moment = Instants.column(at);
    return jdbc.sql(
                """
                UPDATE open_question
                SET asked = asked + 1,
                    last_at = GREATEST(last_at, CAST(:at AS TIMESTAMP WITH TIME ZONE)),
                    topic = COALESCE(topic, CAST(:topic AS VARCHAR)),
                    state = CASE WHEN state = 'DISMISSED' AND asked + 1 < dismissed_at + :more
                      THEN 'DISMISSED' ELSE 'OPEN' END
                WHERE id = :id AND state IN ('OPEN', 'DISMISSED')
                """)
            .param("at", moment)
            .param("topic", question.topic())
            .param("more", OpenQuestions.COMES_BACK_AFTER)
            .param("id", id)
            .update()
        > 0;
  }

  private void addSample(Group group, Unanswered question) {
    int same = group.same(Meaning.of(question.text()));
    if (same >= 0) {
      jdbc.sql(
              """
              UPDATE open_question_sample SET asked = asked + 1
              WHERE question_id = :id AND number = :number
              """)
          .param("id", group.id())
          .param("number", same)
          .update();
    } else if (group.samples().size() < Grouping.MOST_SAMPLES) {
      insertSample(group.id(), group.samples().size(), question);
    }
  }

  private void insertSample(long id, int number, Unanswered question) {
    jdbc.sql(
            """
            INSERT INTO open_question_sample (question_id, number, text, asked)
            VALUES (:id, :number, :text, 1)
            """)
        .param("id", id)
        .param("number", number)
        .param("text", question.text())
        .update();
  }

  private long insert(String eventId, Unanswered question, Instant at) {
    var key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            INSERT INTO open_question (event_id, topic, state, asked, first_at, last_at)
            VALUES (:event, :topic, 'OPEN', 1, :at, :at)
            """)
        .param("event", eventId)
        .param("topic", question.topic())
        .param("at", Instants.column(at))
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey()).longValue();
    insertSample(id, 0, question);
    return id;
  }

  /** A flood of questions must not grow for ever. */
  private void makeRoom(String eventId) {
    jdbc.sql(
            """
            DELETE FROM open_question WHERE id =
              (SELECT id FROM open_question q
               WHERE event_id = :event AND state IN ('OPEN', 'DISMISSED') AND asked = 1
                 AND NOT EXISTS (SELECT 1 FROM question_watch w WHERE w.question_id = q.id)
               ORDER BY last_at, id FETCH FIRST 1 ROWS ONLY)
            """)
        .param("event", eventId)
        .update();
  }
}
