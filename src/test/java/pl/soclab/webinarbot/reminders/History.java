package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Some days in a town, made up from a seed: residents come and go, organisers edit the file, the
 * program is off for a while. Everything that happened is noted for {@link Judge}.
 */
final class History {
  static final int CHATS = 4;
  private static final int ACTIONS = 25;

  /**
   * How a chat stood from an instant on.
   *
   * @param scope null while it is not subscribed
   */
  record Stand(Instant at, long chat, @Nullable Scope scope, boolean paused) {}

  /** What the file said from an instant on. */
  record Version(Instant at, AnEvent event) {}

  /** Whether the program ran from an instant on. */
  record Power(Instant at, boolean on) {}

  final List<Stand> stands = new ArrayList<>();
  final List<Version> versions = new ArrayList<>();
  final List<Power> powers = new ArrayList<>();
  final List<String> log = new ArrayList<>();

  private final ATown town;
  private final Random random;
  private final Instant from;
  private boolean on = true;

  History(ATown town, long seed) {
    this.town = town;
    random = new Random(seed);
    from = town.now();
  }

  /** Plays it; the town then holds what arrived. */
  History play() {
    powers.add(new Power(town.now(), true));
    save(AnEvent.at(local(from.plus(minutes(60, 4 * 24 * 60)))));
    for (int i = 0; i < ACTIONS; i++) {
      pass(random.nextInt(4) == 0 ? minutes(60, 24 * 60) : minutes(1, 90));
      act();
    }
    if (!on) {
      power();
    }
    pass(Duration.ofDays(6));
    return this;
  }

  private Duration minutes(int least, int most) {
    return Duration.ofMinutes(least + random.nextInt(most - least));
  }

  private static String local(Instant instant) {
    return LocalDateTime.ofInstant(instant, ATown.WARSAW)
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  private void act() {
    long chat = 1 + random.nextInt(CHATS);
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> subscribe(chat);
      case 4 -> stop(chat);
      case 5 -> block(chat);
      case 6 -> comeBack(chat);
      case 7, 8 -> edit();
      case 9 -> power();
      case 10 -> mistake();
      default -> save(current());
    }
  }

  private void subscribe(long chat) {
    Scope scope = Scope.values()[random.nextInt(Scope.values().length)];
    town.subscriptions.subscribe(new ChatId(chat), "webinar", scope, "pl", town.now());
    stands.add(new Stand(town.now(), chat, scope, false));
    note("subscribe " + chat + " " + scope);
  }

  private void stop(long chat) {
    town.subscriptions.stop(new ChatId(chat));
    stands.add(new Stand(town.now(), chat, null, false));
    note("stop " + chat);
  }

  private void block(long chat) {
    town.subscriptions.pause(new ChatId(chat), town.now());
    stands.add(new Stand(town.now(), chat, scope(chat), true));
    note("block " + chat);
  }

  private void comeBack(long chat) {
    town.subscriptions.resume(new ChatId(chat), town.now());
    stands.add(new Stand(town.now(), chat, scope(chat), false));
    note("unblock " + chat);
  }

  private @Nullable Scope scope(long chat) {
    return stands.reversed().stream()
        .filter(stand -> stand.chat() == chat)
        .findFirst()
        .map(Stand::scope)
        .orElse(null);
  }

  private AnEvent current() {
    return versions.getLast().event();
  }

  private void edit() {
    switch (random.nextInt(4)) {
      case 0 -> save(current().that(Event.Status.CANCELLED));
      case 1 -> save(current().that(Event.Status.PLANNED));
      default -> save(AnEvent.at(local(town.now().plus(minutes(30, 4 * 24 * 60)))));
    }
  }

  private void mistake() {
    AnEvent right = current();
    save(AnEvent.at(local(town.now().plus(minutes(30, 48 * 60)))));
    pass(Duration.ofSeconds(20 + random.nextInt(90)));
    save(right);
  }

  private void save(AnEvent event) {
    town.files(event);
    versions.add(new Version(town.now(), event));
    note("save " + event.status() + " " + event.starts());
    // The folder is watched, so the program sees it within seconds.
    pass(Duration.ofSeconds(1));
  }

  private void power() {
    on = !on;
    powers.add(new Power(town.now(), on));
    note(on ? "start" : "off");
    if (on) {
      town.restart();
      pass(Duration.ofSeconds(1));
    }
  }

  /** Time passes; a running program looks whenever something may be due. */
  private void pass(Duration duration) {
    Instant end = town.now().plus(duration);
    while (town.now().isBefore(end)) {
      Instant next = next(end);
      if (on) {
        town.jumpTo(next);
      } else {
        town.sleepUntil(next);
      }
    }
  }

  private Instant next(Instant end) {
    Instant now = town.now();
    Stream<Instant> due =
        Plan.of(current().build(), QuietHours.USUAL).stream().map(PlannedReminder::due);
    Stream<Instant> settling =
        Stream.of(
            versions.getLast().at().plus(Changes.SETTLING).plusSeconds(1),
            powers.getLast().at().plus(Changes.SETTLING).plusSeconds(1),
            QuietHours.USUAL.endAfter(now, ATown.WARSAW),
            now.plus(Duration.ofMinutes(30)));
    return Stream.concat(due, settling)
        .filter(instant -> instant.isAfter(now) && instant.isBefore(end))
        .min(Instant::compareTo)
        .orElse(end);
  }

  private void note(String what) {
    log.add(LocalDateTime.ofInstant(town.now(), ATown.WARSAW) + " " + what);
  }
}
