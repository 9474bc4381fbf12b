package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.questions.Trouble;
import pl.soclab.webinarbot.questions.Trouble.State;
import pl.soclab.webinarbot.questions.Troubles;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.NewBroadcast;

/**
 * Tells the organisers once what is wrong with their files, and once that it is not any more. Both
 * have to stand for a minute first, as whoever saves a file often saves it again. Where each
 * trouble stands is in the database, and what is told together has an occasion made of the instant
 * at which it was found: a crash between any two lines neither loses a report nor sends it twice.
 *
 * <p>One thread at a time, and one in all instances of the program.
 */
final class TroubleReports {
  static final Duration SETTLING = Duration.ofMinutes(1);

  private final Troubles troubles;
  private final Broadcasts broadcasts;
  private final Organisers organisers;

  TroubleReports(Troubles troubles, Broadcasts broadcasts, Organisers organisers) {
    this.troubles = troubles;
    this.broadcasts = broadcasts;
    this.organisers = organisers;
  }

  /**
   * Looks once.
   *
   * @param waits whether the organisers are to be left alone for now; by the time that they are
   *     not, much of it may be mended
   */
  void look(TroubleKind kind, boolean waits, Instant at) {
    // As the database keeps it: the occasion is made of it.
    Instant now = at.truncatedTo(ChronoUnit.MICROS);
    List<Trouble> known = troubles.of(kind.kind());
    Map<String, String> wrong = kind.look(known);
    if (wrong == null) {
      return;
    }
    List<Trouble> followed = follow(kind, known, wrong, now);
    kind.followed();
    // Whom nobody can be told is told to whoever becomes an organiser.
    if (!waits && !organisers.all().isEmpty()) {
      tell(followed, State.SEEN, kind::begun, now);
      tell(followed, State.MENDED, kind::mended, now);
    }
  }

  /** Writes down what is new and what is gone; returns all that is left. */
  private List<Trouble> follow(
      TroubleKind kind, List<Trouble> known, Map<String, String> wrong, Instant now) {
    var left = new ArrayList<Trouble>();
    Set<String> keys = new HashSet<>();
    for (Trouble trouble : known) {
      keys.add(trouble.key());
      Trouble next = next(trouble, wrong.containsKey(trouble.key()), now);
      if (next == null) {
        troubles.remove(trouble);
        continue;
      }
      if (next.state() != trouble.state()) {
        troubles.put(next);
      }
      left.add(next);
    }
    wrong.forEach(
        (key, subject) -> {
          if (!keys.contains(key)) {
            var found = new Trouble(kind.kind(), key, subject, State.SEEN, now);
            troubles.put(found);
            left.add(found);
          }
        });
    return left;
  }

  /** What becomes of a trouble that is still there, or is not; null where it is over. */
  private @Nullable Trouble next(Trouble trouble, boolean isThere, Instant now) {
    return switch (trouble.state()) {
      case SEEN ->
          isThere ? trouble : broadcasts.exists(occasion(trouble)) ? mended(trouble, now) : null;
      case TOLD -> isThere ? trouble : mended(trouble, now);
      case MENDED ->
          !isThere
              ? trouble
              : trouble.in(broadcasts.exists(occasion(trouble)) ? State.SEEN : State.TOLD, now);
    };
  }

  private static Trouble mended(Trouble trouble, Instant now) {
    return trouble.in(State.MENDED, now);
  }

  private static String occasion(Trouble trouble) {
    return "trouble " + trouble.kind() + " " + trouble.state() + " " + trouble.since();
  }

  /** Writes a report; null for none. */
  private interface Words {
    @Nullable String of(List<Trouble> together);
  }

  private void tell(List<Trouble> all, State state, Words words, Instant now) {
    var together = new TreeMap<Instant, List<Trouble>>();
    for (Trouble trouble : all) {
      if (trouble.state() == state && isSettled(trouble, now)) {
        together.computeIfAbsent(trouble.since(), since -> new ArrayList<>()).add(trouble);
      }
    }
    together.values().forEach(group -> tell(group, words.of(group), now));
  }

  private void tell(List<Trouble> group, @Nullable String text, Instant now) {
    if (text != null) {
      String occasion = occasion(group.getFirst());
      broadcasts.create(NewBroadcast.report(occasion, text, now), organisers.all());
    }
    for (Trouble trouble : group) {
      if (trouble.state() == State.SEEN) {
        troubles.put(trouble.in(State.TOLD, now));
      } else {
        troubles.remove(trouble);
      }
    }
  }

  private static boolean isSettled(Trouble trouble, Instant now) {
    // The clock may have been set back meanwhile.
    return Duration.between(trouble.since(), now).abs().compareTo(SETTLING) >= 0;
  }
}
