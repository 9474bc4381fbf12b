package pl.soclab.webinarbot.conversation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.Handover;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.QuietHours;

/** Sends questions on to the organisers. The text is looked up when its turn has come. */
record HandoverPost(Broadcasts broadcasts, QuietHours quiet) {
  /** That of an event whose file names none. */
  private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Warsaw");

  /**
   * Sends a question on; once, however often it is called.
   *
   * @param reachable the organisers
   * @return when it leaves; later than now where it is night
   */
  Instant toOrganisers(Turn turn, Handover handover, List<ChatId> reachable) {
    Event event = turn.eventWithId(handover.eventId());
    Instant due = quiet.endAfter(turn.now(), event == null ? USUAL_ZONE : event.zone());
    broadcasts.create(
        NewBroadcast.stored(
            Broadcast.Kind.QUESTION,
            "handover " + handover.id(),
            handover.eventId(),
            handover.id(),
            due,
            null),
        recipients(handover, reachable));
    return due;
  }

  /** Whoever is no organiser any more gets nothing. */
  private static List<ChatId> recipients(Handover handover, List<ChatId> reachable) {
    ChatId addressee = handover.addressee();
    return addressee != null && reachable.contains(addressee) ? List.of(addressee) : reachable;
  }
}
