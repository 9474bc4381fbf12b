package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Broadcasts in the tables {@code broadcast}, {@code delivery} and {@code sender}, in SQL that H2
 * and PostgreSQL both speak. No method holds recipients in memory but the few that it returns.
 */
public final class JdbcBroadcasts implements Broadcasts {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final JdbcDeliveries deliveries;
  private final JdbcRecipients recipients;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcBroadcasts(DataSource database) {
    var template = new JdbcTemplate(database);
    jdbc = JdbcClient.create(template);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    deliveries = new JdbcDeliveries(template, transactions);
    recipients = new JdbcRecipients(jdbc, transactions, deliveries);
  }

  @Override
  public @Nullable Broadcast create(NewBroadcast broadcast) {
    return create(broadcast, false, List.of());
  }

  @Override
  public @Nullable Broadcast create(NewBroadcast broadcast, Collection<ChatId> recipients) {
    return create(broadcast, true, recipients);
  }

  private @Nullable Broadcast create(
      NewBroadcast broadcast, boolean filled, Collection<ChatId> recipients) {
    try {
      return transactions.execute(
          status -> {
            Long id = insert(broadcast, filled);
            if (id == null) {
              return null;
            }
            deliveries.insert(id, recipients);
            return find(id);
          });
    } catch (DuplicateKeyException e) {
      return null;
    }
  }

  private @Nullable Long insert(NewBroadcast made, boolean filled) {
    Duration lead = made.lead();
    ChatId author = made.author();
    var key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            INSERT INTO broadcast (kind, occasion, event_id, starts_at, lead_seconds, scopes,
              content, state, due_at, useful_until, author_chat, filled)
            SELECT CAST(:kind AS VARCHAR), CAST(:occasion AS VARCHAR), CAST(:event AS VARCHAR),
              CAST(:start AS TIMESTAMP WITH TIME ZONE), CAST(:lead AS BIGINT),
              CAST(:scopes AS VARCHAR), CAST(:content AS VARCHAR), CAST(:state AS VARCHAR),
              CAST(:due AS TIMESTAMP WITH TIME ZONE), CAST(:until AS TIMESTAMP WITH TIME ZONE),
              CAST(:author AS BIGINT), CAST(:filled AS BOOLEAN)
            WHERE NOT EXISTS (SELECT 1 FROM broadcast WHERE occasion = :occasion)
            """)
        .param("kind", made.kind().name())
        .param("occasion", made.occasion())
        .param("event", made.eventId())
        .param("start", Columns.ofNullable(made.start()))
        .param("lead", lead == null ? null : lead.toSeconds())
        .param("scopes", BroadcastRow.column(made.scopes()))
        .param("content", made.content())
        .param("state", made.state().name())
        .param("due", Columns.of(made.due()))
        .param("until", Columns.ofNullable(made.usefulUntil()))
        .param("author", author == null ? null : author.value())
        .param("filled", filled)
        .update(key, "id");
    Number id = key.getKeyList().isEmpty() ? null : key.getKey();
    return id == null ? null : id.longValue();
  }

  @Override
  public @Nullable Broadcast find(long id) {
    return jdbc.sql(BroadcastRow.SELECT + "WHERE id = :id")
        .param("id", id)
        .query(BroadcastRow::read)
        .optional()
        .map(BroadcastRow::broadcast)
        .orElse(null);
  }

  @Override
  public @Nullable Broadcast find(String occasion) {
    return jdbc.sql(BroadcastRow.SELECT + "WHERE occasion = :occasion")
        .param("occasion", occasion)
        .query(BroadcastRow::read)
        .optional()
        .map(BroadcastRow::broadcast)
        .orElse(null);
  }

  @Override
  public boolean exists(String occasion) {
    return jdbc.sql("SELECT COUNT(*) FROM broadcast WHERE occasion = :occasion")
            .param("occasion", occasion)
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  public List<Broadcast> in(Set<Broadcast.State> states) {
    if (states.isEmpty()) {
      return List.of();
    }
    return jdbc
        .sql(BroadcastRow.SELECT + "WHERE state IN (:states)")
        .param("states", names(states))
        .query(BroadcastRow::read)
        .list()
        .stream()
        .map(BroadcastRow::broadcast)
        .sorted(
            Comparator.comparing(Broadcast::kind)
                .thenComparing(Broadcast::due)
                .thenComparingLong(Broadcast::id))
        .toList();
  }

  private static List<String> names(Set<Broadcast.State> states) {
    return states.stream().map(Broadcast.State::name).toList();
  }

  @Override
  public List<Broadcast> by(ChatId author, int limit) {
    return jdbc
        .sql(
            BroadcastRow.SELECT
                + "WHERE author_chat = :author ORDER BY id DESC FETCH FIRST :limit ROWS ONLY")
        .param("author", author.value())
        .param("limit", limit)
        .query(BroadcastRow::read)
        .list()
        .stream()
        .map(BroadcastRow::broadcast)
        .toList();
  }

  @Override
  public boolean change(long id, Set<Broadcast.State> from, Broadcast.State to, Instant at) {
    return !from.isEmpty()
        && jdbc.sql(
                    """
                    UPDATE broadcast
                    SET state = :to,
                        started_at =
                          COALESCE(started_at, CAST(:started AS TIMESTAMP WITH TIME ZONE)),
                        ended_at = CAST(:ended AS TIMESTAMP WITH TIME ZONE),
                        filled = filled OR CAST(:end AS BOOLEAN)
                    WHERE id = :id AND state IN (:from)
                    """)
                .param("to", to.name())
                .param("started", to == Broadcast.State.RUNNING ? Columns.of(at) : null)
                .param("ended", to.isEnd() ? Columns.of(at) : null)
                .param("end", to.isEnd())
                .param("id", id)
                .param("from", names(from))
                .update()
            > 0;
  }

  @Override
  public boolean write(long id, @Nullable String eventId, @Nullable String text) {
    return jdbc.sql(
                """
                UPDATE broadcast SET event_id = :event, content = :text
                WHERE id = :id AND state = 'DRAFT'
                """)
            .param("event", eventId)
            .param("text", text)
            .param("id", id)
            .update()
        > 0;
  }

  @Override
  public void showsProgressIn(long id, long messageId) {
    jdbc.sql("UPDATE broadcast SET progress_message = :message WHERE id = :id")
        .param("message", messageId)
        .param("id", id)
        .update();
  }

  @Override
  public boolean fill(long id, int limit) {
    return recipients.fill(id, limit);
  }

  @Override
  public List<Delivery> claim(long id, @Nullable ChatId afterChat, Instant now, int limit) {
    return deliveries.claim(id, afterChat, now, limit);
  }

  @Override
  public boolean isWanted(long id, ChatId chat) {
    return recipients.isWanted(id, chat);
  }

  @Override
  public void withdraw(ChatId chat, Set<Broadcast.Kind> kinds) {
    deliveries.withdraw(chat, kinds);
  }

  @Override
  public String language(long id, ChatId chat) {
    return recipients.language(id, chat);
  }

  @Override
  public void end(
      long id,
      ChatId chat,
      Delivery.State state,
      @Nullable Long messageId,
      @Nullable String reason) {
    deliveries.end(id, chat, state, messageId, reason);
  }

  @Override
  public void again(long id, ChatId chat, Instant notBefore, boolean unknown, boolean counts) {
    deliveries.again(id, chat, notBefore, unknown, counts);
  }

  @Override
  public int reclaim() {
    return deliveries.reclaim();
  }

  @Override
  public void moved(ChatId from, ChatId to) {
    recipients.moved(from, to);
  }

  @Override
  public @Nullable Delivery delivery(long id, ChatId chat) {
    return deliveries.find(id, chat);
  }

  @Override
  public Progress progress(long id) {
    return deliveries.progress(id);
  }

  @Override
  public boolean isOpen(long id) {
    return deliveries.isOpen(id);
  }

  @Override
  public void renamed(String fromEventId, String toEventId) {
    String former = PlannedReminder.occasionsOf(fromEventId);
    jdbc.sql(
            """
            UPDATE broadcast
            SET event_id = :to,
                occasion = CASE WHEN POSITION(:former IN occasion) = 1
                  THEN CAST(:new AS VARCHAR) || SUBSTRING(occasion FROM :behind)
                  ELSE occasion END
            WHERE event_id = :from
            """)
        .param("to", toEventId)
        .param("former", former)
        .param("new", PlannedReminder.occasionsOf(toEventId))
        .param("behind", former.length() + 1)
        .param("from", fromEventId)
        .update();
  }

  @Override
  public @Nullable Instant heldUntil() {
    return jdbc.sql("SELECT not_before FROM sender WHERE id = 1")
        .query((row, number) -> Columns.nullable(row, "not_before"))
        .list()
        .getFirst();
  }

  @Override
  public void hold(Instant until) {
    jdbc.sql(
            """
            UPDATE sender SET not_before = :until
            WHERE id = 1 AND (not_before IS NULL OR not_before < :until)
            """)
        .param("until", Columns.of(until))
        .update();
  }

  @Override
  public @Nullable Broadcast broadcastOf(ChatId chat, long messageId) {
    Long id = deliveries.broadcastOf(chat, messageId);
    return id == null ? null : find(id);
  }

  @Override
  public int forgetEndedBefore(Instant limit) {
    return forget(
        jdbc.sql("SELECT id FROM broadcast WHERE ended_at < :limit ORDER BY id")
            .param("limit", Columns.of(limit)));
  }

  @Override
  public int forgetEndedBefore(Instant limit, Broadcast.Kind kind) {
    return forget(
        jdbc.sql("SELECT id FROM broadcast WHERE ended_at < :limit AND kind = :kind ORDER BY id")
            .param("limit", Columns.of(limit))
            .param("kind", kind.name()));
  }

  private int forget(JdbcClient.StatementSpec which) {
    List<Long> ended = which.query((row, number) -> row.getLong("id")).list();
    for (long id : ended) {
      deliveries.forget(id);
      jdbc.sql("DELETE FROM broadcast WHERE id = :id").param("id", id).update();
    }
    return ended.size();
  }
}
