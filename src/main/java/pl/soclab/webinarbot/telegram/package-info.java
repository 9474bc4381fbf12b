/**
 * The bot on Telegram: updates in by long polling or by webhook, messages out, and all that can go
 * wrong between the two. Of several instances one is on {@link pl.soclab.webinarbot.telegram.Duty}.
 * An update is stored in the {@link pl.soclab.webinarbot.telegram.Inbox} before it counts as taken,
 * handled in the order of its chat, and answered through the {@link
 * pl.soclab.webinarbot.messaging.Messenger} that paces what leaves. Start reading at {@link
 * pl.soclab.webinarbot.telegram.TelegramBot}.
 */
@NullMarked
package pl.soclab.webinarbot.telegram;

import org.jspecify.annotations.NullMarked;
