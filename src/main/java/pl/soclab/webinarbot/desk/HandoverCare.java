package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.Handover;
import pl.soclab.webinarbot.questions.HandoverAnswer;
import pl.soclab.webinarbot.questions.HandoverAnswer.Outcome;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.Delivery;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.QuietHours;

/**
 * Sees residents' questions to their end: tells organisers how an answer fared, asks them once more
 * after a day, erases what is over. A crash between any two steps is made good by the next look.
 *
 * <p>One thread at a time, and one in all instances of the program.
 */
public final class HandoverCare {
  private static final Duration DAY = Duration.ofDays(1);

  /** Drafts live for half an hour, so a minute more or less is none. */
  private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);

  /** Where there are no quiet hours that could end. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private static final Logger LOG = LoggerFactory.getLogger(HandoverCare.class);

  private final Handovers handovers;
  private final Broadcasts broadcasts;
  private final Organisers organisers;
  private final Supplier<Knowledge> knowledge;
  private final QuietHours quiet;
  private final ReplyPost post;
  private @Nullable Instant lastRound;

  /**
   * Wires it; nothing happens before {@link #tick}.
   *
   * @param knowledge gives the newest snapshot
   */
  public HandoverCare(
      Handovers handovers,
      Broadcasts broadcasts,
      Organisers organisers,
      Supplier<Knowledge> knowledge,
      QuietHours quiet) {
    this.handovers = handovers;
    this.broadcasts = broadcasts;
    this.organisers = organisers;
    this.knowledge = knowledge;
    this.quiet = quiet;
    post = new ReplyPost(broadcasts, quiet);
  }

  /** Looks once. Never throws. */
  public void tick(Instant now) {
    try {
      look(now);
    } catch (RuntimeException e) {
      // Reminders must not wait for this.
      LOG.error("Questions of residents cannot be looked after just now", e);
    }
  }

  private void look(Instant now) {
    handovers.onTheWay().forEach(answer -> settle(answer, now));
    // The preview's clock may be set back.
    if (lastRound == null
        || Duration.between(lastRound, now).abs().compareTo(BETWEEN_ROUNDS) >= 0) {
      handovers.forget(now);
      handovers.unanswered(now.minus(DAY)).forEach(handover -> remind(handover, now));
      lastRound = now;
    }
  }

  private void settle(HandoverAnswer answer, Instant now) {
    Handover handover = handovers.find(answer.handover());
    if (handover == null) {
      return;
    }
    Broadcast leaving = post.find(answer);
    if (leaving == null) {
      // The turn broke off between two steps.
      post.send(answer, handover, zone(handover), now);
      return;
    }
    Delivery delivery = broadcasts.delivery(leaving.id(), handover.chat());
    if (delivery == null) {
      return;
    }
    switch (delivery.state()) {
      case PENDING, SENDING -> {}
      case SENT, UNKNOWN -> {
        tellOthers(answer, handover, now);
        handovers.ended(answer.id(), Outcome.DELIVERED);
      }
      case BLOCKED -> {
        tellAuthor(answer, "reply.blocked", handover, now);
        handovers.ended(answer.id(), Outcome.UNREACHABLE);
      }
      case FAILED -> {
        tellAuthor(answer, "reply.failed", handover, now);
        handovers.ended(answer.id(), Outcome.NOT_DELIVERED);
      }
      case SKIPPED -> handovers.withdraw(answer.id());
    }
  }

  private ZoneId zone(Handover handover) {
    return Audiences.zone(handover.eventId(), knowledge.get());
  }

  /** Once for a question, and to those who were asked it. */
  private void tellOthers(HandoverAnswer answer, Handover handover, Instant now) {
    if (handover.addressee() == null) {
      tell(
          "answered " + handover.id(),
          "reply.answered",
          handover,
          quiet.endAfter(now, zone(handover)),
          organisers.all().stream().filter(chat -> !chat.equals(answer.author())).toList());
    }
  }

  private void tellAuthor(HandoverAnswer answer, String sentence, Handover handover, Instant now) {
    tell("reply ended " + answer.id(), sentence, handover, now, List.of(answer.author()));
  }

  private void tell(
      String occasion, String sentence, Handover handover, Instant due, List<ChatId> to) {
    if (!to.isEmpty()) {
      String text = DeskPhrases.get(sentence, handover.thread());
      broadcasts.create(NewBroadcast.report(occasion, text, due), to);
    }
  }

  private void remind(Handover handover, Instant now) {
    ChatId addressee = handover.addressee();
    List<ChatId> all =
        organisers.all().stream().filter(chat -> !chat.equals(handover.chat())).toList();
    if (all.isEmpty() || morning(handover).isAfter(now)) {
      return;
    }
    broadcasts.create(
        NewBroadcast.stored(
            Broadcast.Kind.QUESTION,
            "handover " + handover.id() + DeskText.AGAIN,
            handover.eventId(),
            handover.id(),
            quiet.endAfter(now, zone(handover)),
            null),
        addressee != null && all.contains(addressee) ? List.of(addressee) : all);
    handovers.reminded(handover.id());
  }

  /** The first one that a question has waited for a day. */
  private Instant morning(Handover handover) {
    boolean hasNight = !quiet.from().equals(quiet.to());
    ZonedDateTime day = handover.since().plus(DAY).atZone(zone(handover));
    ZonedDateTime morning = day.with(hasNight ? quiet.to() : MORNING);
    return (morning.isBefore(day) ? morning.plusDays(1) : morning).toInstant();
  }
}
