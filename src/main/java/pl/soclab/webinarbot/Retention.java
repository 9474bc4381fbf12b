package pl.soclab.webinarbot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.conversation.AnswerNews;
import pl.soclab.webinarbot.desk.JdbcDeskRecords;
import pl.soclab.webinarbot.desk.Pairings;
import pl.soclab.webinarbot.publishing.JdbcPublishingRecords;
import pl.soclab.webinarbot.questions.Corrections;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.questions.OpenQuestions;
import pl.soclab.webinarbot.questions.Tallies;
import pl.soclab.webinarbot.questions.ToldFacts;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.ReminderRetention;

/**
 * Forgets what is kept for longer than {@code docs/privacy.md} promises. Nothing depends on when it
 * ran last: after a year without the program the first run makes good for all of it. The inbox is
 * the Telegram room's own.
 */
final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** What was sent is kept for a while, so that a reply to it is understood. */
  private static final Duration SENT = Duration.ofDays(90);

  /** As long as a proposal can be pressed; nobody is left to tell long before. */
  private static final Duration CORRECTIONS = Duration.ofDays(90);

  private final List<Consumer<Instant>> promises;

  Retention(List<Consumer<Instant>> promises) {
    this.promises = List.copyOf(promises);
  }

  static Consumer<Instant> of(Broadcasts broadcasts, ReminderRetention reminders) {
    return now -> {
      reminders.enforce(now);
      broadcasts.forgetEndedBefore(now.minus(SENT));
      broadcasts.forgetEndedBefore(now.minus(AnswerNews.KEPT), Broadcast.Kind.ANSWER);
    };
  }

  static Consumer<Instant> of(OpenQuestions questions, Handovers handovers) {
    return now -> {
      questions.forget(now);
      handovers.forget(now);
    };
  }

  static Consumer<Instant> of(ToldFacts told, Corrections corrections) {
    return now -> {
      told.forgetBefore(now.minus(ToldFacts.KEPT));
      corrections.forgetBefore(now.minus(CORRECTIONS));
    };
  }

  static Consumer<Instant> of(Tallies tallies) {
    return now ->
        tallies.forgetBefore(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(Tallies.KEPT_DAYS));
  }

  static Consumer<Instant> of(
      Pairings pairings, JdbcDeskRecords desk, JdbcPublishingRecords publishing) {
    return now -> {
      pairings.forget(now);
      desk.forget(now);
      publishing.forget(now);
    };
  }

  /** Keeps all promises; one that cannot be kept just now leaves the others alone. */
  void enforce(Instant now) {
    for (Consumer<Instant> promise : promises) {
      try {
        promise.accept(now);
      } catch (RuntimeException e) {
        LOG.error("What is too old cannot be forgotten just now; the next hour tries again", e);
      }
    }
  }
}
