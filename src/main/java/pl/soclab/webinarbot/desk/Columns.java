package pl.soclab.webinarbot.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/** Instants and chats in columns. Both databases keep microseconds and round the rest. */
final class Columns {
  private Columns() {}

  static OffsetDateTime of(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Long of(@Nullable ChatId chat) {
    return chat == null ? null : chat.value();
  }

  static @Nullable ChatId chat(ResultSet row, String column) throws SQLException {
    Long value = row.getObject(column, Long.class);
    return value == null ? null : new ChatId(value);
  }
}
