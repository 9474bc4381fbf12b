package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/** A broadcast before it has a number; the fields are those of {@link Broadcast}. */
public record NewBroadcast(
    Broadcast.Kind kind,
    @Nullable String occasion,
    @Nullable String eventId,
    @Nullable Instant start,
    @Nullable Duration lead,
    Set<Scope> scopes,
    @Nullable String content,
    Broadcast.State state,
    Instant due,
    @Nullable Instant usefulUntil,
    @Nullable ChatId author) {
  /** Whoever gets an organiser's message: those who only want the last hour did not ask for it. */
  public static final Set<Scope> MESSAGE_SCOPES = Set.of(Scope.ALL, Scope.CHANGES);

  public NewBroadcast {
    scopes = Set.copyOf(scopes);
  }

  /**
   * An organiser's message that is still being written.
   *
   * @param eventId null for the subscribers of every event
   * @param text null while it is not written yet
   */
  public static NewBroadcast draft(
      @Nullable String eventId, @Nullable String text, ChatId author, Instant now) {
    return new NewBroadcast(
        Broadcast.Kind.MESSAGE,
        null,
        eventId,
        null,
        null,
        MESSAGE_SCOPES,
        text,
        Broadcast.State.DRAFT,
        now,
        null,
        author);
  }

  /**
   * An answer to a question, to chats that are named.
   *
   * @param occasion which answer in which language, so that it is told once
   * @param eventId null for none in particular
   * @param content in the words of whoever writes its message
   * @param due not at night
   */
  public static NewBroadcast answer(
      String occasion, @Nullable String eventId, String content, Instant due) {
    return new NewBroadcast(
        Broadcast.Kind.ANSWER,
        occasion,
        eventId,
        null,
        null,
        Set.of(),
        content,
        Broadcast.State.SCHEDULED,
        due,
        null,
        null);
  }

  /**
   * What the organisers have to know, in plain words.
   *
   * @param occasion what it is about, so that it is told once
   * @param due not at night, where it can wait
   */
  public static NewBroadcast report(String occasion, String text, Instant due) {
    return new NewBroadcast(
        Broadcast.Kind.REPORT,
        occasion,
        null,
        null,
        null,
        Set.of(),
        text,
        Broadcast.State.SCHEDULED,
        due,
        null,
        null);
  }

  /**
   * A message to recipients who are named, written from what is stored elsewhere.
   *
   * @param number of what is stored
   * @param usefulUntil null where it is of use for ever
   */
  public static NewBroadcast stored(
      Broadcast.Kind kind,
      String occasion,
      @Nullable String eventId,
      long number,
      Instant due,
      @Nullable Instant usefulUntil) {
    return new NewBroadcast(
        kind,
        occasion,
        eventId,
        null,
        null,
        Set.of(),
        Long.toString(number),
        Broadcast.State.SCHEDULED,
        due,
        usefulUntil,
        null);
  }
}
