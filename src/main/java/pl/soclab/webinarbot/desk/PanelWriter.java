package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.StringJoiner;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.language.PolishDates;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcast.Kind;
import pl.soclab.webinarbot.reminders.Broadcast.State;

/** Writes how things stand, so that it fits a phone: each block leads to the command with more. */
final class PanelWriter {
  private static final int MOST_EVENTS = 5;
  private static final int MOST_REMINDERS = 3;
  private static final int MOST_BROADCASTS = 3;

  private final ReportSources sources;
  private final BotSwitch botSwitch;

  PanelWriter(ReportSources sources, BotSwitch botSwitch) {
    this.sources = sources;
    this.botSwitch = botSwitch;
  }

  /** The text of the panel at the instant of the turn. */
  String write(DeskTurn turn) {
    var coming = new ComingEvents(turn.knowledge(), turn.now());
    ZoneId zone = coming.zone();
    var blocks = new StringJoiner("\n\n");
    String off = botSwitch.reason();
    blocks.add(
        DeskPhrases.get(
            "panel.head",
            StatusWriter.moment(turn.now(), zone),
            off == null ? DeskPhrases.get("panel.works") : DeskPhrases.get("panel.off", off)));
    blocks.add(questions(turn.now().atZone(zone).toLocalDate()));
    blocks.add(events(coming));
    blocks.add(reminders(coming));
    add(blocks, broadcasts(turn));
    blocks.add(files());
    return blocks.toString();
  }

  private static void add(StringJoiner blocks, String block) {
    if (!block.isEmpty()) {
      blocks.add(block);
    }
  }

  private String questions(LocalDate today) {
    LocalDate yesterday = today.minusDays(1);
    Figures both = Figures.of(sources.tallies(), yesterday, today);
    var lines = new StringJoiner("\n");
    lines.add(DeskPhrases.get("panel.today", both.on(today).sentence()));
    lines.add(DeskPhrases.get("panel.yesterday", both.on(yesterday).sentence()));
    String topics = both.topics();
    if (!topics.isEmpty()) {
      lines.add(DeskPhrases.get("panel.topics", topics));
    }
    if (both.hasUnanswered()) {
      lines.add(DeskPhrases.get("panel.unanswered"));
    }
    return lines.toString();
  }

  private String events(ComingEvents coming) {
    List<Event> events = coming.all();
    if (events.isEmpty()) {
      return DeskPhrases.get("panel.no_events");
    }
    var lines = new StringJoiner("\n");
    lines.add(DeskPhrases.get("panel.events"));
    events.stream()
        .limit(MOST_EVENTS)
        .forEach(
            event ->
                lines.add(
                    DeskPhrases.get(
                        "panel.event",
                        Excerpt.of(event.title()),
                        when(event, coming.now()),
                        DeskPhrases.counted("panel.subscribed", sources.subscribers(event.id())))));
    if (events.size() > MOST_EVENTS) {
      lines.add(DeskPhrases.get("panel.more", events.size() - MOST_EVENTS));
    }
    return lines.toString();
  }

  /** "czwartek, 17 lutego, 9:00". */
  private static String when(Event event, Instant now) {
    Session next = event.next(now);
    if (next == null) {
      return DeskPhrases.get("panel.no_date");
    }
    String day =
        PolishDates.weekday(next.date().getDayOfWeek())
            + ", "
            + PolishDates.dayAndMonth(next.date());
    return next.startTime() == null ? day : day + ", " + PolishDates.hour(next.startTime());
  }

  private String reminders(ComingEvents coming) {
    List<String> next = sources.plan().next(coming.all(), coming.now(), MOST_REMINDERS);
    return next.isEmpty()
        ? DeskPhrases.get("panel.no_reminders")
        : DeskPhrases.get("panel.reminders", String.join("\n", next));
  }

  private String broadcasts(DeskTurn turn) {
    List<Broadcast> open =
        sources.broadcasts().in(State.OPEN).stream()
            .filter(broadcast -> broadcast.kind() != Kind.REPORT)
            .toList();
    if (open.isEmpty()) {
      return "";
    }
    var lines = new StringJoiner("\n");
    lines.add(DeskPhrases.get("panel.broadcasts"));
    open.stream()
        .limit(MOST_BROADCASTS)
        .forEach(
            broadcast ->
                lines.add(
                    DeskPhrases.get(
                        "panel.broadcast",
                        StatusWriter.title(broadcast),
                        StatusWriter.state(turn, broadcast))));
    if (open.size() > MOST_BROADCASTS) {
      lines.add(DeskPhrases.get("panel.more", open.size() - MOST_BROADCASTS));
    }
    return lines.toString();
  }

  private String files() {
    long errors = sources.errors();
    long warnings = sources.warnings();
    var lines = new StringJoiner("\n");
    lines.add(
        errors == 0 && warnings == 0
            ? DeskPhrases.get("panel.files.well")
            : DeskPhrases.get(
                "panel.files",
                DeskPhrases.counted("panel.errors", errors),
                DeskPhrases.counted("panel.warnings", warnings)));
    StandingQuestions.Run run = sources.questions().last();
    if (run != null && !run.questions().isEmpty()) {
      String key = run.failed() == 0 ? "panel.standing.well" : "panel.standing";
      lines.add(DeskPhrases.get(key, run.failed(), run.questions().size()));
    }
    return lines.toString();
  }
}
