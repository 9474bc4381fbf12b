package pl.soclab.webinarbot.desk;

import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * The switch in the tables {@code bot_switch} and {@code switch_log}, in SQL that H2 and PostgreSQL
 * both speak. Read anew each time: two rows by their keys cost less than a second's delay.
 */
public final class JdbcBotSwitch implements BotSwitch {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcBotSwitch(DataSource database) {
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Override
  public @Nullable Switching last() {
    return jdbc.sql(
            """
            SELECT l.revision, l.is_off, l.reason, l.switched_at, l.switched_by
            FROM bot_switch s JOIN switch_log l ON l.revision = s.revision
            WHERE s.id = 1
            """)
        .query(
            (row, number) ->
                new Switching(
                    row.getLong("revision"),
                    row.getBoolean("is_off"),
                    row.getString("reason"),
                    Columns.instant(row, "switched_at"),
                    new ChatId(row.getLong("switched_by"))))
        .optional()
        .orElse(null);
  }

  @Override
  public boolean change(Switching next) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              int changed =
                  jdbc.sql(
                          "UPDATE bot_switch SET revision = :next WHERE id = 1 AND revision = :was")
                      .param("next", next.revision())
                      .param("was", next.revision() - 1)
                      .update();
              return changed > 0 && log(next) > 0;
            }));
  }

  private int log(Switching next) {
    return jdbc.sql(
            """
            INSERT INTO switch_log (revision, is_off, reason, switched_at, switched_by)
            VALUES (:revision, :off, :reason, :at, :by)
            """)
        .param("revision", next.revision())
        .param("off", next.off())
        .param("reason", next.reason())
        .param("at", Columns.of(next.at()))
        .param("by", next.by().value())
        .update();
  }
}
