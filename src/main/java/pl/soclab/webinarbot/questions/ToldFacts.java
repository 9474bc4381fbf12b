package pl.soclab.webinarbot.questions;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Who was told which topic of which event, and when last; never a word that was asked. Each method
 * throws an unchecked exception when the store cannot be reached. Safe for use by many threads.
 */
public interface ToldFacts {
  /** Whoever was told something longer ago looks it up again. */
  Duration KEPT = Duration.ofDays(14);

  /**
   * Notes what a chat was told.
   *
   * @param topic an id in {@code topics.yaml}
   * @param language of the answer, ISO 639-1
   */
  void told(ChatId chat, String eventId, String topic, String language, Instant at);

  /**
   * The chats that were told one of these topics, the last time before that instant, by number.
   *
   * @param since those who were told longer ago are left out
   */
  List<ChatId> toldLast(String eventId, Collection<String> topics, Instant since, Instant before);

  /** The language in which a chat was told of an event last; null where it was not. */
  @Nullable String language(ChatId chat, String eventId);

  /** The chat wants nothing of the bot's own accord, or is gone. */
  void forget(ChatId chat);

  /** A group has become another chat. */
  void moved(ChatId from, ChatId to);

  /** An event's file was renamed. */
  void renamed(String fromEventId, String toEventId);

  /** Forgets what was told before that instant. */
  void forgetBefore(Instant limit);
}
