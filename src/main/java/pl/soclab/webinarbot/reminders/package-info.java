/**
 * Who wants to be reminded of what, what is due when, and the sending of one message to many, so
 * that each gets it once. {@link pl.soclab.webinarbot.reminders.Plan} derives the reminders from
 * the organisers' files, {@link pl.soclab.webinarbot.reminders.Reminders} turns what is due into a
 * {@link pl.soclab.webinarbot.reminders.Broadcast}, {@link pl.soclab.webinarbot.reminders.Sender}
 * delivers it; every state is in the database, so a process may die between any two lines. Start
 * reading at {@link pl.soclab.webinarbot.reminders.Reminders#tick}.
 */
@NullMarked
package pl.soclab.webinarbot.reminders;

import org.jspecify.annotations.NullMarked;
