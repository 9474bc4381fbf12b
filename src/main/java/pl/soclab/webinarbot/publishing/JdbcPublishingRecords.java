package pl.soclab.webinarbot.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.ChatRecord;
import pl.soclab.webinarbot.messaging.ChatRecords;

/**
 * What the tables of this room keep about a chat. Who changed a file is the record of a task and
 * not erased by its subject.
 */
public final class JdbcPublishingRecords implements ChatRecords {
  /** What a file held is kept for good; who changed it, no longer than the numbers of that time. */
  private static final Duration AUTHORS_KEPT = Duration.ofDays(400);

  private final JdbcClient jdbc;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcPublishingRecords(DataSource database) {
    jdbc = JdbcClient.create(database);
  }

  @Override
  public List<ChatRecord> of(ChatId chat) {
    return Stream.of(
            rows(
                "upload",
                """
                SELECT name, ending, content, target, notice, event_id, state, sent_at
                FROM upload WHERE chat_id = :chat ORDER BY id
                """,
                chat),
            rows(
                "version",
                """
                SELECT file, changed_at, state FROM version
                WHERE author_chat = :chat ORDER BY id
                """,
                chat))
        .flatMap(List::stream)
        .toList();
  }

  private List<ChatRecord> rows(String kind, String sql, ChatId chat) {
    return ChatRecord.all(kind, jdbc.sql(sql).param("chat", chat.value()).query().listOfRows());
  }

  @Override
  public void erase(ChatId chat) {
    jdbc.sql("DELETE FROM upload WHERE chat_id = :chat").param("chat", chat.value()).update();
  }

  /** Forgets what is kept for longer than promised. */
  public void forget(Instant now) {
    jdbc.sql("DELETE FROM upload WHERE sent_at < :limit")
        .param("limit", now.minus(Uploads.KEPT).atOffset(ZoneOffset.UTC))
        .update();
    // 0 is no chat's number.
    jdbc.sql("UPDATE version SET author_chat = 0 WHERE changed_at < :limit AND author_chat <> 0")
        .param("limit", now.minus(AUTHORS_KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }
}
