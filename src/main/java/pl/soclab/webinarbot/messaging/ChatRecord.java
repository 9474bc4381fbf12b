package pl.soclab.webinarbot.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is kept about a chat.
 *
 * @param kind what it is: mostly the name of its table
 * @param values what it says, by the names of columns, in order; each a text, a number, a truth or
 *     an {@link Instant}, and none is null
 */
public record ChatRecord(String kind, Map<String, Object> values) {
  public ChatRecord {
    // Map.copyOf forgets the order.
    values = new LinkedHashMap<>(values);
  }

  /** The row of a database: names in small letters, empty columns left out. */
  public static ChatRecord of(String kind, Map<String, @Nullable Object> row) {
    var values = new LinkedHashMap<String, Object>();
    row.forEach(
        (column, value) -> {
          if (value != null) {
            values.put(column.toLowerCase(Locale.ROOT), plain(value));
          }
        });
    return new ChatRecord(kind, values);
  }

  /** As {@link #of}, of many rows, in their order. */
  public static List<ChatRecord> all(String kind, List<Map<String, @Nullable Object>> rows) {
    return rows.stream().map(row -> of(kind, row)).toList();
  }

  /** Each database has a type of its own for instants. */
  private static Object plain(Object value) {
    return switch (value) {
      case OffsetDateTime moment -> moment.toInstant();
      case Date moment -> moment.toInstant();
      case Number number -> number.longValue();
      case Boolean truth -> truth;
      case Instant instant -> instant;
      default -> value.toString();
    };
  }
}
