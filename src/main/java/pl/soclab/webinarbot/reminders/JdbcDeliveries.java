package pl.soclab.webinarbot.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.Delivery.State;

/**
 * The rows of the table {@code delivery}: how each recipient's message fares. What is pending when
 * its broadcast ends stays so in the table and counts as skipped: to rewrite a million rows takes a
 * minute, and a stop is obeyed at once.
 */
final class JdbcDeliveries {
  private static final String SELECT =
      """
      SELECT broadcast_id, chat_id, state, attempts, unknowns, not_before, message_id, reason
      FROM delivery\s""";

  private static final int PORTION = 5_000;

  private final JdbcTemplate batches;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  JdbcDeliveries(JdbcTemplate batches, TransactionTemplate transactions) {
    this.batches = batches;
    jdbc = JdbcClient.create(batches);
    this.transactions = transactions;
  }

  void insert(long id, Collection<ChatId> chats) {
    batches.batchUpdate(
        "INSERT INTO delivery (broadcast_id, chat_id, state) VALUES (?, ?, 'PENDING')",
        chats.stream().distinct().map(chat -> new Object[] {id, chat.value()}).toList());
  }

  List<Delivery> claim(long id, @Nullable ChatId afterChat, Instant now, int limit) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              BroadcastRow row = BroadcastRow.lock(jdbc, id);
              return row == null || row.broadcast().state() != Broadcast.State.RUNNING
                  ? List.<Delivery>of()
                  : begun(ready(id, afterChat, now, limit));
            }));
  }

  private List<Delivery> ready(long id, @Nullable ChatId afterChat, Instant now, int limit) {
    // The order names the whole index: H2 reads it in order only so.
    return jdbc.sql(
            SELECT
                + """
                WHERE broadcast_id = :id AND state = 'PENDING' AND chat_id > :after
                  AND (not_before IS NULL OR not_before <= :now)
                ORDER BY broadcast_id, state, chat_id FETCH FIRST :limit ROWS ONLY
                """)
        .param("id", id)
        .param("after", afterChat == null ? Long.MIN_VALUE : afterChat.value())
        .param("now", Columns.of(now))
        .param("limit", limit)
        .query(JdbcDeliveries::read)
        .list();
  }

  /** Those of them that nobody else took meanwhile, one attempt older. */
  private List<Delivery> begun(List<Delivery> ready) {
    int[] taken =
        batches.batchUpdate(
            """
            UPDATE delivery SET state = 'SENDING', attempts = attempts + 1
            WHERE broadcast_id = ? AND chat_id = ? AND state = 'PENDING'
            """,
            ready.stream()
                .map(delivery -> new Object[] {delivery.broadcastId(), delivery.chat().value()})
                .toList());
    return IntStream.range(0, taken.length)
        .filter(index -> taken[index] == 1)
        .mapToObj(ready::get)
        .map(
            was ->
                new Delivery(
                    was.broadcastId(),
                    was.chat(),
                    State.SENDING,
                    was.attempts() + 1,
                    was.unknowns(),
                    was.notBefore(),
                    was.messageId(),
                    was.reason()))
        .toList();
  }

  private static Delivery read(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getLong("broadcast_id"),
        new ChatId(row.getLong("chat_id")),
        State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getInt("unknowns"),
        Columns.nullable(row, "not_before"),
        row.getObject("message_id", Long.class),
        row.getString("reason"));
  }

  /** What has ended before keeps its end: a sender that was thought dead may still report. */
  void end(long id, ChatId chat, State state, @Nullable Long messageId, @Nullable String reason) {
    jdbc.sql(
            """
            UPDATE delivery
            SET state = :state, message_id = :message, reason = :reason, not_before = NULL,
                unknowns = unknowns + :unknown
            WHERE broadcast_id = :id AND chat_id = :chat AND state IN ('PENDING', 'SENDING')
            """)
        .param("state", state.name())
        .param("message", messageId)
        .param("reason", reason)
        .param("unknown", state == State.UNKNOWN ? 1 : 0)
        .param("id", id)
        .param("chat", chat.value())
        .update();
  }

  void again(long id, ChatId chat, Instant notBefore, boolean unknown, boolean counts) {
    jdbc.sql(
            """
            UPDATE delivery
            SET state = 'PENDING', not_before = :at,
                unknowns = unknowns + :unknown, attempts = attempts - :uncounted
            WHERE broadcast_id = :id AND chat_id = :chat AND state = 'SENDING'
            """)
        .param("at", Columns.of(notBefore))
        .param("unknown", unknown ? 1 : 0)
        .param("uncounted", counts ? 0 : 1)
        .param("id", id)
        .param("chat", chat.value())
        .update();
  }

  void skip(Delivery delivery) {
    end(delivery.broadcastId(), delivery.chat(), State.SKIPPED, null, null);
  }

  /** Messages of the former chat have no number in the new one. */
  void readdress(Delivery delivery, ChatId to) {
    jdbc.sql(
            """
            UPDATE delivery
            SET chat_id = :to, message_id = NULL,
                not_before = CASE WHEN state = 'SENDING' THEN NULL ELSE not_before END,
                state = CASE WHEN state = 'SENDING' THEN 'PENDING' ELSE state END
            WHERE broadcast_id = :id AND chat_id = :from
            """)
        .param("to", to.value())
        .param("id", delivery.broadcastId())
        .param("from", delivery.chat().value())
        .update();
  }

  int reclaim() {
    // Not one statement: H2 would read all deliveries, where each broadcast's index says it at
    // once.
    List<Long> broken =
        jdbc.sql(
                """
                SELECT id FROM broadcast b WHERE EXISTS
                  (SELECT 1 FROM delivery d WHERE d.broadcast_id = b.id AND d.state = 'SENDING')
                ORDER BY id
                """)
            .query((row, number) -> row.getLong("id"))
            .list();
    return broken.stream().mapToInt(this::reclaim).sum();
  }

  private int reclaim(long id) {
    boolean ended = hasEnded(id);
    int reclaimed =
        jdbc.sql(
                """
                UPDATE delivery SET state = :state, unknowns = unknowns + :unknown
                WHERE broadcast_id = :id AND state = 'SENDING'
                """)
            .param("state", (ended ? State.UNKNOWN : State.PENDING).name())
            .param("unknown", ended ? 1 : 0)
            .param("id", id)
            .update();
    return ended ? 0 : reclaimed;
  }

  private boolean hasEnded(long id) {
    return jdbc.sql("SELECT state FROM broadcast WHERE id = :id")
        .param("id", id)
        .query((row, number) -> Broadcast.State.valueOf(row.getString("state")).isEnd())
        .optional()
        .orElse(true);
  }

  @Nullable Delivery find(long id, ChatId chat) {
    Delivery stored =
        jdbc.sql(SELECT + "WHERE broadcast_id = :id AND chat_id = :chat")
            .param("id", id)
            .param("chat", chat.value())
            .query(JdbcDeliveries::read)
            .optional()
            .orElse(null);
    return stored != null && stored.state() == State.PENDING && hasEnded(id)
        ? skipped(stored)
        : stored;
  }

  private static Delivery skipped(Delivery was) {
    return new Delivery(
        was.broadcastId(),
        was.chat(),
        State.SKIPPED,
        was.attempts(),
        was.unknowns(),
        null,
        was.messageId(),
        was.reason());
  }

  Progress progress(long id) {
    Map<State, Long> counts = new EnumMap<>(State.class);
    jdbc.sql("SELECT state, COUNT(*) AS n FROM delivery WHERE broadcast_id = :id GROUP BY state")
        .param("id", id)
        .query(
            row -> {
              counts.put(State.valueOf(row.getString("state")), row.getLong("n"));
            });
    if (hasEnded(id)) {
      counts.merge(State.SKIPPED, counts.getOrDefault(State.PENDING, 0L), Long::sum);
      counts.remove(State.PENDING);
    }
    return new Progress(
        counts.getOrDefault(State.PENDING, 0L) + counts.getOrDefault(State.SENDING, 0L),
        counts.getOrDefault(State.SENT, 0L),
        counts.getOrDefault(State.UNKNOWN, 0L),
        counts.getOrDefault(State.FAILED, 0L),
        counts.getOrDefault(State.BLOCKED, 0L),
        counts.getOrDefault(State.SKIPPED, 0L));
  }

  boolean isOpen(long id) {
    return !jdbc.sql(
            """
            SELECT 1 FROM delivery
            WHERE broadcast_id = :id AND state IN ('PENDING', 'SENDING')
            FETCH FIRST 1 ROWS ONLY
            """)
        .param("id", id)
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  void withdraw(ChatId chat, Set<Broadcast.Kind> kinds) {
    if (kinds.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            UPDATE delivery SET state = 'SKIPPED', not_before = NULL
            WHERE chat_id = :chat AND state IN ('PENDING', 'SENDING') AND broadcast_id IN
              (SELECT id FROM broadcast
               WHERE kind IN (:kinds) AND state IN ('SCHEDULED', 'RUNNING', 'PAUSED'))
            """)
        .param("chat", chat.value())
        .param("kinds", kinds.stream().map(Broadcast.Kind::name).toList())
        .update();
  }

  @Nullable Long broadcastOf(ChatId chat, long messageId) {
    return jdbc.sql(
            """
            SELECT broadcast_id FROM delivery
            WHERE chat_id = :chat AND message_id = :message
            ORDER BY broadcast_id DESC FETCH FIRST 1 ROWS ONLY
            """)
        .param("chat", chat.value())
        .param("message", messageId)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  /** In portions: a million rows in one transaction would hold the disk for a minute. */
  void forget(long id) {
    int forgotten = PORTION;
    while (forgotten == PORTION) {
      forgotten =
          jdbc.sql(
                  """
                  DELETE FROM delivery WHERE broadcast_id = :id AND chat_id <=
                    (SELECT MAX(chat_id) FROM
                      (SELECT chat_id FROM delivery WHERE broadcast_id = :id
                       ORDER BY broadcast_id, chat_id FETCH FIRST :limit ROWS ONLY) AS portion)
                  """)
              .param("id", id)
              .param("limit", PORTION)
              .update();
    }
  }
}
