package pl.soclab.webinarbot.telegram;

import org.jspecify.annotations.Nullable;

/**
 * An update as it came.
 *
 * @param updateId Telegram's number; unique, and growing but for a bot that was idle for a week
 * @param chatId the chat it belongs to; null where it names none
 * @param payload its JSON, ASCII alone
 */
record RawUpdate(long updateId, @Nullable Long chatId, String payload) {}
