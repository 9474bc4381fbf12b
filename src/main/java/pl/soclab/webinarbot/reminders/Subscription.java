package pl.soclab.webinarbot.reminders;

import java.time.Instant;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * A chat's wish to hear of an event. A chat has at most one for each event.
 *
 * @param chat a private chat or a group
 * @param eventId the event's id in the organisers' files
 * @param scope what it wants to hear
 * @param language in which it is written to (ISO 639-1: {@code pl}, {@code en}, {@code uk})
 * @param since since when; a reminder that was due before is not sent
 * @param paused whether the chat has blocked the bot: it is not written to until it comes back
 */
public record Subscription(
    ChatId chat, String eventId, Scope scope, String language, Instant since, boolean paused) {}
