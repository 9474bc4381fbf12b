package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the answer of {@code getUpdates} apart without caring what the updates hold. */
final class UpdateBatch {
  private static final Logger LOG = LoggerFactory.getLogger(UpdateBatch.class);

  /** H2's VARCHAR holds 1,048,576 characters; no update of Telegram's comes near. */
  private static final int MAX_PAYLOAD = 1_000_000;

  private final ObjectWriter writer;
  private final TelegramMetrics metrics;

  UpdateBatch(ObjectMapper mapper, TelegramMetrics metrics) {
    // Half of a surrogate pair is legal in JSON's escapes and refused by PostgreSQL's UTF-8.
    writer = mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
    this.metrics = metrics;
  }

  /** The updates in order; one that cannot be stored is skipped and its id logged. */
  List<RawUpdate> read(JsonNode result) {
    var updates = new ArrayList<RawUpdate>();
    for (JsonNode update : result) {
      JsonNode id = update.path("update_id");
      if (!id.canConvertToLong()) {
        metrics.unreadable();
        LOG.error("An update without an update_id was skipped");
        continue;
      }
      String payload = write(update);
      if (payload == null) {
        metrics.unreadable();
        LOG.error("Update {} cannot be stored and is skipped", id.asLong());
      } else {
        updates.add(new RawUpdate(id.asLong(), chat(update), payload));
      }
    }
    return updates;
  }

  /** The number that confirms the batch: behind the last update that has one; null for none. */
  static @Nullable Integer nextOffset(JsonNode result) {
    Integer offset = null;
    for (JsonNode update : result) {
      if (update.path("update_id").canConvertToInt()) {
        offset = update.path("update_id").asInt() + 1;
      }
    }
    return offset;
  }

  private @Nullable String write(JsonNode update) {
    try {
      String payload = writer.writeValueAsString(update);
      return payload.length() <= MAX_PAYLOAD ? payload : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static @Nullable Long chat(JsonNode update) {
    for (JsonNode part : update) {
      JsonNode chat = part.path("chat").isMissingNode() ? part.path("message") : part;
      JsonNode id = chat.path("chat").path("id");
      if (id.canConvertToLong()) {
        return id.asLong();
      }
    }
    return null;
  }
}
