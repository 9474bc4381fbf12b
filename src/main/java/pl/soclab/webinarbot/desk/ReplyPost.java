package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.questions.Handover;
import pl.soclab.webinarbot.questions.HandoverAnswer;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.QuietHours;

/** Sends an organiser's reply to the resident who asked; each once, however often it is called. */
record ReplyPost(Broadcasts broadcasts, QuietHours quiet) {
  /** A reply that went to the wrong message is seen at once, and cannot be taken back later. */
  static final Duration TO_THINK = Duration.ofSeconds(30);

  /** Whoever asked so short a while ago is awake. */
  private static final Duration JUST_NOW = Duration.ofHours(1);

  /** When the reply leaves. */
  Instant send(HandoverAnswer answer, Handover handover, ZoneId zone, Instant now) {
    Broadcast before = find(answer);
    if (before != null) {
      return before.due();
    }
    Instant soon = now.plus(TO_THINK);
    boolean waits = !handover.since().plus(JUST_NOW).isBefore(now);
    Instant due = waits ? soon : quiet.endAfter(soon, zone);
    broadcasts.create(
        NewBroadcast.stored(
            Broadcast.Kind.REPLY,
            occasion(answer),
            handover.eventId(),
            answer.id(),
            due,
            handover.since().plus(Handovers.KEPT)),
        List.of(handover.chat()));
    return due;
  }

  @Nullable Broadcast find(HandoverAnswer answer) {
    return broadcasts.find(occasion(answer));
  }

  private static String occasion(HandoverAnswer answer) {
    return "reply " + answer.id();
  }
}
