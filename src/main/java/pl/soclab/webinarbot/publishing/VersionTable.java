package pl.soclab.webinarbot.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import pl.soclab.webinarbot.messaging.ChatId;

/** The table {@code version}, in SQL that H2 and PostgreSQL both speak. */
final class VersionTable {
  private static final String SELECT =
      "SELECT id, file, content, after_hash, author_chat, changed_at, state FROM version ";

  private final JdbcClient jdbc;

  VersionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How far a change has come; the names stand in the table. */
  enum State {
    PREPARED,
    DONE,
    VOID
  }

  /**
   * A row.
   *
   * @param former null where there was no file
   * @param afterHash null where the file was to be removed
   */
  record Row(
      long id,
      String file,
      byte @Nullable [] former,
      @Nullable String afterHash,
      ChatId by,
      Instant at,
      State state) {}

  long prepare(
      String file, byte @Nullable [] former, @Nullable String afterHash, ChatId by, Instant at) {
    var key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            INSERT INTO version (file, content, after_hash, author_chat, changed_at, state)
            VALUES (:file, CAST(:former AS BYTEA), CAST(:hash AS VARCHAR), :by, :at, 'PREPARED')
            """)
        .param("file", file)
        .param("former", former)
        .param("hash", afterHash)
        .param("by", by.value())
        .param("at", at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .update(key, "id");
    Number id = key.getKey();
    if (id == null) {
      throw new IllegalStateException("The database gave a version no number");
    }
    return id.longValue();
  }

  void end(long id, State state) {
    jdbc.sql("UPDATE version SET state = :state WHERE id = :id")
        .param("state", state.name())
        .param("id", id)
        .update();
  }

  /** Those whose writing nobody has seen the end of. */
  List<Row> prepared() {
    return jdbc.sql(SELECT + "WHERE state = 'PREPARED' ORDER BY id")
        .query(VersionTable::row)
        .list();
  }

  /** The newest that were written, newest first. */
  List<Row> newest(int limit) {
    return jdbc.sql(SELECT + "WHERE state = 'DONE' ORDER BY id DESC FETCH FIRST :limit ROWS ONLY")
        .param("limit", limit)
        .query(VersionTable::row)
        .list();
  }

  @Nullable Row find(long id) {
    return jdbc.sql(SELECT + "WHERE id = :id AND state = 'DONE'")
        .param("id", id)
        .query(VersionTable::row)
        .optional()
        .orElse(null);
  }

  /** The last that was written of a file; null where none was. */
  @Nullable Row last(String file) {
    return jdbc.sql(
            SELECT
                + "WHERE file = :file AND state = 'DONE' ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
        .param("file", file)
        .query(VersionTable::row)
        .optional()
        .orElse(null);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("file"),
        row.getBytes("content"),
        row.getString("after_hash"),
        new ChatId(row.getLong("author_chat")),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        State.valueOf(row.getString("state")));
  }
}
