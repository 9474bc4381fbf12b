/**
 * What the bot says and to whom, without a word about how it gets there: chats, messages with
 * buttons and attachments, and the port {@link pl.soclab.webinarbot.messaging.Messenger} behind
 * which Telegram (or its stand-in) lives. Every send ends in one of the outcomes of {@link
 * pl.soclab.webinarbot.messaging.SendOutcome}; none of them is an exception, because a blocked chat
 * and a full pipe are daily life. Start reading at {@link
 * pl.soclab.webinarbot.messaging.OutgoingMessage}.
 */
@NullMarked
package pl.soclab.webinarbot.messaging;

import org.jspecify.annotations.NullMarked;
