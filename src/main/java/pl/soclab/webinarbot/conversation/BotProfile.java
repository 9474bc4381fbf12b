package pl.soclab.webinarbot.conversation;

import org.jspecify.annotations.Nullable;

/**
 * How the bot introduces itself; a setting of the operator.
 *
 * @param name the bot's name as residents see it, never blank
 * @param operator a whole Polish sentence on who runs the bot ("Prowadzi mnie Fundacja SocLab.");
 *     null where the operator did not write one, and then the organisers in the files are named
 *     alone
 */
public record BotProfile(String name, @Nullable String operator) {
  public BotProfile {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A bot without a name");
    }
  }
}
