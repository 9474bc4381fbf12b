package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.EventMemory.Known;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.QuietHours;

/**
 * Tells the organisers in the morning of a day with an event, and of the day before, how things
 * stand with it. Like reminders, it follows from the files and the clock at every look, and is
 * unique by its occasion: where the program was off in the morning, it comes until the evening. An
 * event that the files tell of since the morning only has its first summary on the next day.
 *
 * <p>One thread at a time, and one in all instances of the program.
 */
final class MorningSummary {
  /** Where nobody set quiet hours. */
  private static final LocalTime USUAL_MORNING = LocalTime.of(8, 0);

  /** From then on the day is over, and tomorrow's summary is near. */
  private static final LocalTime EVENING = LocalTime.of(20, 0);

  private final ReportSources sources;
  private final Organisers organisers;
  private final Supplier<Answerer> answerers;
  private final MorningWriter writer;
  private final Set<String> made = new HashSet<>();

  MorningSummary(ReportSources sources, Organisers organisers, Supplier<Answerer> answerers) {
    this.sources = sources;
    this.organisers = organisers;
    this.answerers = answerers;
    writer = new MorningWriter(sources);
  }

  /** Makes the summaries that are due. */
  void look(Instant now) {
    if (organisers.all().isEmpty()) {
      return;
    }
    Answerer answerer = answerers.get();
    List<Event> due =
        answerer.knowledge().events().stream().filter(event -> isDay(event, now)).toList();
    if (due.isEmpty()) {
      made.clear();
      return;
    }
    var known = sources.memory().all();
    for (Event event : due) {
      boolean holds = EventMemory.times(event, known).holds();
      if (holds && wasKnownInTheMorning(event, known.get(event.id()), now)) {
        makeOnce(event, answerer, now);
      }
    }
  }

  /** Whether it is that part of a day on which the event, or its eve, has a summary. */
  private boolean isDay(Event event, Instant now) {
    ZonedDateTime local = now.atZone(event.zone());
    return event.status() != Event.Status.CANCELLED
        && !now.isBefore(morning(event, now))
        && local.toLocalTime().isBefore(EVENING)
        && !writer.sessions(event, now).isEmpty();
  }

  private Instant morning(Event event, Instant now) {
    QuietHours quiet = sources.quiet();
    LocalTime end = quiet.from().equals(quiet.to()) ? USUAL_MORNING : quiet.to();
    return today(event, now).atTime(end).atZone(event.zone()).toInstant();
  }

  private static LocalDate today(Event event, Instant now) {
    return LocalDate.ofInstant(now, event.zone());
  }

  private boolean wasKnownInTheMorning(Event event, @Nullable Known known, Instant now) {
    if (known == null) {
      return false;
    }
    Instant since = known.seen().equals(known.told()) ? known.toldSince() : known.seenSince();
    return !since.isAfter(morning(event, now));
  }

  private void makeOnce(Event event, Answerer answerer, Instant now) {
    String occasion = "morning " + event.id() + " " + today(event, now);
    if (made.contains(occasion)) {
      return;
    }
    if (!sources.broadcasts().exists(occasion)) {
      String text = writer.write(event, answerer, now);
      sources.broadcasts().create(NewBroadcast.report(occasion, text, now), organisers.all());
    }
    made.add(occasion);
  }
}
