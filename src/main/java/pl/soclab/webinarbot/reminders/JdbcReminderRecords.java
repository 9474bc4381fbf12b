package pl.soclab.webinarbot.reminders;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.ChatRecord;
import pl.soclab.webinarbot.messaging.ChatRecords;

/**
 * What the tables {@code subscription}, {@code delivery} and {@code broadcast} keep about a chat.
 *
 * <p>A delivery that has ended is counted, so it stays and its chat becomes a number that is no
 * chat's, another in each broadcast. What organisers are sent as organisers belongs to that task
 * and goes with its broadcast; so does who wrote a broadcast.
 */
public final class JdbcReminderRecords implements ChatRecords {
  /**
   * Telegram's numbers have 52 significant bits (Bot API, {@code Chat.id}); these are far below.
   */
  static final long NOBODY = Long.MIN_VALUE >> 1;

  private static final String OF_RESIDENTS =
      "broadcast_id IN (SELECT id FROM broadcast WHERE kind NOT IN ('REPORT', 'QUESTION',"
          + " 'PROPOSAL'))";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final SecureRandom random = new SecureRandom();

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcReminderRecords(DataSource database) {
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Override
  public List<ChatRecord> of(ChatId chat) {
    return Stream.of(
            rows(
                "subscription",
                "SELECT event_id, scope, language, since, paused_at FROM subscription"
                    + " WHERE chat_id = :chat ORDER BY event_id",
                chat),
            rows(
                "delivery",
                """
                SELECT b.kind, b.event_id, b.due_at, d.state, d.attempts, d.unknowns, d.not_before,
                       d.message_id, d.reason
                FROM delivery d JOIN broadcast b ON b.id = d.broadcast_id
                WHERE d.chat_id = :chat ORDER BY b.id
                """,
                chat),
            rows(
                "broadcast",
                """
                SELECT kind, event_id, content, state, due_at, progress_message, started_at, ended_at
                FROM broadcast WHERE author_chat = :chat ORDER BY id
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
    transactions.executeWithoutResult(
        status -> {
          update("DELETE FROM subscription WHERE chat_id = :chat", chat);
          update("DELETE FROM broadcast WHERE author_chat = :chat AND state = 'DRAFT'", chat);
          deliveries(chat).forEach(broadcast -> makeAnonymous(broadcast, chat));
        });
  }

  private void update(String sql, ChatId chat) {
    jdbc.sql(sql).param("chat", chat.value()).update();
  }

  private List<Long> deliveries(ChatId chat) {
    return jdbc.sql(
            "SELECT broadcast_id FROM delivery WHERE chat_id = :chat AND "
                + OF_RESIDENTS
                + " ORDER BY broadcast_id FOR UPDATE")
        .param("chat", chat.value())
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /** What waits is not sent; what is on its way just now may arrive or not. */
  private void makeAnonymous(long broadcast, ChatId chat) {
    jdbc.sql(
            """
            UPDATE delivery
            SET chat_id = :nobody, message_id = NULL, reason = NULL, not_before = NULL,
                state = CASE state WHEN 'PENDING' THEN 'SKIPPED' WHEN 'SENDING' THEN 'UNKNOWN'
                        ELSE state END
            WHERE broadcast_id = :broadcast AND chat_id = :chat
            """)
        .param("nobody", NOBODY - random.nextLong(-NOBODY))
        .param("broadcast", broadcast)
        .param("chat", chat.value())
        .update();
  }
}
