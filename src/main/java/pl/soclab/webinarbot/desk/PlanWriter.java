package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import pl.soclab.webinarbot.desk.DeskPress.Action;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.language.PolishDates;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcast.State;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.PlannedReminder;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Scope;
import pl.soclab.webinarbot.reminders.Subscriptions;

/** Writes what will be sent when and to how many, and why nothing will. */
final class PlanWriter {
  private static final int MOST = 20;
  private static final int MOST_OPEN = 10;
  private static final Duration DAY = Duration.ofDays(1);

  private final Broadcasts broadcasts;
  private final Subscriptions subscriptions;
  private final EventMemory memory;
  private final QuietHours quiet;

  private record Line(Event event, PlannedReminder reminder) {}

  private record Recipients(String eventId, Set<Scope> scopes) {}

  PlanWriter(
      Broadcasts broadcasts, Subscriptions subscriptions, EventMemory memory, QuietHours quiet) {
    this.broadcasts = broadcasts;
    this.subscriptions = subscriptions;
    this.memory = memory;
    this.quiet = quiet;
  }

  /** The reply to {@code /plan}. */
  List<OutgoingMessage> write(DeskTurn turn) {
    var blocks = new StringJoiner("\n\n");
    var buttons = new ArrayList<Button>();
    List<Broadcast> open =
        broadcasts.in(State.OPEN).stream()
            .filter(broadcast -> broadcast.kind().isForMany())
            .limit(MOST_OPEN)
            .toList();
    if (!open.isEmpty()) {
      blocks.add(open(turn, open, buttons));
    }
    List<Outlook> outlooks = outlooks(turn.knowledge().events(), turn.now());
    blocks.add(reminders(outlooks));
    String without = without(outlooks);
    if (!without.isEmpty()) {
      blocks.add(without);
    }
    return turn.say(blocks.toString(), buttons);
  }

  private String open(DeskTurn turn, List<Broadcast> open, List<Button> buttons) {
    var lines = new StringJoiner("\n");
    lines.add(DeskPhrases.get("plan.open"));
    for (Broadcast broadcast : open) {
      String line =
          DeskPhrases.get(
              "plan.open.line",
              StatusWriter.title(broadcast),
              StatusWriter.state(turn, broadcast),
              Audiences.name(broadcast, turn.knowledge()));
      lines.add(line);
      buttons.add(
          DeskPress.button(
              DeskPhrases.get("button.details", broadcast.id()), Action.STATUS, broadcast.id()));
    }
    return lines.toString();
  }

  /** The next reminders of an event, or of all, a line each; empty where none is planned. */
  List<String> next(List<Event> events, Instant now, int most) {
    return lines(coming(outlooks(events, now)), most);
  }

  private List<Outlook> outlooks(List<Event> events, Instant now) {
    Map<String, EventMemory.Known> known = memory.all();
    return events.stream().map(event -> Outlook.of(event, known, quiet, now)).toList();
  }

  private String reminders(List<Outlook> outlooks) {
    List<Line> coming = coming(outlooks);
    if (coming.isEmpty()) {
      return DeskPhrases.get("plan.none");
    }
    var lines = new StringJoiner("\n");
    lines.add(DeskPhrases.get("plan.head"));
    lines(coming, MOST).forEach(lines::add);
    if (coming.size() > MOST) {
      lines.add(DeskPhrases.get("plan.more", coming.size() - MOST));
    }
    return lines.toString();
  }

  private static List<Line> coming(List<Outlook> outlooks) {
    return outlooks.stream()
        .flatMap(
            outlook ->
                outlook.coming().stream().map(reminder -> new Line(outlook.event(), reminder)))
        .sorted(Comparator.comparing(line -> line.reminder().due()))
        .toList();
  }

  private List<String> lines(List<Line> coming, int most) {
    var counts = new HashMap<Recipients, Long>();
    return coming.stream().limit(most).map(line -> line(line, counts)).toList();
  }

  private String line(Line line, Map<Recipients, Long> counts) {
    PlannedReminder reminder = line.reminder();
    ZoneId zone = line.event().zone();
    ZonedDateTime due = reminder.due().atZone(zone);
    String when =
        DeskPhrases.get(
            "plan.when",
            PolishDates.weekday(due.getDayOfWeek()),
            PolishDates.dayAndMonth(due.toLocalDate()),
            PolishDates.hour(due.toLocalTime()));
    long count =
        counts.computeIfAbsent(
            new Recipients(reminder.eventId(), reminder.scopes()),
            key -> subscriptions.count(key.eventId(), key.scopes()));
    String text =
        DeskPhrases.get(
            "plan.line",
            when,
            line.event().title(),
            before(reminder.lead()),
            DeskPhrases.people(count));
    return text + moved(reminder, zone);
  }

  /** What the quiet hours did to it; empty for nothing. */
  private String moved(PlannedReminder reminder, ZoneId zone) {
    ZonedDateTime start = reminder.start().atZone(zone);
    boolean wholeDays = reminder.lead().toSeconds() % DAY.toSeconds() == 0;
    if (wholeDays && start.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      // The start of a day whose hour nobody knows; its reminders have an hour of their own.
      return "";
    }
    ZonedDateTime wanted =
        wholeDays ? start.minusDays(reminder.lead().toDays()) : start.minus(reminder.lead());
    if (wanted.toInstant().equals(reminder.due())) {
      return "";
    }
    String key = reminder.due().isAfter(wanted.toInstant()) ? "plan.later" : "plan.earlier";
    return " " + DeskPhrases.get(key, PolishDates.hour(wanted.toLocalTime()));
  }

  /** "dzień przed", "2 godziny przed", "1 godzinę 30 minut przed". */
  static String before(Duration lead) {
    var parts = new StringJoiner(" ");
    add(parts, "lead.days", lead.toDays());
    add(parts, "lead.hours", lead.toHoursPart());
    add(parts, "lead.minutes", lead.toMinutesPart());
    String all = parts.toString();
    boolean isOne = all.startsWith("1 ") && all.indexOf(' ', 2) < 0;
    return DeskPhrases.get("lead.before", isOne ? all.substring(2) : all);
  }

  private static void add(StringJoiner parts, String key, long number) {
    if (number > 0) {
      parts.add(DeskPhrases.counted(key, number));
    }
  }

  /** The events that are still to come and of which nothing will be sent, each with the reason. */
  private static String without(List<Outlook> outlooks) {
    var lines = new StringJoiner("\n");
    for (Outlook outlook : outlooks) {
      String reason = outlook.reason();
      if (reason != null) {
        String title = outlook.event().title();
        lines.add(DeskPhrases.get("plan.without", title, DeskPhrases.get(reason)));
      }
    }
    return lines.length() == 0 ? "" : DeskPhrases.get("plan.without.head") + "\n" + lines;
  }
}
