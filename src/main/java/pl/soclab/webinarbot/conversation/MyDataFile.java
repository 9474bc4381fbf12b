package pl.soclab.webinarbot.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.ResourceFile;
import pl.soclab.webinarbot.messaging.Attachment;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.ChatRecord;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what is kept about a chat as JSON that people can read and programs too (RODO, articles 15
 * and 20). Its words are in {@code my_data_pl.properties}; what has none there is told by its name
 * in the database rather than left out.
 */
final class MyDataFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Warsaw");
  private static final Properties WORDS =
      ResourceFile.properties(MyDataFile.class, "my_data_pl.properties");

  private MyDataFile() {}

  static Attachment of(ChatId chat, List<ChatRecord> records, Instant now) {
    ObjectNode file = JSON.createObjectNode();
    file.put(word("file.chat"), chat.value());
    file.put(word("file.at"), moment(now));
    file.put(word("file.note"), word("file.note.text"));
    ObjectNode kept = file.putObject(word("file.kept"));
    for (ChatRecord record : records) {
      write(record, kept.withArray(word(record.kind())));
    }
    return new Attachment(
        word("file.name"),
        "application/json",
        JSON.writeValueAsString(file).getBytes(StandardCharsets.UTF_8));
  }

  private static void write(ChatRecord record, ArrayNode all) {
    ObjectNode one = all.addObject();
    record.values().forEach((column, value) -> write(record.kind() + "." + column, value, one));
  }

  private static void write(String key, Object value, ObjectNode record) {
    String name = nameOf(key);
    switch (value) {
      case Instant instant -> record.put(name, moment(instant));
      case Boolean truth -> record.put(name, word(truth ? "yes" : "no"));
      case Number number -> record.put(name, number.longValue());
      default ->
          record.put(name, Objects.requireNonNullElse(found("is." + value), value.toString()));
    }
  }

  /** A column's own name in its table, else that of all tables. */
  private static String nameOf(String key) {
    String own = found(key);
    return own == null ? word(key.substring(key.indexOf('.') + 1)) : own;
  }

  private static String word(String key) {
    return Objects.requireNonNullElse(found(key), key);
  }

  private static @Nullable String found(String key) {
    return WORDS.getProperty(key);
  }

  private static String moment(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).atZone(USUAL_ZONE).toOffsetDateTime().toString();
  }
}
