package pl.soclab.webinarbot.preview;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods of the Bot API that the stand-in knows, by their names in lower case. */
final class ApiMethods {
  /** The callback answer's limit (Bot API, {@code answerCallbackQuery}). */
  private static final int LONGEST_CALLBACK_ANSWER = 200;

  private final Map<String, Function<Params, JsonNode>> byName = new HashMap<>();
  private final World world;

  ApiMethods(World world) {
    this.world = world;
    var messages = new MessageMethods(world.chats, world.files, world.log, world.clock);
    byName.put("getme", params -> me());
    byName.put("getupdates", world.updates::poll);
    byName.put("setwebhook", done(world.webhook::set));
    byName.put("deletewebhook", done(world.webhook::delete));
    byName.put("getwebhookinfo", params -> world.webhook.info());
    byName.put("sendmessage", messages::send);
    byName.put("senddocument", messages::sendDocument);
    byName.put("editmessagetext", messages::editText);
    byName.put("editmessagecaption", messages::editCaption);
    byName.put("editmessagereplymarkup", messages::editReplyMarkup);
    byName.put("deletemessage", messages::delete);
    byName.put("answercallbackquery", done(this::answerCallback));
    byName.put("sendchataction", done(this::chatAction));
    byName.put("getfile", this::file);
    byName.put("getchat", params -> world.chats.forBot(params).json());
    byName.put("setmycommands", done(this::setCommands));
    byName.put("getmycommands", world.commands::get);
    byName.put("deletemycommands", done(world.commands::delete));
    byName.put("setmydescription", done(params -> world.profile.description(params)));
    byName.put("getmydescription", params -> world.profile.description());
    byName.put("setmyshortdescription", done(params -> world.profile.shortDescription(params)));
    byName.put("getmyshortdescription", params -> world.profile.shortDescription());
  }

  /**
   * Calls a method.
   *
   * @param name in any case, as the real server takes it
   * @throws Refusal 404 for a method that the stand-in does not know
   */
  JsonNode call(String name, Params params) {
    Function<Params, JsonNode> method = byName.get(name.toLowerCase(Locale.ROOT));
    if (method == null) {
      throw new Refusal(404, "Not Found: method not found", Map.of());
    }
    return method.apply(params);
  }

  private static Function<Params, JsonNode> done(Consumer<Params> action) {
    return params -> {
      action.accept(params);
      return BooleanNode.TRUE;
    };
  }

  private ObjectNode me() {
    return world
        .chats
        .bot()
        .json()
        .put("can_join_groups", true)
        .put("can_read_all_group_messages", false)
        .put("supports_inline_queries", false)
        .put("can_connect_to_business", false)
        .put("has_main_web_app", false);
  }

  private void answerCallback(Params params) {
    String text = params.text("text");
    if (text.length() > LONGEST_CALLBACK_ANSWER) {
      throw Refusal.badRequest("MESSAGE_TOO_LONG");
    }
    world.presses.answer(params.text("callback_query_id"), text, params.flag("show_alert"));
  }

  private void setCommands(Params params) {
    JsonNode scope = params.json("scope");
    if (scope != null && scope.has("chat_id") && !isKnown(scope.path("chat_id").asLong())) {
      throw Refusal.badRequest("chat not found");
    }
    world.commands.set(params);
  }

  private boolean isKnown(long chat) {
    return world.chats.withId(chat).filter(Chat::known).isPresent();
  }

  private void chatAction(Params params) {
    Chat chat = world.chats.forBot(params);
    String action = params.text("action");
    if (!action.matches(
        "typing|upload_document|upload_photo|choose_sticker|find_location|record_\\w+|upload_\\w+")) {
      throw Refusal.badRequest("wrong parameter action in request");
    }
    world.events.add("typing", Json.object().put("chat", chat.id()).put("action", action));
  }

  private JsonNode file(Params params) {
    String id = params.text("file_id");
    if (id.isEmpty()) {
      throw Refusal.badRequest("file_id not specified");
    }
    StoredFile file =
        world.files.withId(id).orElseThrow(() -> Refusal.badRequest("invalid file_id"));
    if (file.content().length() > Files.MOST_BYTES_FOR_BOTS) {
      throw Refusal.badRequest("file is too big");
    }
    return MessageJson.bare(file).put("file_path", file.path());
  }
}
