package pl.soclab.webinarbot.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * A row of the table {@code broadcast}.
 *
 * @param filledTo the last recipient that was written down; null before the first
 * @param filled whether all are
 */
record BroadcastRow(Broadcast broadcast, @Nullable Long filledTo, boolean filled) {
  static final String SELECT =
      """
      SELECT id, kind, occasion, event_id, starts_at, lead_seconds, scopes, content, state, due_at,
             useful_until, author_chat, progress_message, started_at, ended_at, filled_to, filled
      FROM broadcast\s""";

  /**
   * The row, which nobody else changes before the end of the transaction. Claims, fills and moves
   * take it first, so that each sees what the other did and no two wait for each other.
   */
  static @Nullable BroadcastRow lock(JdbcClient jdbc, long id) {
    return jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(BroadcastRow::read)
        .optional()
        .orElse(null);
  }

  static BroadcastRow read(ResultSet row, int number) throws SQLException {
    return new BroadcastRow(
        broadcast(row), row.getObject("filled_to", Long.class), row.getBoolean("filled"));
  }

  private static Broadcast broadcast(ResultSet row) throws SQLException {
    Long lead = row.getObject("lead_seconds", Long.class);
    Long author = row.getObject("author_chat", Long.class);
    return new Broadcast(
        row.getLong("id"),
        Broadcast.Kind.valueOf(row.getString("kind")),
        row.getString("occasion"),
        row.getString("event_id"),
        Columns.nullable(row, "starts_at"),
        lead == null ? null : Duration.ofSeconds(lead),
        scopes(row.getString("scopes")),
        row.getString("content"),
        Broadcast.State.valueOf(row.getString("state")),
        Columns.instant(row, "due_at"),
        Columns.nullable(row, "useful_until"),
        author == null ? null : new ChatId(author),
        row.getObject("progress_message", Long.class),
        Columns.nullable(row, "started_at"),
        Columns.nullable(row, "ended_at"));
  }

  /** ",ALL,CHANGES,", so that one of them can be looked for in SQL. */
  static String column(Set<Scope> scopes) {
    return scopes.stream()
        .sorted()
        .map(scope -> scope.name() + ",")
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(), all -> all.isEmpty() ? "" : "," + all));
  }

  private static Set<Scope> scopes(String column) {
    return Arrays.stream(column.split(",", -1))
        .filter(name -> !name.isEmpty())
        .map(Scope::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
