/**
 * The organisers' files as they are changed through the bot: what a new text is understood to say,
 * how that differs from the present file, writing it so that a crash leaves the old file or the new
 * one, and the former versions. Names come from the knowledge folder and from events, never from
 * outside. Start reading at {@link pl.soclab.webinarbot.publishing.Publisher}.
 */
@NullMarked
package pl.soclab.webinarbot.publishing;

import org.jspecify.annotations.NullMarked;
