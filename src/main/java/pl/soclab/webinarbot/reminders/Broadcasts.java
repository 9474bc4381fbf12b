package pl.soclab.webinarbot.reminders;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Broadcasts and their deliveries. What was stored when a method returned outlives the process;
 * each method throws an unchecked exception when the store cannot be reached. Safe for use by many
 * threads; deliveries are claimed by one sender at a time.
 */
public interface Broadcasts {
  /**
   * Stores a broadcast.
   *
   * @return null where there is one of the same occasion already
   */
  @Nullable Broadcast create(NewBroadcast broadcast);

  /** Likewise, to these chats and no others. */
  @Nullable Broadcast create(NewBroadcast broadcast, Collection<ChatId> recipients);

  /** The broadcast with that number; null where there is none. */
  @Nullable Broadcast find(long id);

  /** Whether there is a broadcast of that occasion. */
  boolean exists(String occasion);

  /** The broadcast of that occasion; null where there is none. */
  @Nullable Broadcast find(String occasion);

  /** All that are in one of these states, by urgency: kind, due time, number. */
  List<Broadcast> in(Set<Broadcast.State> states);

  /** The newest of an organiser, whatever their state; newest first. */
  List<Broadcast> by(ChatId author, int limit);

  /**
   * Moves a broadcast on, unless somebody else did so first. The first time that it runs is its
   * start. At an end all deliveries that are still open are skipped.
   *
   * @return whether it was in one of the states {@code from}
   */
  boolean change(long id, Set<Broadcast.State> from, Broadcast.State to, Instant at);

  /** Changes the text and the event of a draft; returns whether it still is one. */
  boolean write(long id, @Nullable String eventId, @Nullable String text);

  /** Where its author sees the progress. */
  void showsProgressIn(long id, long messageId);

  /**
   * Writes down the next recipients of a running broadcast: those whose subscription fits, is not
   * paused, and began before {@code due} for a reminder or a change, before its start for others.
   *
   * @param limit how many at most
   * @return whether all are written down now
   */
  boolean fill(long id, int limit);

  /**
   * Takes the next deliveries that may be sent now and marks them {@link Delivery.State#SENDING}.
   *
   * @param afterChat only chats behind that one, in their order; null for all. What had to wait is
   *     found again from the start.
   */
  List<Delivery> claim(long id, @Nullable ChatId afterChat, Instant now, int limit);

  /**
   * Whether a claimed delivery is still to be sent: its broadcast runs and its resident has not
   * said stop since.
   */
  boolean isWanted(long id, ChatId chat);

  /**
   * The chat wants nothing more of these kinds: what is open for it is skipped, also what was
   * claimed and has not left yet. For kinds whose recipients were named; the others follow the
   * subscriptions.
   */
  void withdraw(ChatId chat, Set<Broadcast.Kind> kinds);

  /** The language in which a recipient is written to; {@code pl} where nothing is known. */
  String language(long id, ChatId chat);

  /** A delivery has come to its end. */
  void end(
      long id,
      ChatId chat,
      Delivery.State state,
      @Nullable Long messageId,
      @Nullable String reason);

  /**
   * A claimed delivery is tried again later.
   *
   * @param unknown whether this attempt may have arrived
   * @param counts false where nothing left, as when the whole sender was told to wait
   */
  void again(long id, ChatId chat, Instant notBefore, boolean unknown, boolean counts);

  /**
   * Makes the deliveries that a dead sender left in {@link Delivery.State#SENDING} pending again;
   * to be called when no sender runs.
   *
   * @return how many; each of them may come twice
   */
  int reclaim();

  /** A group has become another chat: what is open for it goes there. */
  void moved(ChatId from, ChatId to);

  /** An event's file was renamed: its reminders are those of the new id, and are not made again. */
  void renamed(String fromEventId, String toEventId);

  /** One delivery; null where there is none. */
  @Nullable Delivery delivery(long id, ChatId chat);

  /** How far a broadcast has come. Counts rows, so not for every message. */
  Progress progress(long id);

  /** Whether a delivery is pending or being sent, now or later. */
  boolean isOpen(long id);

  /** Until when Telegram wants silence; null for not at all. */
  @Nullable Instant heldUntil();

  /** Notes that Telegram wants silence until then. */
  void hold(Instant until);

  /** The broadcast that a message to that chat belongs to; null where it is none of a broadcast. */
  @Nullable Broadcast broadcastOf(ChatId chat, long messageId);

  /** The event that a message to that chat was about; null where it is none of a broadcast. */
  default @Nullable String eventOf(ChatId chat, long messageId) {
    Broadcast broadcast = broadcastOf(chat, messageId);
    return broadcast == null ? null : broadcast.eventId();
  }

  /** Forgets what ended before that instant; returns how many broadcasts. */
  int forgetEndedBefore(Instant limit);

  /** Likewise, of one kind alone. */
  int forgetEndedBefore(Instant limit, Broadcast.Kind kind);
}
