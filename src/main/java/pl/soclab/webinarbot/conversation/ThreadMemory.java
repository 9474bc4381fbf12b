package pl.soclab.webinarbot.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * What each chat talked about last, for follow-ups: topics and an event, never a word that was
 * typed. It lives in memory alone, because {@code /prywatnosc} promises so.
 */
final class ThreadMemory {
  static final Duration KEPT = Duration.ofMinutes(30);

  /** A thread takes some hundred bytes, so this is a few dozen megabytes at the most. */
  private static final int MOST_CHATS = 100_000;

  private final Cache<ChatId, Question.Thread> threads;

  ThreadMemory(InstantSource clock) {
    threads =
        Caffeine.newBuilder()
            .maximumSize(MOST_CHATS)
            .expireAfterWrite(KEPT)
            .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
            .executor(Runnable::run)
            .build();
  }

  Question.Thread of(ChatId chat) {
    Question.Thread thread = threads.getIfPresent(chat);
    return thread == null ? Question.Thread.none() : thread;
  }

  void remember(ChatId chat, Question.Thread thread) {
    threads.put(chat, thread);
  }

  void forget(ChatId chat) {
    threads.invalidate(chat);
  }
}
