package pl.soclab.webinarbot.reminders;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionTemplate;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.Delivery.State;

/** Where broadcasts meet subscriptions: who gets one, and whether he still wants it. */
final class JdbcRecipients {
  private static final String FITTING =
      " paused_at IS NULL AND scope IN (:scopes) AND since <= :latest ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final JdbcDeliveries deliveries;

  JdbcRecipients(JdbcClient jdbc, TransactionTemplate transactions, JdbcDeliveries deliveries) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.deliveries = deliveries;
  }

  boolean fill(long id, int limit) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              BroadcastRow row = BroadcastRow.lock(jdbc, id);
              if (row == null || row.filled()) {
                return true;
              }
              return row.broadcast().state() == Broadcast.State.RUNNING && fillNext(row, limit);
            }));
  }

  /** A portion of the rows that fit; several events' rows of one chat are one recipient. */
  private record Portion(@Nullable Long last, int rows) {}

  private boolean fillNext(BroadcastRow row, int limit) {
    Broadcast broadcast = row.broadcast();
    Portion portion = broadcast.scopes().isEmpty() ? new Portion(null, 0) : next(row, limit);
    if (portion.last() != null) {
      insertUpTo(row, portion.last());
    }
    boolean filled = portion.rows() < limit;
    jdbc.sql(
            """
            UPDATE broadcast SET filled_to = COALESCE(CAST(:last AS BIGINT), filled_to),
              filled = :filled
            WHERE id = :id
            """)
        .param("last", portion.last())
        .param("filled", filled)
        .param("id", broadcast.id())
        .update();
    return filled;
  }

  private Portion next(BroadcastRow row, int limit) {
    return subscriptions(
            row,
            """
            SELECT MAX(chat_id) AS last, COUNT(*) AS n FROM (
              SELECT chat_id FROM subscription WHERE %s AND chat_id > :after
              ORDER BY %s FETCH FIRST :limit ROWS ONLY) AS portion
            """)
        .param("limit", limit)
        .query(
            (result, number) ->
                new Portion(result.getObject("last", Long.class), result.getInt("n")))
        .single();
  }

  private void insertUpTo(BroadcastRow row, long last) {
    subscriptions(
            row,
            """
            INSERT INTO delivery (broadcast_id, chat_id, state)
            SELECT DISTINCT CAST(:id AS BIGINT), chat_id, 'PENDING' FROM subscription s
            WHERE %s AND chat_id > :after AND chat_id <= :last AND NOT EXISTS
              (SELECT 1 FROM delivery d WHERE d.broadcast_id = :id AND d.chat_id = s.chat_id)
            """)
        .param("id", row.broadcast().id())
        .param("last", last)
        .update();
  }

  /** The statement about the subscriptions that fit, behind the last recipient. */
  private StatementSpec subscriptions(BroadcastRow row, String sql) {
    String eventId = row.broadcast().eventId();
    return fitting(
            row.broadcast(),
            eventId == null
                ? sql.formatted(FITTING, "chat_id")
                : sql.formatted(FITTING + "AND event_id = :event", "event_id, chat_id"))
        .param("event", eventId)
        .param("after", row.filledTo() == null ? Long.MIN_VALUE : row.filledTo());
  }

  private StatementSpec fitting(Broadcast broadcast, String sql) {
    Instant started = broadcast.startedAt();
    boolean isTimed =
        broadcast.kind() == Broadcast.Kind.REMINDER || broadcast.kind() == Broadcast.Kind.CHANGE;
    Instant latest = isTimed || started == null ? broadcast.due() : started;
    return jdbc.sql(sql)
        .param("scopes", broadcast.scopes().stream().map(Scope::name).toList())
        .param("latest", Columns.of(latest));
  }

  boolean isWanted(long id, ChatId chat) {
    return !jdbc.sql(
            """
            SELECT 1 FROM broadcast b
            WHERE b.id = :id AND b.state = 'RUNNING' AND (EXISTS
              (SELECT 1 FROM subscription s WHERE s.chat_id = :chat AND s.paused_at IS NULL
               AND b.scopes <> '' AND (b.event_id IS NULL OR s.event_id = b.event_id)
               AND POSITION(',' || s.scope || ',' IN b.scopes) > 0)
              -- A recipient who was named and had everything erased since has no row any more.
              OR (b.scopes = '' AND EXISTS (SELECT 1 FROM delivery d
                WHERE d.broadcast_id = b.id AND d.chat_id = :chat)))
              -- Withdrawn after it was claimed.
              AND NOT EXISTS (SELECT 1 FROM delivery d
                WHERE d.broadcast_id = b.id AND d.chat_id = :chat AND d.state = 'SKIPPED')
            """)
        .param("id", id)
        .param("chat", chat.value())
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  /** That of the event; else the last that the chat chose. */
  String language(long id, ChatId chat) {
    return jdbc.sql(
            """
            SELECT s.language FROM subscription s LEFT JOIN broadcast b
              ON b.id = :id AND b.event_id = s.event_id
            WHERE s.chat_id = :chat
            ORDER BY CASE WHEN b.id IS NULL THEN 1 ELSE 0 END, s.since DESC
            FETCH FIRST 1 ROWS ONLY
            """)
        .param("id", id)
        .param("chat", chat.value())
        .query(String.class)
        .optional()
        .orElse("pl");
  }

  /**
   * A supergroup's number is below that of the group it was, so a broadcast that is being filled
   * may have passed the new one before it came to the old one.
   */
  void moved(ChatId from, ChatId to) {
    if (from.equals(to)) {
      return;
    }
    transactions.executeWithoutResult(
        status -> {
          List<BroadcastRow> open =
              jdbc.sql(
                      BroadcastRow.SELECT
                          + "WHERE state IN ('DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED')"
                          + " ORDER BY id FOR UPDATE")
                  .query(BroadcastRow::read)
                  .list();
          open.forEach(row -> moved(row, from, to));
        });
  }

  private void moved(BroadcastRow row, ChatId from, ChatId to) {
    long id = row.broadcast().id();
    Delivery old = deliveries.find(id, from);
    Delivery own = deliveries.find(id, to);
    if (old == null) {
      if (own == null && isPassed(row, to) && isRecipient(row.broadcast(), from, to)) {
        deliveries.insert(id, List.of(to));
      }
    } else if (own == null) {
      deliveries.readdress(old, to);
    } else if (isOpen(old)) {
      deliveries.skip(old);
    } else if (own.state() == State.PENDING
        && (old.state() == State.SENT || old.state() == State.UNKNOWN)) {
      deliveries.skip(own);
    }
  }

  private static boolean isOpen(Delivery delivery) {
    return delivery.state() == State.PENDING || delivery.state() == State.SENDING;
  }

  private static boolean isPassed(BroadcastRow row, ChatId chat) {
    return !row.filled() && row.filledTo() != null && row.filledTo() >= chat.value();
  }

  private boolean isRecipient(Broadcast broadcast, ChatId from, ChatId to) {
    String eventId = broadcast.eventId();
    return !broadcast.scopes().isEmpty()
        && !fitting(
                broadcast,
                "SELECT 1 FROM subscription WHERE chat_id IN (:chats) AND"
                    + FITTING
                    + (eventId == null ? "" : "AND event_id = :event"))
            .param("chats", Stream.of(from, to).map(ChatId::value).toList())
            .param("event", eventId)
            .query(Integer.class)
            .list()
            .isEmpty();
  }
}
