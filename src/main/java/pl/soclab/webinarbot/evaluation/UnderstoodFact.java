package pl.soclab.webinarbot.evaluation;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.knowledge.SourceLine;
import pl.soclab.webinarbot.language.PolishDates;

/**
 * Something that was understood of an event, as an organiser is shown it.
 *
 * @param name as a key of the front matter
 * @param value in one line
 * @param source null where it stands nowhere: the default
 * @param origin null for what is no {@link Fact}
 */
public record UnderstoodFact(
    String name, String value, @Nullable SourceLine source, Fact.@Nullable Origin origin) {

  /** All of an event: title, status, sessions, then the facts. */
  public static List<UnderstoodFact> of(Event event) {
    var facts = new ArrayList<UnderstoodFact>();
    facts.add(new UnderstoodFact("wydarzenie", event.title(), event.titleSource(), null));
    facts.add(new UnderstoodFact("stan", event.status().polish(), event.statusSource(), null));
    for (Session session : event.sessions()) {
      facts.add(new UnderstoodFact("termin", session(session), session.source(), null));
    }
    for (FactKind kind : FactKind.values()) {
      Fact fact = event.fact(kind);
      if (fact != null) {
        facts.add(new UnderstoodFact(kind.key(), value(fact), fact.source(), fact.origin()));
      }
    }
    return facts;
  }

  /** Its values in one line. */
  public static String value(Fact fact) {
    return String.join("; ", fact.values()).replaceAll("\\s+", " ");
  }

  /** When and where a session is: "czwartek 17 lutego 2022, 9:00–10:30, Europe/Warsaw". */
  public static String session(Session session) {
    var parts = new ArrayList<String>();
    parts.add(
        PolishDates.weekday(session.date().getDayOfWeek())
            + " "
            + PolishDates.date(session.date()));
    parts.add(hours(session));
    parts.add(session.zone().getId());
    if (session.place() != null) {
      parts.add(session.place());
    }
    if (session.description() != null) {
      parts.add(session.description());
    }
    return String.join(", ", parts);
  }

  /** "9:00–10:30", "bez godziny". */
  public static String hours(Session session) {
    String start =
        session.startTime() == null ? "bez godziny" : PolishDates.hour(session.startTime());
    return session.end() == null ? start : start + "–" + end(session.end(), session);
  }

  private static String end(LocalDateTime end, Session session) {
    String hour = PolishDates.hour(end.toLocalTime());
    return end.toLocalDate().equals(session.date())
        ? hour
        : hour + " " + PolishDates.date(end.toLocalDate());
  }
}
