package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.desk.Pairings.Paired;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.Broadcast.Kind;
import pl.soclab.webinarbot.reminders.Broadcast.State;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.Delivery;

/**
 * Takes from an organiser all that was his. What was confirmed leaves, as those who subscribed were
 * promised it; what he had not confirmed does not.
 */
final class Removal {
  private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

  private static final int NEWEST = 20;

  /** What goes to organisers; a question holds what a resident wrote to them alone. */
  private static final Set<Kind> TO_ORGANISERS = Set.of(Kind.REPORT, Kind.QUESTION, Kind.PROPOSAL);

  private final Pairings pairings;
  private final Broadcasts broadcasts;
  private final Awaited awaited;
  private final Colleagues colleagues;
  private final Consumer<ChatId> menus;

  /**
   * Wires it.
   *
   * @param menus told of each chat that is an organiser's no longer
   */
  Removal(
      Pairings pairings,
      Broadcasts broadcasts,
      Awaited awaited,
      Colleagues colleagues,
      Consumer<ChatId> menus) {
    this.pairings = pairings;
    this.broadcasts = broadcasts;
    this.awaited = awaited;
    this.colleagues = colleagues;
    this.menus = menus;
  }

  /** Removes an organiser who paired; does nothing where there is none. */
  void remove(ChatId chat, DeskTurn turn) {
    Paired paired = pairings.find(chat);
    if (paired == null) {
      return;
    }
    // Whoever removes himself comes back as a resident after a crash, and would leave it undone.
    discard(chat, turn.now());
    colleagues.tellAllBut(
        new HashSet<>(List.of(chat, turn.chat())),
        "removed " + chat + " " + paired.since(),
        DeskPhrases.get("report.removed", chat, turn.chat()),
        turn.now());
    pairings.remove(chat, turn.now());
    LOG.info("Chat {} was removed from the organisers by {}", chat, turn.chat());
    // He may have begun something else in between.
    discard(chat, turn.now());
    menus.accept(chat);
  }

  private void discard(ChatId chat, Instant now) {
    awaited.end(chat);
    broadcasts.by(chat, NEWEST).stream()
        .filter(broadcast -> broadcast.state() == State.DRAFT)
        .forEach(draft -> broadcasts.change(draft.id(), Set.of(State.DRAFT), State.STOPPED, now));
    broadcasts.in(State.OPEN).stream()
        .filter(broadcast -> TO_ORGANISERS.contains(broadcast.kind()))
        .forEach(report -> broadcasts.end(report.id(), chat, Delivery.State.SKIPPED, null, null));
  }
}
