package pl.soclab.webinarbot.preview;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who writes: a resident or the bot.
 *
 * @param id Telegram's number of the user, and of the private chat with them
 * @param username without the at sign; null for none
 * @param languageCode IETF tag; null where Telegram does not say
 */
record Person(
    long id, String name, @Nullable String username, @Nullable String languageCode, boolean bot) {
  ObjectNode json() {
    ObjectNode json = Json.object().put("id", id).put("is_bot", bot).put("first_name", name);
    if (username != null) {
      json.put("username", username);
    }
    if (languageCode != null) {
      json.put("language_code", languageCode);
    }
    return json;
  }
}
