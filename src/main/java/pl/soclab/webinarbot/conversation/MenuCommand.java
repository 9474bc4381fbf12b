package pl.soclab.webinarbot.conversation;

/**
 * A command in the menu that Telegram shows beside the text field.
 *
 * @param name without the slash: 1 to 32 of {@code a-z0-9_} (Bot API, {@code BotCommand})
 * @param description what it does, in a few Polish words
 */
public record MenuCommand(String name, String description) {}
