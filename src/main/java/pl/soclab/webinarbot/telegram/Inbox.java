package pl.soclab.webinarbot.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where updates wait between Telegram and the conversation. Telegram forgets an update as soon as
 * it is confirmed, so an update is stored first; it is answered once however often it comes.
 *
 * <p>Every method throws an unchecked exception when the store cannot be reached.
 */
interface Inbox {
  /**
   * Stores updates in order, all or none; those whose id is known already are left out.
   *
   * @return how many are new
   */
  int store(List<RawUpdate> updates, Instant at);

  /**
   * The first unhandled updates in order of arrival.
   *
   * @param except the places ({@link StoredUpdate#seq}) of those that are left out
   */
  List<StoredUpdate> unhandled(Set<Long> except, int limit);

  /**
   * Notes that an update is about to be handled, before anything is done: an update that takes the
   * whole program down is known by it.
   *
   * @return which attempt this is, from 1; null where nothing is to be done: the update is done
   *     with, or this instance is not on duty
   */
  @Nullable Integer begin(long updateId);

  /** Takes back the last {@link #begin}: the bot stops, and the update is at no fault. */
  void postpone(long updateId);

  /**
   * Notes that an update is done with, and erases its payload. Whoever answered it may say so, on
   * duty or not: it must not be answered once more.
   */
  void handled(long updateId, Instant at);

  /** Likewise for several; a crash in the middle may leave some as they were. */
  default void handled(List<Long> updateIds, Instant at) {
    updateIds.forEach(id -> handled(id, at));
  }

  /** Forgets the updates that were handled before that instant; returns how many. */
  int forgetHandledBefore(Instant limit);

  /** How many updates are unhandled. */
  long backlog();
}
