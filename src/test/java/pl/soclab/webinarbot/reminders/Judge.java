package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.reminders.History.Stand;
import pl.soclab.webinarbot.reminders.History.Version;

/**
 * Says what was wrong in a history, from what happened and what arrived alone: it knows no
 * broadcast and no delivery.
 */
final class Judge {
  /** A look comes at the instant itself; a change holds a reminder up for two minutes. */
  private static final Duration GRACE = Duration.ofMinutes(3);

  private static final Duration HOUR = Duration.ofHours(1);

  /** A message that arrived. */
  private record Arrival(Instant at, long chat, String kind, String rest, Instant start) {}

  private final History history;
  private final List<Arrival> arrivals;
  private final List<String> wrongs = new ArrayList<>();

  private Judge(History history, List<ATown.Arrival> arrived) {
    this.history = history;
    arrivals = arrived.stream().map(this::arrival).toList();
  }

  /** Everything that was wrong; empty where all is well. */
  static List<String> judge(History history, List<ATown.Arrival> arrived) {
    var judge = new Judge(history, arrived);
    judge.nothingTwice();
    judge.nothingUnwanted();
    judge.nothingMissing();
    judge.everyChangeTold();
    return judge.wrongs;
  }

  private Arrival arrival(ATown.Arrival arrival) {
    Version version = version(arrival.at());
    Instant start =
        version == null
            ? Instant.MIN
            : version.event().build().sessions().getFirst().startInstant();
    return new Arrival(arrival.at(), arrival.chat(), arrival.kind(), arrival.rest(), start);
  }

  private void nothingTwice() {
    var seen = new HashSet<String>();
    for (Arrival arrival : arrivals) {
      boolean isReminder = arrival.kind().equals("REMINDER");
      if (isReminder && !seen.add(arrival.chat() + arrival.rest() + arrival.start())) {
        wrongs.add("twice: " + arrival);
      }
    }
  }

  private void nothingUnwanted() {
    for (Arrival arrival : arrivals) {
      Stand stand = stand(arrival.chat(), arrival.at());
      if (stand == null || stand.scope() == null || stand.paused()) {
        wrongs.add("nobody asked for it: " + arrival);
      } else if (arrival.kind().equals("REMINDER")) {
        fits(arrival, stand.scope());
      }
    }
  }

  private void fits(Arrival arrival, Scope scope) {
    Duration lead = Duration.parse(arrival.rest());
    boolean chosen =
        switch (scope) {
          case ALL -> true;
          case LAST_HOUR -> lead.equals(HOUR);
          case CHANGES -> false;
        };
    Version version = version(arrival.at());
    boolean cancelled = version == null || version.event().status() == Event.Status.CANCELLED;
    if (!chosen || cancelled || !arrival.at().isBefore(arrival.start())) {
      wrongs.add("of no use: " + arrival);
    }
    boolean early = arrival.at().isBefore(arrival.start().minus(lead).minus(Duration.ofHours(12)));
    boolean isShort = lead.compareTo(HOUR) <= 0;
    boolean night = QuietHours.USUAL.isQuiet(arrival.at(), ATown.WARSAW);
    if (early || (night && !isShort)) {
      wrongs.add("at the wrong time: " + arrival);
    }
  }

  /** Whoever was subscribed all the time, while file and program were at rest, got every one. */
  private void nothingMissing() {
    for (int i = 0; i < history.versions.size(); i++) {
      Version version = history.versions.get(i);
      for (PlannedReminder reminder : Plan.of(version.event().build(), QuietHours.USUAL)) {
        for (long chat : LongStream.rangeClosed(1, History.CHATS).toArray()) {
          if (isSureToCome(reminder, version, chat) && !came(reminder, chat)) {
            wrongs.add("missing for " + chat + ": " + reminder);
          }
        }
      }
    }
  }

  private boolean isSureToCome(PlannedReminder reminder, Version version, long chat) {
    Instant due = reminder.due();
    Instant by = due.plus(GRACE);
    boolean sameFile =
        version.equals(version(due))
            && version.equals(version(by))
            && isOlder(version, due)
            && by.isBefore(reminder.end());
    Stand stand = stand(chat, due);
    boolean sameWish =
        stand != null
            && stand.equals(stand(chat, by))
            && stand.at().isBefore(due)
            && !stand.paused()
            && stand.scope() != null
            && reminder.scopes().contains(stand.scope());
    boolean running =
        history.powers.stream()
            .noneMatch(power -> !power.on() && !power.at().isAfter(by) && isOffAt(due, by, power));
    return sameFile && sameWish && running;
  }

  /** Saved some time before, so that no notice of a change stands for the reminder. */
  private static boolean isOlder(Version version, Instant due) {
    return version.at().plus(GRACE).isBefore(due);
  }

  private boolean isOffAt(Instant due, Instant by, History.Power off) {
    Instant on =
        history.powers.stream()
            .filter(power -> power.on() && power.at().isAfter(off.at()))
            .map(History.Power::at)
            .findFirst()
            .orElse(Instant.MAX);
    return off.at().isBefore(by) && on.isAfter(due);
  }

  private boolean came(PlannedReminder reminder, long chat) {
    // A reminder of this start may have come already, before the file was changed and back.
    return arrivals.stream()
        .anyMatch(
            arrival ->
                arrival.chat() == chat
                    && arrival.kind().equals("REMINDER")
                    && arrival.rest().equals(reminder.lead().toString())
                    && arrival.start().equals(reminder.start()));
  }

  /** A file that was changed for good, by day, with the program running, was told once. */
  private void everyChangeTold() {
    for (int i = 1; i < history.versions.size(); i++) {
      Version version = history.versions.get(i);
      AnEvent before = settledBefore(version);
      for (long chat : LongStream.rangeClosed(1, History.CHATS).toArray()) {
        long told =
            arrivals.stream()
                .filter(arrival -> arrival.chat() == chat && arrival.kind().equals("CHANGE"))
                .filter(arrival -> version.equals(version(arrival.at())))
                .count();
        if (told > 1) {
          wrongs.add("told " + told + " times to " + chat + ": " + version);
        }
        if (told == 0 && before != null && hadToBeTold(version, before, chat)) {
          wrongs.add("not told to " + chat + ": " + version);
        }
      }
    }
  }

  private @Nullable AnEvent settledBefore(Version version) {
    int index = history.versions.indexOf(version);
    Version former = history.versions.get(index - 1);
    boolean settled = former.at().plus(GRACE).isBefore(version.at()) && isByDay(former);
    return settled ? former.event() : null;
  }

  private boolean isByDay(Version version) {
    return !QuietHours.USUAL.isQuiet(version.at(), ATown.WARSAW)
        && !QuietHours.USUAL.isQuiet(version.at().plus(GRACE), ATown.WARSAW)
        && history.powers.stream().noneMatch(power -> isNear(power.at(), version.at()))
        && isOnAt(version.at());
  }

  private static boolean isNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(GRACE) < 0;
  }

  private boolean isOnAt(Instant at) {
    return history.powers.reversed().stream()
        .filter(power -> !power.at().isAfter(at))
        .findFirst()
        .map(History.Power::on)
        .orElse(false);
  }

  private boolean hadToBeTold(Version version, AnEvent before, long chat) {
    Instant by = version.at().plus(GRACE);
    Stand stand = stand(chat, version.at());
    boolean listening =
        stand != null && stand.equals(stand(chat, by)) && stand.scope() != null && !stand.paused();
    boolean differs =
        EventTimes.of(version.event().build()).differsFrom(EventTimes.of(before.build()), by);
    return listening && differs && version.equals(version(by)) && isByDay(version);
  }

  private @Nullable Stand stand(long chat, Instant at) {
    return history.stands.reversed().stream()
        .filter(stand -> stand.chat() == chat && stand.at().isBefore(at))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Version version(Instant at) {
    return history.versions.reversed().stream()
        .filter(version -> version.at().isBefore(at))
        .findFirst()
        .orElse(null);
  }
}
