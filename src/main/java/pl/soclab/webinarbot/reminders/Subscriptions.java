package pl.soclab.webinarbot.reminders;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Who subscribed to what. What was stored when a method returned outlives the process; each method
 * throws an unchecked exception when the store cannot be reached. Safe for use by many threads.
 */
public interface Subscriptions {
  /**
   * Subscribes a chat to an event, or changes what it wants to hear. A subscription keeps its
   * beginning, so that pressing a button twice, or another one while the program is off, loses no
   * reminder; a paused one begins anew.
   *
   * @param language ISO 639-1
   */
  Subscription subscribe(ChatId chat, String eventId, Scope scope, String language, Instant at);

  /** The chat's subscription to that event; null where there is none. */
  @Nullable Subscription find(ChatId chat, String eventId);

  /** All subscriptions of a chat, paused ones too, in the order of their events' ids. */
  List<Subscription> of(ChatId chat);

  /**
   * Ends all subscriptions of a chat; nothing is sent for them any more, not even by a broadcast
   * that is running.
   *
   * @return those that were ended
   */
  List<Subscription> stop(ChatId chat);

  /** Ends one subscription; returns whether there was one. */
  boolean stop(ChatId chat, String eventId);

  /** The chat has blocked the bot, or is gone: its subscriptions rest. */
  void pause(ChatId chat, Instant at);

  /**
   * The chat is back: its paused subscriptions go on from now.
   *
   * @return those that were paused
   */
  List<Subscription> resume(ChatId chat, Instant at);

  /** A group has become another chat (Bot API, {@code migrate_to_chat_id}) and keeps its own. */
  void moved(ChatId from, ChatId to);

  /** An event's file was renamed: whoever subscribed is subscribed to the new id. */
  void renamed(String fromEventId, String toEventId);

  /**
   * How many chats would be written to.
   *
   * @param eventId null for the subscribers of any event, each chat once
   */
  long count(@Nullable String eventId, Set<Scope> scopes);
}
