package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.ChatRecord;
import pl.soclab.webinarbot.messaging.ChatRecords;

/**
 * What the tables of this room keep about a chat. Who is an organiser, by whose code, and who
 * switched the bot is the record of a task and not erased by its subject; wrong codes are kept for
 * their hour, else erasing them would end the pause after the fifth.
 */
public final class JdbcDeskRecords implements ChatRecords {
  /** Who switched the bot is told for as long as the numbers of that time are kept. */
  private static final Duration SWITCHES_KEPT = Duration.ofDays(400);

  /** Nothing that was asked for so long ago is still expected ({@link Awaited#WAIT}). */
  private static final Duration AWAITED_KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcDeskRecords(DataSource database) {
    jdbc = JdbcClient.create(database);
  }

  @Override
  public List<ChatRecord> of(ChatId chat) {
    return Stream.of(
            rows("awaited", "SELECT kind, subject, since FROM awaited WHERE chat_id = :chat", chat),
            rows("organiser", "SELECT since FROM organiser WHERE chat_id = :chat", chat),
            rows("invited", "SELECT since FROM organiser WHERE invited_by = :chat", chat),
            rows(
                "pairing_code",
                """
                SELECT issued_at, ends_at,
                       CASE WHEN issued_by = :chat THEN TRUE ELSE FALSE END AS issued,
                       CASE WHEN used_by = :chat THEN TRUE ELSE FALSE END AS used
                FROM pairing_code WHERE issued_by = :chat OR used_by = :chat ORDER BY issued_at
                """,
                chat),
            rows(
                "pairing_try",
                "SELECT tried_at FROM pairing_try WHERE chat_id = :chat ORDER BY tried_at",
                chat),
            rows(
                "switch_log",
                """
                SELECT is_off, reason, switched_at FROM switch_log
                WHERE switched_by = :chat ORDER BY revision
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
    jdbc.sql("DELETE FROM awaited WHERE chat_id = :chat").param("chat", chat.value()).update();
  }

  /** Forgets what is kept for longer than promised; how the switch stands is kept. */
  public void forget(Instant now) {
    jdbc.sql("DELETE FROM awaited WHERE since < :limit")
        .param("limit", Columns.of(now.minus(AWAITED_KEPT)))
        .update();
    jdbc.sql(
            """
            DELETE FROM switch_log WHERE switched_at < :limit
              AND revision NOT IN (SELECT revision FROM bot_switch)
            """)
        .param("limit", Columns.of(now.minus(SWITCHES_KEPT)))
        .update();
  }
}
