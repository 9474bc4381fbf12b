/**
 * One resident's turn: an {@link pl.soclab.webinarbot.conversation.IncomingMessage} becomes a
 * sealed command, the command a reply; {@link pl.soclab.webinarbot.conversation.ReminderWriter}
 * writes what is sent unasked to those who subscribed. Nothing here knows Telegram; what a chat
 * remembers for follow-ups lives here and is forgotten after 30 minutes; a question in several
 * messages is put together here, too ({@link pl.soclab.webinarbot.conversation.BurstReader}). Start
 * reading at {@link pl.soclab.webinarbot.conversation.Conversation}.
 */
@NullMarked
package pl.soclab.webinarbot.conversation;

import org.jspecify.annotations.NullMarked;
