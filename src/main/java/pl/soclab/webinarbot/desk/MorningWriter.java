package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.evaluation.Coverage;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.language.PolishDates;

/** Writes what organisers read in the morning of an event's day, and of its eve. */
final class MorningWriter {
  private static final int MOST_REMINDERS = 5;
  private static final int MOST_GAPS = 3;

  private final ReportSources sources;

  MorningWriter(ReportSources sources) {
    this.sources = sources;
  }

  /** What an event has today and tomorrow and is not over. */
  List<Session> sessions(Event event, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, event.zone());
    return event.sessions().stream()
        .filter(session -> session.date().equals(today) || session.date().equals(today.plusDays(1)))
        .filter(session -> !session.isOver(now))
        .toList();
  }

  /** The whole summary. */
  String write(Event event, Answerer answerer, Instant now) {
    var lines = new StringJoiner("\n");
    lines.add(DeskPhrases.get("morning.head", when(event, now), Excerpt.of(event.title())));
    lines.add(
        DeskPhrases.get("morning.subscribed", DeskPhrases.people(sources.subscribers(event.id()))));
    lines.add(yesterday(LocalDate.ofInstant(now, event.zone()).minusDays(1)));
    lines.add(reminders(event, now));
    List<String> gaps = Coverage.of(answerer, event.id(), now).missing();
    if (!gaps.isEmpty()) {
      List<String> first = gaps.subList(0, Math.min(MOST_GAPS, gaps.size()));
      lines.add(DeskPhrases.get("morning.gaps", String.join("; ", first)));
    }
    long errors = sources.errors();
    if (errors > 0) {
      lines.add(DeskPhrases.get("morning.errors", DeskPhrases.counted("panel.errors", errors)));
    }
    return lines + "\n" + DeskPhrases.get("morning.more");
  }

  /** "Dziś o 9:00 i 13:00, jutro o 17:00". */
  private String when(Event event, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, event.zone());
    var days = new StringJoiner(", ");
    for (LocalDate day : List.of(today, today.plusDays(1))) {
      List<Session> ofDay =
          sessions(event, now).stream().filter(session -> session.date().equals(day)).toList();
      if (!ofDay.isEmpty()) {
        String name = DeskPhrases.get(day.equals(today) ? "morning.today" : "morning.tomorrow");
        days.add(name + hours(ofDay));
      }
    }
    String all = days.toString();
    return Character.toUpperCase(all.charAt(0)) + all.substring(1);
  }

  private static String hours(List<Session> sessions) {
    List<String> hours =
        sessions.stream()
            .map(Session::startTime)
            .filter(Objects::nonNull)
            .map(PolishDates::hour)
            .toList();
    return hours.isEmpty()
        ? ""
        : " " + DeskPhrases.get("morning.at", String.join(DeskPhrases.get("morning.and"), hours));
  }

  private String yesterday(LocalDate day) {
    Figures figures = Figures.of(sources.tallies(), day, day);
    return DeskPhrases.get(
        figures.hasUnanswered() ? "morning.yesterday.unanswered" : "morning.yesterday",
        figures.sentence());
  }

  private String reminders(Event event, Instant now) {
    List<String> next = sources.plan().next(List.of(event), now, MOST_REMINDERS);
    if (!next.isEmpty()) {
      return DeskPhrases.get("morning.reminders", String.join("\n", next));
    }
    String reason = Outlook.of(event, sources.memory().all(), sources.quiet(), now).reason();
    return reason == null
        ? DeskPhrases.get("morning.no_reminders")
        : DeskPhrases.get("morning.no_reminders.reason", DeskPhrases.get(reason));
  }
}
