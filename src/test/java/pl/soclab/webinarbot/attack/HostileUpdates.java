package pl.soclab.webinarbot.attack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Updates as the Bot API delivers them, most with something that it never delivers. Their number is
 * the caller's, so that each is confirmed.
 */
public final class HostileUpdates {
  /** The bot's own number, as {@link HostileTelegram} tells it. */
  static final long BOT = 1;

  /** Writes deeper than Jackson does of itself. */
  static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamWriteConstraints(
                  StreamWriteConstraints.builder().maxNestingDepth(100_000).build())
              .build());

  private static final long DATE = 1_645_009_200;
  private static final int DEEP = 900;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> MEDIA =
      List.of("sticker", "photo", "voice", "video", "location", "contact", "poll", "dice", "story");

  private final Dice dice;
  private final HostileTexts texts;
  private final List<Long> people;

  /**
   * Draws from one seed.
   *
   * @param people whose private chats most of it comes from
   */
  public HostileUpdates(Dice dice, List<Long> people) {
    this.dice = dice;
    this.texts = new HostileTexts(dice);
    this.people = people;
  }

  /** The next one, as JSON. */
  public ObjectNode next(long updateId) {
    ObjectNode update = JSON.objectNode().put("update_id", updateId);
    switch (dice.below(10)) {
      case 0, 1, 2, 3 -> update.set("message", message());
      case 4, 5, 6 -> update.set("callback_query", press());
      case 7 -> update.set("my_chat_member", membership());
      case 8 -> update.set(dice.of("message", "callback_query", "my_chat_member"), junk(0));
      default -> update.set("message", file());
    }
    for (int harm = dice.below(3); harm > 0; harm--) {
      harm(update);
    }
    return update.put("update_id", updateId);
  }

  /** The next one as the body of a request to a webhook. */
  public byte[] nextBody(long updateId) {
    try {
      return MAPPER.writeValueAsBytes(next(updateId));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An update could not be written", e);
    }
  }

  private ObjectNode message() {
    ObjectNode message = envelope().put("text", dice.onceIn(400) ? texts.huge() : texts.next());
    if (dice.onceIn(4)) {
      message.set("entities", entities());
    }
    if (dice.onceIn(6)) {
      message
          .putObject("reply_to_message")
          .put("message_id", dice.below(2000))
          .putObject("from")
          .put("id", BOT);
    }
    if (dice.onceIn(6)) {
      message.putObject("forward_origin").put("type", "hidden_user");
    }
    return message;
  }

  private ObjectNode file() {
    ObjectNode message = envelope().put("caption", texts.shortText());
    if (dice.onceIn(2)) {
      message.set(dice.of(MEDIA), junk(0));
      return message;
    }
    message
        .putObject("document")
        .put("file_id", dice.of("", "f", "../../../etc/passwd", "f?a=b#c", texts.shortText()))
        .put(
            "file_name",
            dice.of("a.md", "../../a.txt", "/etc/passwd", "CON.txt", "a\u0000.md", texts.next()))
        .put("file_size", dice.onceIn(2) ? dice.number() : dice.below(1000));
    return message;
  }

  private ObjectNode press() {
    ObjectNode query = JSON.objectNode().put("id", texts.shortText()).put("data", data());
    query.set("from", person());
    query.set("message", envelope());
    return query;
  }

  private ObjectNode membership() {
    ObjectNode member = envelope();
    member
        .putObject("new_chat_member")
        .put("status", dice.of("kicked", "left", "member", texts.shortText()));
    return member;
  }

  /** As a button's, with any action, any number and any rest. */
  private String data() {
    String action = dice.onceIn(8) ? texts.shortText() : Character.toString('a' + dice.below(26));
    String number =
        switch (dice.below(5)) {
          case 0 -> "0";
          case 1 -> Integer.toString(dice.below(30));
          case 2 -> "9".repeat(dice.between(1, 30));
          case 3 -> Long.toString(dice.of(people));
          default -> Long.toString(dice.number());
        };
    String rest = dice.of("", "1", "pl", "2022-02-17-citizenlab", "all", "yes", texts.shortText());
    String prefix =
        dice.of("t", "r", "q", "w", "n", "d", "e", "k", "co", "og", "ha", "panel", "sw", "", "zz");
    return switch (dice.below(6)) {
      case 0 -> texts.next();
      case 1 -> prefix + ":" + number;
      case 2 -> prefix + ":" + action + ":" + rest;
      case 3 ->
          prefix
              + ":"
              + dice.of("time", "link", "reminder", "all", "off", "ask", "yes", "no")
              + ":"
              + rest;
      default -> prefix + ":" + action + ":" + number + ":" + rest;
    };
  }

  private ObjectNode envelope() {
    ObjectNode message = JSON.objectNode().put("message_id", dice.below(2000)).put("date", DATE);
    ObjectNode chat = message.putObject("chat");
    if (dice.onceIn(5)) {
      chat.put("id", -dice.between(1, 500)).put("type", dice.of("group", "supergroup", "channel"));
    } else {
      chat.put("id", dice.of(people)).put("type", "private");
    }
    message.set("from", person());
    return message;
  }

  private ObjectNode person() {
    return JSON.objectNode()
        .put("id", dice.of(people))
        .put("is_bot", dice.onceIn(20))
        .put("first_name", texts.shortText())
        .put("language_code", dice.of("pl", "en", "uk", "xx", texts.shortText()));
  }

  private ArrayNode entities() {
    ArrayNode entities = JSON.arrayNode();
    for (int i = dice.size(200); i > 0; i--) {
      ObjectNode entity = entities.addObject();
      entity.put(
          "type", dice.of("mention", "bot_command", "text_mention", "url", texts.shortText()));
      entity.put("offset", dice.onceIn(3) ? dice.number() : dice.below(50));
      entity.put("length", dice.onceIn(3) ? dice.number() : dice.below(50));
    }
    return entities;
  }

  /** Takes a field away, or makes something else of it. */
  private void harm(ObjectNode update) {
    var objects = new ArrayList<ObjectNode>();
    collect(update, objects);
    ObjectNode object = dice.of(objects);
    if (object.isEmpty()) {
      return;
    }
    List<String> names = object.properties().stream().map(Map.Entry::getKey).toList();
    String name = dice.of(names);
    if (dice.onceIn(3)) {
      object.remove(name);
    } else if (dice.onceIn(5)) {
      object.set(texts.shortText(), junk(0));
    } else {
      object.set(name, junk(0));
    }
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> collect(child, objects));
  }

  /** A value of any type. */
  private JsonNode junk(int depth) {
    return switch (dice.below(depth > 2 ? 8 : 12)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(dice.onceIn(2));
      case 2 -> JSON.numberNode(dice.number());
      case 3 -> JSON.numberNode(dice.below(100));
      case 4 -> JSON.numberNode(new java.math.BigDecimal("1e" + dice.between(-400, 400)));
      case 5 -> JSON.numberNode(new java.math.BigInteger("9".repeat(dice.between(1, 900))));
      case 6 -> JSON.textNode(texts.next());
      case 7 -> JSON.textNode(texts.shortText());
      case 8 -> deep();
      case 9 -> JSON.arrayNode().add(junk(depth + 1)).add(junk(depth + 1));
      default ->
          JSON.objectNode().set(dice.of("id", "type", "text", "chat", "message"), junk(depth + 1));
    };
  }

  private JsonNode deep() {
    JsonNode inner = JSON.numberNode(1);
    boolean array = dice.onceIn(2);
    for (int i = 0; i < DEEP; i++) {
      inner = array ? JSON.arrayNode().add(inner) : JSON.objectNode().set("chat", inner);
    }
    return inner;
  }
}
