package pl.soclab.webinarbot.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.messaging.ChatId;

/** The rows of the table {@code handover_answer}. */
final class HandoverAnswerRows {
  private static final String SELECT =
      """
      SELECT id, handover_id, author_chat, written_at, state, reply
      FROM handover_answer\s""";

  private final JdbcClient jdbc;

  HandoverAnswerRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  HandoverAnswer propose(long handover, ChatId author, String reply, Instant writtenAt) {
    HandoverAnswer before = find(handover, author, writtenAt);
    if (before != null) {
      return before;
    }
    try {
      jdbc.sql(
              """
              INSERT INTO handover_answer (handover_id, author_chat, written_at, state, reply)
              VALUES (:handover, :author, :at, 'PROPOSED', :reply)
              """)
          .param("handover", handover)
          .param("author", author.value())
          .param("at", Moments.of(writtenAt))
          .param("reply", reply)
          .update();
    } catch (DuplicateKeyException e) {
      // Another instance stored it in the same moment.
    }
    return Objects.requireNonNull(find(handover, author, writtenAt));
  }

  private @Nullable HandoverAnswer find(long handover, ChatId author, Instant writtenAt) {
    return jdbc.sql(
            SELECT + "WHERE handover_id = :handover AND author_chat = :author AND written_at = :at")
        .param("handover", handover)
        .param("author", author.value())
        .param("at", Moments.of(writtenAt))
        .query(HandoverAnswerRows::read)
        .optional()
        .orElse(null);
  }

  @Nullable HandoverAnswer find(long id) {
    return jdbc.sql(SELECT + "WHERE id = :id")
        .param("id", id)
        .query(HandoverAnswerRows::read)
        .optional()
        .orElse(null);
  }

  List<HandoverAnswer> of(long handover) {
    return jdbc.sql(SELECT + "WHERE handover_id = :handover ORDER BY id")
        .param("handover", handover)
        .query(HandoverAnswerRows::read)
        .list();
  }

  List<HandoverAnswer> onTheWay() {
    return jdbc.sql(SELECT + "WHERE state = 'SCHEDULED' ORDER BY id")
        .query(HandoverAnswerRows::read)
        .list();
  }

  private static HandoverAnswer read(ResultSet row, int number) throws SQLException {
    return new HandoverAnswer(
        row.getLong("id"),
        row.getLong("handover_id"),
        new ChatId(row.getLong("author_chat")),
        Moments.read(row, "written_at"),
        HandoverAnswer.State.valueOf(row.getString("state")),
        row.getString("reply"));
  }

  boolean schedule(long id) {
    return jdbc.sql(
                "UPDATE handover_answer SET state = 'SCHEDULED' WHERE id = :id AND state ="
                    + " 'PROPOSED'")
            .param("id", id)
            .update()
        > 0;
  }

  boolean withdraw(long id) {
    return withdraw("id = :id", id) > 0;
  }

  void withdrawAll(long handover) {
    withdraw("handover_id = :id", handover);
  }

  private int withdraw(String which, long id) {
    return jdbc.sql(
            "UPDATE handover_answer SET state = 'WITHDRAWN', reply = NULL"
                + " WHERE state IN ('PROPOSED', 'SCHEDULED') AND "
                + which)
        .param("id", id)
        .update();
  }

  void end(long id, boolean delivered) {
    jdbc.sql("UPDATE handover_answer SET state = :state, reply = NULL WHERE id = :id")
        .param("state", delivered ? "DELIVERED" : "FAILED")
        .param("id", id)
        .update();
  }

  void forgetProposed(Instant limit) {
    jdbc.sql("DELETE FROM handover_answer WHERE state = 'PROPOSED' AND written_at < :limit")
        .param("limit", Moments.of(limit))
        .update();
  }
}
