package pl.soclab.webinarbot.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Pairings in the tables {@code organiser}, {@code pairing_code} and {@code pairing_try}, in SQL
 * that H2 and PostgreSQL both speak.
 */
public final class JdbcPairings implements Pairings {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcPairings.class);

  /** A turn that broke comes again, also after a night without the program. */
  private static final Duration ENDED_CODES_KEPT = Duration.ofDays(1);

  private static final String SELECT = "SELECT chat_id, since, invited_by FROM organiser ";
  private static final String OPEN = " used_by IS NULL AND ends_at > :now ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcPairings(DataSource database) {
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Override
  public void issue(String hash, @Nullable ChatId by, Instant now) {
    // PostgreSQL needs the type of a parameter that may be null.
    jdbc.sql(
            """
            INSERT INTO pairing_code (code_hash, issued_at, ends_at, issued_by)
            VALUES (:hash, :now, :end, CAST(:by AS BIGINT))
            """)
        .param("hash", hash)
        .param("now", Columns.of(now))
        .param("end", Columns.of(now.plus(CODE_LIFE)))
        .param("by", Columns.of(by))
        .update();
  }

  @Override
  public Redeemed redeem(ChatId chat, String hash, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              jdbc.sql("SELECT id FROM pairing_gate FOR UPDATE").query(Integer.class).single();
              if (find(chat) != null) {
                return wasUsedBy(chat, hash) ? Redeemed.PAIRED : Redeemed.ALREADY;
              }
              if (wrongOf(chat, now) >= WRONG_OF_A_CHAT) {
                return Redeemed.PAUSED;
              }
              if (isOpen(hash, now)) {
                pair(chat, hash, now);
                return Redeemed.PAIRED;
              }
              noteWrong(chat, now);
              return Redeemed.WRONG;
            }));
  }

  private boolean wasUsedBy(ChatId chat, String hash) {
    return !jdbc.sql("SELECT 1 FROM pairing_code WHERE code_hash = ? AND used_by = ?")
        .params(hash, chat.value())
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  private long wrongOf(ChatId chat, Instant now) {
    return jdbc.sql("SELECT COUNT(*) FROM pairing_try WHERE chat_id = :chat AND tried_at > :since")
        .param("chat", chat.value())
        .param("since", Columns.of(now.minus(PAUSE)))
        .query(Long.class)
        .single();
  }

  /** Compares with each of the few open codes to its end, so that the time tells nothing. */
  private boolean isOpen(String hash, Instant now) {
    byte[] typed = hash.getBytes(StandardCharsets.US_ASCII);
    List<byte[]> open =
        jdbc.sql("SELECT code_hash FROM pairing_code WHERE" + OPEN)
            .param("now", Columns.of(now))
            .query((row, number) -> row.getString(1).getBytes(StandardCharsets.US_ASCII))
            .list();
    boolean found = false;
    for (byte[] code : open) {
      found |= MessageDigest.isEqual(typed, code);
    }
    return found;
  }

  private void pair(ChatId chat, String hash, Instant now) {
    jdbc.sql("UPDATE pairing_code SET used_by = :chat WHERE code_hash = :hash")
        .param("chat", chat.value())
        .param("hash", hash)
        .update();
    jdbc.sql(
            """
            INSERT INTO organiser (chat_id, since, invited_by)
            SELECT CAST(:chat AS BIGINT), CAST(:now AS TIMESTAMP WITH TIME ZONE), issued_by
            FROM pairing_code WHERE code_hash = :hash
            """)
        .param("chat", chat.value())
        .param("now", Columns.of(now))
        .param("hash", hash)
        .update();
  }

  private void noteWrong(ChatId chat, Instant now) {
    jdbc.sql("INSERT INTO pairing_try (chat_id, tried_at) VALUES (:chat, :now)")
        .param("chat", chat.value())
        .param("now", Columns.of(now))
        .update();
    int ended =
        jdbc.sql(
                "UPDATE pairing_code SET ends_at = :now WHERE"
                    + OPEN
                    + "AND (SELECT COUNT(*) FROM pairing_try WHERE tried_at >= issued_at) >= :most")
            .param("now", Columns.of(now))
            .param("most", WRONG_OF_ALL)
            .update();
    if (ended > 0) {
      LOG.warn(
          "{} wrong codes of organisers came: the right one can be used no longer", WRONG_OF_ALL);
    }
  }

  @Override
  public void spoil(String hash, Instant now) {
    jdbc.sql("UPDATE pairing_code SET ends_at = :now WHERE code_hash = :hash AND" + OPEN)
        .param("now", Columns.of(now))
        .param("hash", hash)
        .update();
  }

  @Override
  public @Nullable Paired find(ChatId chat) {
    return jdbc.sql(SELECT + "WHERE chat_id = :chat")
        .param("chat", chat.value())
        .query(JdbcPairings::read)
        .optional()
        .orElse(null);
  }

  @Override
  public List<Paired> all() {
    return jdbc.sql(SELECT + "ORDER BY since, chat_id").query(JdbcPairings::read).list();
  }

  private static Paired read(ResultSet row, int number) throws SQLException {
    return new Paired(
        new ChatId(row.getLong("chat_id")),
        Columns.instant(row, "since"),
        Columns.chat(row, "invited_by"));
  }

  @Override
  public boolean remove(ChatId chat, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              jdbc.sql("UPDATE pairing_code SET ends_at = :now WHERE issued_by = :chat AND" + OPEN)
                  .param("now", Columns.of(now))
                  .param("chat", chat.value())
                  .update();
              return jdbc.sql("DELETE FROM organiser WHERE chat_id = :chat")
                      .param("chat", chat.value())
                      .update()
                  > 0;
            }));
  }

  @Override
  public void forget(Instant now) {
    Instant counted = now.minus(PAUSE);
    jdbc.sql("DELETE FROM pairing_try WHERE tried_at <= ?").param(Columns.of(counted)).update();
    Instant kept = now.minus(ENDED_CODES_KEPT);
    jdbc.sql("DELETE FROM pairing_code WHERE ends_at < ?").param(Columns.of(kept)).update();
  }
}
