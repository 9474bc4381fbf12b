package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * One message to many chats.
 *
 * @param id its number in the database
 * @param kind what it says
 * @param occasion what makes it unique, e.g. event, start and lead of a reminder; null for what may
 *     be said again
 * @param eventId the event it is about; null for none in particular
 * @param start of the session that a reminder is for; null for other kinds
 * @param lead how long before the start a reminder is meant to come; null for other kinds
 * @param scopes whose subscriptions it goes to; empty where the recipients were named one by one
 * @param content the text of {@link Kind#MESSAGE} and {@link Kind#REPORT}, the question and the
 *     answer of {@link Kind#ANSWER}, the former times ({@link EventTimes#toString}) of {@link
 *     Kind#CHANGE}, for the kinds that are written from what is stored elsewhere its number; null
 *     for {@link Kind#REMINDER} and for a draft without a text
 * @param state where it stands
 * @param due when it is to begin
 * @param usefulUntil nothing of it leaves from then on; null for no such end
 * @param author the organiser who wrote it and follows its progress; null for the bot's own
 * @param progressMessage Telegram's number of the message that shows the progress to the author
 * @param startedAt null while it has not begun
 * @param endedAt null while it has not ended
 */
public record Broadcast(
    long id,
    Kind kind,
    @Nullable String occasion,
    @Nullable String eventId,
    @Nullable Instant start,
    @Nullable Duration lead,
    Set<Scope> scopes,
    @Nullable String content,
    State state,
    Instant due,
    @Nullable Instant usefulUntil,
    @Nullable ChatId author,
    @Nullable Long progressMessage,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /** What a broadcast says. The order is that of urgency: what comes first is sent first. */
  public enum Kind {
    /** The event was moved, cancelled or put off. */
    CHANGE,
    /** The event is near. */
    REMINDER,
    /** Something that the organisers have to know. */
    REPORT,
    /** An organiser's reply to the question of one resident. */
    REPLY,
    /** A resident's question that organisers are asked to answer. */
    QUESTION,
    /** Asks the organisers whether to tell a correction. */
    PROPOSAL,
    /** An answer to a question, to those who asked to be told: few, and they wait for it. */
    ANSWER,
    /** An organiser's own words. */
    MESSAGE,
    /** A fact that residents were told and that is another one now. */
    CORRECTION;

    /** Whether it goes to many residents, so that organisers see it, follow it and may stop it. */
    public boolean isForMany() {
      return switch (this) {
        case CHANGE, REMINDER, MESSAGE, CORRECTION -> true;
        case REPORT, REPLY, QUESTION, PROPOSAL, ANSWER -> false;
      };
    }
  }

  /** Where a broadcast stands. */
  public enum State {
    /** An organiser writes it. */
    DRAFT,
    /** It begins when it is due. */
    SCHEDULED,
    RUNNING,
    /** An organiser halted it; it goes on where it stood. */
    PAUSED,
    /** Every recipient has it, or never can. */
    DONE,
    /** Ended before all had it: an organiser's will, or what it says is not true any more. */
    STOPPED,
    /** It was due while the program did not run, and came to be of no use. */
    MISSED;

    /** Those of a broadcast that is meant to leave, and has not ended. */
    public static final Set<State> OPEN = Set.of(SCHEDULED, RUNNING, PAUSED);

    /** Whether it will never change again. */
    public boolean isEnd() {
      return this == DONE || this == STOPPED || this == MISSED;
    }
  }

  public Broadcast {
    scopes = Set.copyOf(scopes);
  }
}
