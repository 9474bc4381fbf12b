package pl.soclab.webinarbot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.AnswerFile;
import pl.soclab.webinarbot.questions.OpenQuestion;
import pl.soclab.webinarbot.questions.OpenQuestions;
import pl.soclab.webinarbot.questions.Watches;
import pl.soclab.webinarbot.questions.Watches.Watch;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.QuietHours;

/**
 * Tells those who wait that their question has an answer: once each, not at night, and what the
 * files say at that moment. Until then they stand among those who wait, so that "stop" ends it.
 *
 * <p>An answer becomes broadcasts, one a language, each unique by its occasion; only then it counts
 * as told, and who waited is forgotten. A crash between any two of these steps is made good by the
 * next look. It runs where broadcasts are sent, in one instance of the program at a time.
 */
public final class AnswerNews {
  /** Another instance may have published it, and the files are looked at every now and then. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  /** What was delivered is kept so long, so that a reply to it is understood. */
  public static final Duration KEPT = Duration.ofDays(1);

  private static final int AT_ONCE = 20;

  /** That of an event whose file names none. */
  private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Warsaw");

  private static final Logger LOG = LoggerFactory.getLogger(AnswerNews.class);

  private final OpenQuestions questions;
  private final Watches watches;
  private final Broadcasts broadcasts;
  private final Supplier<Knowledge> knowledge;
  private final QuietHours quiet;

  /**
   * Wires it; nothing happens before {@link #tick}.
   *
   * @param knowledge gives the newest snapshot
   */
  public AnswerNews(
      OpenQuestions questions,
      Watches watches,
      Broadcasts broadcasts,
      Supplier<Knowledge> knowledge,
      QuietHours quiet) {
    this.questions = questions;
    this.watches = watches;
    this.broadcasts = broadcasts;
    this.knowledge = knowledge;
    this.quiet = quiet;
  }

  /** Makes broadcasts of the answers that nobody was told; to be called every second or so. */
  public void tick(Instant now) {
    try {
      Knowledge snapshot = knowledge.get();
      questions.untold(AT_ONCE).forEach(question -> tell(question, snapshot, now));
    } catch (RuntimeException e) {
      // Reminders must go on; the next look tries again.
      LOG.error("Those who wait for an answer cannot be told just now", e);
    }
  }

  private void tell(OpenQuestion question, Knowledge snapshot, Instant now) {
    Event event = snapshot.event(question.eventId());
    ZoneId zone = event == null ? USUAL_ZONE : event.zone();
    if (quiet.isQuiet(now, zone)) {
      return;
    }
    Instant answeredAt = question.answeredAt() == null ? now : question.answeredAt();
    ReadyAnswer ready = AnswerFile.published(question, snapshot);
    if (ready == null) {
      if (answeredAt.plus(PATIENCE).isBefore(now)) {
        LOG.info("The answer to open question {} is not in the files any more", question.id());
        questions.reopen(question.id());
      }
      return;
    }
    byLanguage(question)
        .forEach(
            (language, chats) ->
                broadcasts.create(
                    NewBroadcast.answer(
                        occasion(question, answeredAt, language),
                        question.eventId(),
                        new ToldAnswer(
                                ReplyLanguage.ofTelegram(language),
                                question.typical(),
                                ready.text())
                            .content(),
                        now),
                    chats));
    questions.told(question.id());
  }

  /** Of that very answer: one that was taken back may be followed by another. */
  private static String occasion(OpenQuestion question, Instant answeredAt, String language) {
    return "answer " + question.id() + " " + answeredAt + " " + language;
  }

  private Map<String, List<ChatId>> byLanguage(OpenQuestion question) {
    return watches.of(question.id()).stream()
        .collect(
            Collectors.groupingBy(
                Watch::language,
                TreeMap::new,
                Collectors.mapping(Watch::chat, Collectors.toList())));
  }
}
