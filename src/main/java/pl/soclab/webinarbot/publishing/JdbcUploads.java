package pl.soclab.webinarbot.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import pl.soclab.webinarbot.messaging.ChatId;

/** Uploads in the table {@code upload}, in SQL that H2 and PostgreSQL both speak. */
public final class JdbcUploads implements Uploads {
  private final JdbcClient jdbc;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcUploads(DataSource database) {
    jdbc = JdbcClient.create(database);
  }

  @Override
  public Upload create(
      ChatId chat,
      String name,
      String ending,
      @Nullable String content,
      @Nullable String target,
      Instant at) {
    jdbc.sql("DELETE FROM upload WHERE sent_at < :oldest")
        .param("oldest", column(at.minus(KEPT)))
        .update();
    var key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            INSERT INTO upload (chat_id, name, ending, content, target, state, sent_at)
            VALUES (:chat, :name, :ending, CAST(:content AS VARCHAR), CAST(:target AS VARCHAR),
              'WAITING', :at)
            """)
        .param("chat", chat.value())
        .param("name", name)
        .param("ending", ending)
        .param("content", content)
        .param("target", target)
        .param("at", column(at))
        .update(key, "id");
    Number id = key.getKey();
    if (id == null) {
      throw new IllegalStateException("The database gave an upload no number");
    }
    return new Upload(
        id.longValue(), chat, name, ending, content, target, null, null, State.WAITING, at);
  }

  private static OffsetDateTime column(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  @Override
  public @Nullable Upload find(long id, Instant now) {
    return jdbc.sql(
            """
            SELECT id, chat_id, name, ending, content, target, notice, event_id, state, sent_at
            FROM upload WHERE id = :id AND sent_at >= :oldest
            """)
        .param("id", id)
        .param("oldest", column(now.minus(KEPT)))
        .query(JdbcUploads::upload)
        .optional()
        .orElse(null);
  }

  private static Upload upload(ResultSet row, int number) throws SQLException {
    return new Upload(
        row.getLong("id"),
        new ChatId(row.getLong("chat_id")),
        row.getString("name"),
        row.getString("ending"),
        row.getString("content"),
        row.getString("target"),
        row.getString("notice"),
        row.getString("event_id"),
        State.valueOf(row.getString("state")),
        row.getObject("sent_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public boolean aim(long id, String target) {
    return jdbc.sql("UPDATE upload SET target = :target WHERE id = :id AND state = 'WAITING'")
            .param("target", target)
            .param("id", id)
            .update()
        > 0;
  }

  @Override
  public void propose(long id, @Nullable String notice, @Nullable String eventId) {
    jdbc.sql(
            """
            UPDATE upload
            SET notice = CAST(:notice AS VARCHAR), event_id = CAST(:event AS VARCHAR)
            WHERE id = :id AND state = 'WAITING'
            """)
        .param("notice", notice)
        .param("event", eventId)
        .param("id", id)
        .update();
  }

  @Override
  public boolean published(long id) {
    return jdbc.sql("UPDATE upload SET state = 'PUBLISHED' WHERE id = :id AND state = 'WAITING'")
            .param("id", id)
            .update()
        > 0;
  }

  @Override
  public boolean discard(long id) {
    return jdbc.sql("UPDATE upload SET state = 'DISCARDED' WHERE id = :id AND state = 'WAITING'")
            .param("id", id)
            .update()
        > 0;
  }
}
