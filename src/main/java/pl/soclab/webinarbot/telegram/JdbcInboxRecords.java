package pl.soclab.webinarbot.telegram;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.ChatRecord;
import pl.soclab.webinarbot.messaging.ChatRecords;

/**
 * What the table {@code inbox} keeps about a chat. A row that was handled stays for two days, as
 * Telegram may deliver its update again; whose it was is of no use any more. What was not handled
 * yet is the message that asks, and what its resident wrote behind it: that is answered, and then
 * erased as any other.
 */
public final class JdbcInboxRecords implements ChatRecords {
  private final JdbcClient jdbc;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcInboxRecords(DataSource database) {
    jdbc = JdbcClient.create(database);
  }

  @Override
  public List<ChatRecord> of(ChatId chat) {
    return ChatRecord.all(
        "inbox",
        jdbc.sql(
                """
                SELECT update_id, received_at, handled_at, attempts, payload FROM inbox
                WHERE chat_id = :chat ORDER BY seq
                """)
            .param("chat", chat.value())
            .query()
            .listOfRows());
  }

  @Override
  public void erase(ChatId chat) {
    jdbc.sql("UPDATE inbox SET chat_id = NULL WHERE chat_id = :chat AND handled_at IS NOT NULL")
        .param("chat", chat.value())
        .update();
  }

  /** Takes what waits for answered, where another program may have answered it. */
  public static void passOver(DataSource database, Instant now) {
    JdbcClient.create(database)
        .sql(
            """
            UPDATE inbox SET handled_at = :now, payload = NULL, chat_id = NULL
            WHERE handled_at IS NULL
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
