package pl.soclab.webinarbot.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Questions in the table {@code handover} and answers in {@code handover_answer}, in SQL that H2
 * and PostgreSQL both speak.
 */
public final class JdbcHandovers implements Handovers {
  private static final String SELECT =
      """
      SELECT id, COALESCE(thread, id) AS number, chat_id, language, event_id, addressee, state,
             question, since
      FROM handover\s""";

  private static final String DRAFTS = "state IN ('AWAITED', 'SHOWN')";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final HandoverAnswerRows answers;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcHandovers(DataSource database) {
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    answers = new HandoverAnswerRows(jdbc);
  }

  @Override
  public Handover begin(NewHandover begun) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              drop(begun.chat());
              return Objects.requireNonNull(find(insert(begun)));
            }));
  }

  private long insert(NewHandover begun) {
    ChatId addressee = begun.addressee();
    var key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            INSERT INTO handover (thread, chat_id, language, event_id, addressee, state, question,
              since)
            VALUES (:thread, :chat, :language, :event, :addressee, :state, :question, :at)
            """)
        .param("thread", begun.thread())
        .param("chat", begun.chat().value())
        .param("language", begun.language())
        .param("event", begun.eventId())
        .param("addressee", addressee == null ? null : addressee.value())
        .param("state", begun.question() == null ? "AWAITED" : "SHOWN")
        .param("question", begun.question())
        .param("at", Moments.of(begun.at()))
        .update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  @Override
  public @Nullable Handover draft(ChatId chat) {
    return jdbc.sql(SELECT + "WHERE chat_id = :chat AND " + DRAFTS)
        .param("chat", chat.value())
        .query(JdbcHandovers::read)
        .optional()
        .orElse(null);
  }

  @Override
  public @Nullable Handover find(long id) {
    return jdbc.sql(SELECT + "WHERE id = :id")
        .param("id", id)
        .query(JdbcHandovers::read)
        .optional()
        .orElse(null);
  }

  private static Handover read(ResultSet row, int number) throws SQLException {
    Long addressee = row.getObject("addressee", Long.class);
    return new Handover(
        row.getLong("id"),
        row.getLong("number"),
        new ChatId(row.getLong("chat_id")),
        row.getString("language"),
        row.getString("event_id"),
        addressee == null ? null : new ChatId(addressee),
        Handover.State.valueOf(row.getString("state")),
        row.getString("question"),
        Moments.read(row, "since"));
  }

  @Override
  public boolean confirm(long id, Instant at) {
    return jdbc.sql(
                "UPDATE handover SET state = 'OPEN', since = :at WHERE id = :id AND state ="
                    + " 'SHOWN'")
            .param("at", Moments.of(at))
            .param("id", id)
            .update()
        > 0;
  }

  @Override
  public boolean drop(ChatId chat) {
    return jdbc.sql("DELETE FROM handover WHERE chat_id = :chat AND " + DRAFTS)
            .param("chat", chat.value())
            .update()
        > 0;
  }

  @Override
  public int open(ChatId chat) {
    return count("state = 'OPEN'", chat, Instant.EPOCH);
  }

  @Override
  public int handedOver(ChatId chat, Instant since) {
    return count("state NOT IN ('AWAITED', 'SHOWN')", chat, since);
  }

  private int count(String which, ChatId chat, Instant since) {
    return jdbc.sql(
            "SELECT COUNT(*) FROM handover WHERE chat_id = :chat AND since >= :since AND " + which)
        .param("chat", chat.value())
        .param("since", Moments.of(since))
        .query(Integer.class)
        .single();
  }

  @Override
  public List<Handover> cancel(ChatId chat) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              drop(chat);
              return handedOver(chat).stream().filter(this::cancel).toList();
            }));
  }

  private List<Handover> handedOver(ChatId chat) {
    return jdbc.sql(
            SELECT
                + "WHERE chat_id = :chat AND state IN ('OPEN', 'ANSWERED') ORDER BY id FOR UPDATE")
        .param("chat", chat.value())
        .query(JdbcHandovers::read)
        .list();
  }

  /** Whether something was still to come. */
  private boolean cancel(Handover handover) {
    boolean waits =
        handover.state() == Handover.State.OPEN
            || answers.of(handover.id()).stream()
                .anyMatch(answer -> answer.state() == HandoverAnswer.State.SCHEDULED);
    answers.withdrawAll(handover.id());
    close(handover.id(), Handover.State.CANCELLED);
    return waits;
  }

  private void close(long id, Handover.State state) {
    jdbc.sql("UPDATE handover SET state = :state, question = NULL WHERE id = :id")
        .param("state", state.name())
        .param("id", id)
        .update();
  }

  @Override
  public HandoverAnswer propose(long handover, ChatId author, String reply, Instant writtenAt) {
    return answers.propose(handover, author, reply, writtenAt);
  }

  @Override
  public @Nullable HandoverAnswer answer(long id) {
    return answers.find(id);
  }

  @Override
  public List<HandoverAnswer> answers(long handover) {
    return answers.of(handover);
  }

  @Override
  public boolean schedule(long answer) {
    return answers.schedule(answer);
  }

  @Override
  public boolean withdraw(long answer) {
    return answers.withdraw(answer);
  }

  @Override
  public List<HandoverAnswer> onTheWay() {
    return answers.onTheWay();
  }

  @Override
  public void ended(long answer, HandoverAnswer.Outcome outcome) {
    transactions.executeWithoutResult(
        status -> {
          HandoverAnswer ended = answers.find(answer);
          if (ended == null || ended.state() != HandoverAnswer.State.SCHEDULED) {
            return;
          }
          answers.end(answer, outcome == HandoverAnswer.Outcome.DELIVERED);
          switch (outcome) {
            case DELIVERED -> closeUnlessCancelled(ended.handover(), Handover.State.ANSWERED);
            case UNREACHABLE -> closeUnlessCancelled(ended.handover(), Handover.State.CANCELLED);
            case NOT_DELIVERED -> {}
          }
        });
  }

  private void closeUnlessCancelled(long id, Handover.State state) {
    Handover handover = find(id);
    if (handover != null && handover.state() != Handover.State.CANCELLED) {
      close(id, state);
    }
  }

  @Override
  public List<Handover> unanswered(Instant before) {
    return jdbc.sql(
            SELECT + "WHERE state = 'OPEN' AND since < :before AND NOT reminded ORDER BY since, id")
        .param("before", Moments.of(before))
        .query(JdbcHandovers::read)
        .list();
  }

  @Override
  public void reminded(long id) {
    jdbc.sql("UPDATE handover SET reminded = TRUE WHERE id = :id").param("id", id).update();
  }

  @Override
  public void moved(ChatId from, ChatId to) {
    jdbc.sql("UPDATE handover SET chat_id = :to WHERE chat_id = :from")
        .param("to", to.value())
        .param("from", from.value())
        .update();
  }

  @Override
  public void forget(Instant now) {
    jdbc.sql("DELETE FROM handover WHERE since < :limit AND " + DRAFTS)
        .param("limit", Moments.of(now.minus(DRAFT)))
        .update();
    jdbc.sql("DELETE FROM handover WHERE since < :limit")
        .param("limit", Moments.of(now.minus(KEPT)))
        .update();
    answers.forgetProposed(now.minus(DRAFT));
  }
}
