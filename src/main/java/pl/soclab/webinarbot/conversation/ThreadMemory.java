package pl.soclab.webinarbot.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.ChatRecord;

/**
 * What each chat talked about last, for follow-ups: topics, an event and the language. Words that
 * were typed are kept only where the files did not answer them, as their resident may want to hand
 * them to a person, and for a minute, as a question may come in pieces. It lives in memory alone,
 * because {@code /prywatnosc} promises so.
 */
final class ThreadMemory {
  static final Duration KEPT = Duration.ofMinutes(30);

  /** Longer than {@link Burst#PAUSE}, as a message may be handled later than it was written. */
  static final Duration BURST_KEPT = Duration.ofMinutes(1);

  /** A thread takes some hundred bytes, so this is a few dozen megabytes at the most. */
  private static final int MOST_CHATS = 100_000;

  private final Cache<ChatId, Question.Thread> threads;
  private final Cache<ChatId, String> languages;
  private final Cache<ChatId, String> unanswered;
  private final Cache<ChatId, Burst> bursts;

  ThreadMemory(InstantSource clock) {
    threads = cache(clock, KEPT);
    languages = cache(clock, KEPT);
    unanswered = cache(clock, KEPT);
    bursts = cache(clock, BURST_KEPT);
  }

  private static <T> Cache<ChatId, T> cache(InstantSource clock, Duration kept) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_CHATS)
        .expireAfterWrite(kept)
        .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
        .executor(Runnable::run)
        .build();
  }

  /** The language of the last question, as ISO 639-1; null where none was asked lately. */
  @Nullable String languageOf(ChatId chat) {
    return languages.getIfPresent(chat);
  }

  /** Keeps the language of a question, so that the buttons under its answer speak it too. */
  void speaks(ChatId chat, String language) {
    languages.put(chat, language);
  }

  /**
   * Keeps a question that the files do not answer; any other one only forgets the former.
   *
   * @param question null where none was typed
   */
  void asked(ChatId chat, @Nullable String question, Answer answer) {
    if (question != null
        && answer instanceof Answer.NotKnown
        && question.length() <= Handing.LONGEST) {
      unanswered.put(chat, question);
    } else {
      unanswered.invalidate(chat);
    }
  }

  /** The last question, where the files did not answer it; null for any other. */
  @Nullable String unanswered(ChatId chat) {
    return unanswered.getIfPresent(chat);
  }

  Question.Thread of(ChatId chat) {
    Question.Thread thread = threads.getIfPresent(chat);
    return thread == null ? Question.Thread.none() : thread;
  }

  void remember(ChatId chat, Question.Thread thread) {
    threads.put(chat, thread);
  }

  /**
   * Keeps what a follow-up may lean on. Small talk and what was not understood leave the thread as
   * it was. Where the bot asks which event is meant, the topic is kept, so that "o warsztaty" is
   * enough; where it asks what is meant, its guesses are not.
   */
  void remember(Turn turn, Answer answer) {
    Answer.Content content = answer.content();
    switch (answer) {
      case Answer.FactAnswer ignored -> remember(turn, content);
      case Answer.PassageAnswer ignored -> remember(turn, content);
      case Answer.NotKnown ignored -> remember(turn, content);
      case Answer.Clarification ignored -> {
        boolean asksForEvent = AnswerWriter.asksForEvent(content);
        List<String> topics = asksForEvent ? content.topics() : List.of();
        String eventId = asksForEvent ? null : turn.thread().eventId();
        remember(turn.chat(), new Question.Thread(topics, eventId));
      }
      case Answer.SmallTalk ignored -> {}
      case Answer.OutOfScope ignored -> {}
    }
  }

  private void remember(Turn turn, Answer.Content content) {
    if (!content.topics().isEmpty()) {
      remember(
          turn.chat(), new Question.Thread(content.topics(), content.eventId(), content.session()));
    }
  }

  /**
   * What the chat wrote a moment before this turn's message; null for nothing. Only private chats:
   * pieces of a group may be of several people, and who wrote which is not kept.
   */
  @Nullable Burst burst(Turn turn, String message) {
    Burst last = bursts.getIfPresent(turn.chat());
    if (last != null && last.isRepeatedBy(message, turn.at())) {
      last = last.before();
    }
    return last != null && last.reaches(turn.at()) ? last : null;
  }

  /**
   * Keeps what a message came to, for the next one.
   *
   * @param text what a further piece is read together with; empty for nothing
   * @param before as {@link #burst} gave it
   */
  void keep(
      Turn turn,
      String message,
      String text,
      Burst.Left left,
      List<Watching.Noted> noted,
      @Nullable Burst before) {
    if (turn.isPrivate()) {
      Burst former = before == null ? null : before.asBefore();
      bursts.put(turn.chat(), new Burst(turn.at(), message, text, left, noted, former));
    }
  }

  /** Nothing that was noted of the pieces is to be taken back any more. */
  void dropNotes(ChatId chat) {
    bursts.asMap().computeIfPresent(chat, (same, burst) -> burst.withoutNotes());
  }

  /** "W sprawie parku": what follows is asked of that event. */
  void heedEvent(Turn turn, String text) {
    List<Event> named = NamedEvents.in(text, turn);
    if (named.size() == 1) {
      remember(turn.chat(), new Question.Thread(List.of(), named.getFirst().id()));
    }
  }

  /** What is remembered of a chat; empty for nothing. */
  List<ChatRecord> recordsOf(ChatId chat) {
    var values = new LinkedHashMap<String, Object>();
    Question.Thread thread = of(chat);
    if (!thread.topics().isEmpty()) {
      values.put("topics", String.join(", ", thread.topics()));
    }
    put(values, "event_id", thread.eventId());
    put(values, "language", languageOf(chat));
    put(values, "question", unanswered(chat));
    Burst burst = bursts.getIfPresent(chat);
    if (burst != null && !(burst.last().isEmpty() && burst.text().isEmpty())) {
      values.put("last_message", burst.last());
      values.put("pieces", burst.text());
    }
    return values.isEmpty() ? List.of() : List.of(new ChatRecord("memory", values));
  }

  private static void put(Map<String, Object> values, String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  void forget(ChatId chat) {
    threads.invalidate(chat);
    languages.invalidate(chat);
    unanswered.invalidate(chat);
    bursts.invalidate(chat);
  }
}
