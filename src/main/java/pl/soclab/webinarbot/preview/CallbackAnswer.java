package pl.soclab.webinarbot.preview;

/**
 * What the bot said to the press of a button.
 *
 * @param text shown for a moment over the chat; empty for nothing
 * @param alert whether it waits for a tap
 */
public record CallbackAnswer(String text, boolean alert) {}
