package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.desk.DeskPress.Action;
import pl.soclab.webinarbot.language.PolishDates;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcast.State;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.Pause;
import pl.soclab.webinarbot.reminders.Progress;

/** Writes how a broadcast goes on. */
final class StatusWriter {
  private static final int SECONDS = 60;

  private final Broadcasts broadcasts;
  private final Audiences audiences;
  private final Pause pause;

  /**
   * Wires it.
   *
   * @param pause in which what is under way waits
   */
  StatusWriter(Broadcasts broadcasts, Audiences audiences, Pause pause) {
    this.broadcasts = broadcasts;
    this.audiences = audiences;
    this.pause = pause;
  }

  /** Whether nothing leaves just now, as the bot is switched off. */
  boolean isSwitchedOff() {
    return pause.isOn();
  }

  /**
   * The message with the numbers of this moment.
   *
   * @param perSecond how many were done with in a second lately; null where that is not known
   */
  OutgoingMessage write(DeskTurn turn, Broadcast broadcast, @Nullable Double perSecond) {
    return write(turn, broadcast, broadcasts.progress(broadcast.id()), perSecond);
  }

  /** Likewise, with numbers that are at hand. */
  OutgoingMessage write(
      DeskTurn turn, Broadcast broadcast, Progress progress, @Nullable Double perSecond) {
    var lines = new StringJoiner("\n");
    lines.add(DeskPhrases.get("status.head", title(broadcast), state(turn, broadcast)));
    lines.add(DeskPhrases.get("status.audience", audience(turn, broadcast, progress)));
    if (broadcast.content() != null && broadcast.kind() == Broadcast.Kind.MESSAGE) {
      lines.add(DeskPhrases.get("status.text", Excerpt.of(broadcast.content())));
    }
    if (progress.total() > 0) {
      lines.add("");
      numbers(progress, lines);
    }
    boolean isUnderWay = broadcast.state() == State.RUNNING || broadcast.state() == State.SCHEDULED;
    if (isUnderWay && isSwitchedOff()) {
      lines.add(DeskPhrases.get("status.off"));
    } else if (broadcast.state() == State.RUNNING) {
      pace(turn, broadcast, progress, perSecond, lines);
    }
    return turn.message(lines.toString(), buttons(broadcast));
  }

  /** "Rozsyłka nr 12". */
  static String title(Broadcast broadcast) {
    String kind = broadcast.kind().name().toLowerCase(Locale.ROOT);
    return DeskPhrases.get("kind." + kind, broadcast.id());
  }

  /** "trwa". */
  static String state(DeskTurn turn, Broadcast broadcast) {
    if (broadcast.state() == State.SCHEDULED && broadcast.due().isAfter(turn.now())) {
      ZoneId zone = Audiences.zone(broadcast.eventId(), turn.knowledge());
      return DeskPhrases.get("state.later", moment(broadcast.due(), zone));
    }
    return DeskPhrases.get("state." + broadcast.state().name().toLowerCase(Locale.ROOT));
  }

  private String audience(DeskTurn turn, Broadcast broadcast, Progress progress) {
    boolean isOpen = progress.total() == 0 && !broadcast.state().isEnd();
    String name = Audiences.name(broadcast, turn.knowledge());
    return isOpen
        ? DeskPhrases.get("audience", name, DeskPhrases.people(audiences.count(broadcast)))
        : name;
  }

  private static void numbers(Progress progress, StringJoiner lines) {
    lines.add(DeskPhrases.get("status.sent", progress.sent(), progress.total()));
    add(lines, "status.left", progress.left());
    add(lines, "status.unknown", progress.unknown());
    add(lines, "status.failed", progress.failed());
    add(lines, "status.blocked", progress.blocked());
    add(lines, "status.skipped", progress.skipped());
  }

  private static void add(StringJoiner lines, String key, long number) {
    if (number > 0) {
      lines.add(DeskPhrases.get(key, number));
    }
  }

  private void pace(
      DeskTurn turn,
      Broadcast broadcast,
      Progress progress,
      @Nullable Double perSecond,
      StringJoiner lines) {
    ZoneId zone = Audiences.zone(broadcast.eventId(), turn.knowledge());
    Instant held = broadcasts.heldUntil();
    if (held != null && held.isAfter(turn.now())) {
      lines.add(DeskPhrases.get("status.held", moment(roundUp(held), zone)));
      return;
    }
    if (perSecond == null || perSecond <= 0 || progress.left() == 0) {
      return;
    }
    String rate =
        perSecond >= 1
            ? DeskPhrases.get("status.per_second", Math.round(perSecond))
            : DeskPhrases.get("status.per_minute", Math.max(1, Math.round(perSecond * SECONDS)));
    Duration rest = Duration.ofMillis(Math.round(progress.left() * 1000 / perSecond));
    lines.add(DeskPhrases.get("status.pace", rate, end(turn.now(), rest, zone)));
  }

  private static String end(Instant now, Duration rest, ZoneId zone) {
    if (rest.toSeconds() < SECONDS) {
      return DeskPhrases.get("status.end.soon");
    }
    ZonedDateTime end = roundUp(now.plus(rest)).atZone(zone);
    boolean isToday = end.toLocalDate().equals(now.atZone(zone).toLocalDate());
    return DeskPhrases.get(
        "status.end",
        isToday ? PolishDates.hour(end.toLocalTime()) : moment(end.toInstant(), zone));
  }

  private static Instant roundUp(Instant instant) {
    return instant.plusSeconds(SECONDS - 1).truncatedTo(ChronoUnit.MINUTES);
  }

  /** "16 lutego, 14:35". */
  static String moment(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    return PolishDates.dayAndMonth(local.toLocalDate())
        + ", "
        + PolishDates.hour(local.toLocalTime());
  }

  private static List<Button> buttons(Broadcast broadcast) {
    var buttons = new ArrayList<Button>();
    switch (broadcast.state()) {
      case SCHEDULED, RUNNING -> buttons.add(button("button.pause", Action.PAUSE, broadcast));
      case PAUSED -> buttons.add(button("button.resume", Action.RESUME, broadcast));
      case DRAFT, DONE, STOPPED, MISSED -> {
        return buttons;
      }
    }
    buttons.add(button("button.stop", Action.ASK_STOP, broadcast));
    return buttons;
  }

  private static Button button(String key, Action action, Broadcast broadcast) {
    return DeskPress.button(DeskPhrases.get(key), action, broadcast.id());
  }
}
