package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.conversation.FactSheet;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.Correction;
import pl.soclab.webinarbot.questions.Corrections;
import pl.soclab.webinarbot.questions.FactMemory;
import pl.soclab.webinarbot.questions.FactMemory.Known;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.QuietHours;

/**
 * Proposes to the organisers to tell a changed fact to those who know the former one: once, and
 * only when the file has said so for two minutes. What is seen for the first time changes nothing.
 *
 * <p>One thread at a time, and one in all instances of the program.
 */
public final class FactChanges {
  static final Duration SETTLING = Duration.ofMinutes(2);

  /**
   * All events are read for a look, so that a folder of thousands is not looked at all the time.
   */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(FactChanges.class);

  private final Supplier<Knowledge> knowledge;
  private final FactMemory memory;
  private final Corrections corrections;
  private final CorrectionReach reach;
  private final Broadcasts broadcasts;
  private final Organisers organisers;
  private final QuietHours quiet;
  private @Nullable Knowledge looked;
  private @Nullable Instant next;

  /**
   * Wires it; nothing happens before {@link #tick}.
   *
   * @param knowledge gives the newest snapshot
   */
  public FactChanges(
      Supplier<Knowledge> knowledge,
      FactMemory memory,
      Corrections corrections,
      CorrectionReach reach,
      Broadcasts broadcasts,
      Organisers organisers,
      QuietHours quiet) {
    this.knowledge = knowledge;
    this.memory = memory;
    this.corrections = corrections;
    this.reach = reach;
    this.broadcasts = broadcasts;
    this.organisers = organisers;
    this.quiet = quiet;
  }

  /** Whether an event has passed; one without a date has not. */
  static boolean isOver(Event event, Instant now) {
    return !event.sessions().isEmpty() && event.next(now) == null;
  }

  /** Looks where the files changed, or a change is still too young. Never throws. */
  public void tick(Instant now) {
    try {
      lookWhereNeeded(now);
    } catch (RuntimeException e) {
      // Reminders must not wait for this.
      LOG.error("Changed facts cannot be looked at just now", e);
    }
  }

  /** Snapshots are told apart by being other objects: comparing their texts takes longer. */
  @SuppressWarnings("ReferenceEquality")
  private void lookWhereNeeded(Instant now) {
    Knowledge snapshot = knowledge.get();
    if (snapshot == looked && (next == null || waits(next, now))) {
      return;
    }
    boolean unsettled = look(snapshot, now);
    looked = snapshot;
    next = unsettled ? now.plus(BETWEEN_LOOKS) : null;
  }

  /** The preview's clock may be set back meanwhile. */
  private static boolean waits(Instant next, Instant now) {
    return next.isAfter(now) && !next.isAfter(now.plus(BETWEEN_LOOKS));
  }

  /** Whether a change is too young to be sure of. */
  private boolean look(Knowledge snapshot, Instant now) {
    Map<String, Known> known = new HashMap<>(memory.all());
    Set<String> present = new HashSet<>();
    snapshot.events().forEach(event -> present.add(event.id()));
    Map<String, Known> first = new HashMap<>();
    boolean unsettled = false;
    for (Event event : snapshot.events()) {
      if (isOver(event, now)) {
        continue;
      }
      String sheet = FactSheet.of(event).toString();
      Known before = known.get(event.id());
      if (before == null) {
        before = renamed(event, sheet, known, present);
      }
      if (before == null) {
        first.put(event.id(), new Known(sheet, sheet, now));
      } else {
        unsettled |= isUnsettled(event, before, sheet, now);
      }
    }
    memory.rememberFirst(first);
    return unsettled;
  }

  private boolean isUnsettled(Event event, Known before, String sheet, Instant now) {
    Known current = before;
    if (!sheet.equals(before.seen())) {
      current = new Known(before.told(), sheet, now);
      memory.remember(event.id(), current);
    }
    if (current.told().equals(sheet)) {
      return false;
    }
    // The clock may have been set back meanwhile.
    if (Duration.between(current.seenSince(), now).abs().compareTo(SETTLING) < 0) {
      return true;
    }
    propose(event, current, now);
    memory.remember(event.id(), new Known(sheet, sheet, current.seenSince()));
    return false;
  }

  private void propose(Event event, Known known, Instant now) {
    FactSheet former = FactSheet.parse(known.told()).outdatedBy(FactSheet.parse(known.seen()));
    List<ChatId> to = organisers.all();
    if (to.isEmpty() || reach.of(former, event, known.seenSince(), now).isEmpty()) {
      return;
    }
    Correction correction = corrections.propose(event.id(), former.toString(), known.seenSince());
    broadcasts.create(
        NewBroadcast.stored(
            Broadcast.Kind.PROPOSAL,
            "proposal " + correction.id(),
            event.id(),
            correction.id(),
            quiet.endAfter(now, event.zone()),
            null),
        to);
  }

  /** What is known of an event whose file has another name now; what was told goes with it. */
  private @Nullable Known renamed(
      Event event, String sheet, Map<String, Known> known, Set<String> present) {
    List<String> former =
        known.entrySet().stream()
            .filter(entry -> !present.contains(entry.getKey()))
            .filter(entry -> entry.getValue().seen().equals(sheet))
            .map(Map.Entry::getKey)
            .toList();
    Known kept = former.size() == 1 ? known.remove(former.getFirst()) : null;
    if (kept == null || sheet.isEmpty()) {
      return null;
    }
    reach.told().renamed(former.getFirst(), event.id());
    memory.remember(event.id(), kept);
    memory.forget(former.getFirst());
    return kept;
  }
}
