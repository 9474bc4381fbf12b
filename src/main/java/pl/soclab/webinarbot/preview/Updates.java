package pl.soclab.webinarbot.preview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The queue of updates that the bot has not confirmed, with the rules of {@code getUpdates}: an
 * offset confirms all below it, an offset beyond the newest id confirms nothing, and a second poll
 * ends the first.
 */
final class Updates {
  /** Telegram's server lets a poll wait this long at most. */
  private static final int LONGEST_POLL_SECONDS = 50;

  /** Kinds that Telegram sends only to those who ask (Bot API, {@code allowed_updates}). */
  private static final Set<String> ON_REQUEST =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  private static final class Pending {
    private final int id;
    private final ObjectNode json;
    private final boolean injected;
    private boolean handedOut;

    Pending(int id, ObjectNode json, boolean injected) {
      this.id = id;
      this.json = json;
      this.injected = injected;
    }
  }

  private final Monitor monitor;
  private final List<Pending> queue = new ArrayList<>();
  private @Nullable Set<String> allowed;
  private String webhookUrl = "";
  private int nextId;
  private int poll;

  Updates(Monitor monitor, int firstId) {
    this.monitor = monitor;
    this.nextId = firstId;
  }

  /** Queues an update, unless the bot did not ask for its kind. */
  void add(String kind, JsonNode payload) {
    monitor.run(
        () -> {
          if (allowed == null ? ON_REQUEST.contains(kind) : !allowed.contains(kind)) {
            return;
          }
          ObjectNode json = Json.object().put("update_id", nextId);
          json.set(kind, payload);
          queue.add(new Pending(nextId++, json, false));
        });
  }

  /** Queues an update as it is; it is handed out at least once, whatever its id. */
  void inject(ObjectNode update) {
    monitor.run(
        () -> {
          if (!update.has("update_id")) {
            update.put("update_id", nextId);
          }
          int id = update.path("update_id").asInt(nextId);
          nextId = Math.max(nextId, id + 1);
          queue.add(new Pending(id, update, true));
        });
  }

  /** The id of the next update; Telegram too begins anew at times. */
  void nextId(int id) {
    monitor.run(() -> nextId = id);
  }

  int waiting() {
    return monitor.read(queue::size);
  }

  void clear() {
    monitor.run(queue::clear);
  }

  /** What the bot asked for; null for the default. */
  @Nullable Set<String> allowed() {
    return monitor.read(() -> allowed);
  }

  /** Takes over {@code allowed_updates} where the call names it; an empty list is the default. */
  void allow(@Nullable JsonNode types) {
    if (types == null || !types.isArray()) {
      return;
    }
    Set<String> names = new HashSet<>();
    types.forEach(type -> names.add(type.asString()));
    monitor.run(() -> allowed = names.isEmpty() ? null : names);
  }

  /** Sends updates to an address from now on; empty for polling. */
  void webhook(String url) {
    monitor.run(() -> webhookUrl = url);
  }

  /** {@code getUpdates}. */
  ArrayNode poll(Params params) {
    int limit = params.integer("limit", 100, 1, 100);
    int seconds = params.integer("timeout", 0, 0, LONGEST_POLL_SECONDS);
    JsonNode types = params.json("allowed_updates");
    int offset = params.integer("offset", 0, -1000, Integer.MAX_VALUE);
    int mine =
        monitor.change(
            () -> {
              refuseWithWebhook(
                  "can't use getUpdates method while webhook is active; use deleteWebhook to"
                      + " delete the webhook first");
              allow(types);
              confirm(offset);
              return ++poll;
            });
    ArrayNode found = monitor.await(Duration.ofSeconds(seconds), () -> handOut(mine, limit));
    return found == null ? Json.array() : found;
  }

  private void refuseWithWebhook(String reason) {
    if (!webhookUrl.isEmpty()) {
      throw Refusal.conflict(reason);
    }
  }

  /** Forgets what the offset confirms. */
  private void confirm(int offset) {
    if (offset < 0) {
      queue.subList(0, Math.max(queue.size() + offset, 0)).clear();
    } else if (offset <= nextId) {
      queue.removeIf(each -> each.id < offset && (each.handedOut || !each.injected));
    }
  }

  private @Nullable ArrayNode handOut(int mine, int limit) {
    refuseWithWebhook("terminated by setWebhook request");
    if (poll != mine) {
      throw Refusal.conflict(
          "terminated by other getUpdates request; make sure that only one bot instance is"
              + " running");
    }
    if (queue.isEmpty()) {
      return null;
    }
    ArrayNode found = Json.array();
    for (Pending each : queue.subList(0, Math.min(limit, queue.size()))) {
      each.handedOut = true;
      found.add(each.json);
    }
    return found;
  }

  /** The oldest update, while updates go to {@code url}; null when there is none. */
  @Nullable ObjectNode oldestFor(String url) {
    return monitor.read(
        () -> webhookUrl.equals(url) && !queue.isEmpty() ? queue.getFirst().json : null);
  }

  /** Forgets the oldest update if it is still this one: the webhook has taken it. */
  void taken(ObjectNode update) {
    monitor.run(
        () -> {
          if (!queue.isEmpty() && queue.getFirst().json.equals(update)) {
            queue.removeFirst();
          }
        });
  }
}
