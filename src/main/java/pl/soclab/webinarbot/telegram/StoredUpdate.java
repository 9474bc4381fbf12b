package pl.soclab.webinarbot.telegram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An update that waits in the inbox.
 *
 * @param seq its place in the order of arrival
 * @param updateId Telegram's number
 * @param chatId the chat it belongs to; null where it names none
 * @param payload its JSON
 * @param receivedAt when it was stored
 * @param attempts how often its handling was begun
 */
record StoredUpdate(
    long seq,
    long updateId,
    @Nullable Long chatId,
    String payload,
    Instant receivedAt,
    int attempts) {}
