/**
 * The organisers' side: who is one, how they write to all who subscribed, what will be sent when,
 * how a sending goes on, the off switch, and what they are told of their files and events unasked.
 * Organisers talk to the bot in the same chat as residents do, so the room wraps the residents'
 * conversation and takes from it only what is an organiser's; what an organiser began is in the
 * database, never in memory. Start reading at {@link pl.soclab.webinarbot.desk.DeskConversation}.
 */
@NullMarked
package pl.soclab.webinarbot.desk;

import org.jspecify.annotations.NullMarked;
