package pl.soclab.webinarbot.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.evaluation.UnderstoodFact;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.language.PolishDates;

/**
 * One thing that an event's file says otherwise than before.
 *
 * @param name what it is, in Polish
 * @param kind null for what is no {@link Fact}: title, status, times
 * @param before null where nothing was said
 * @param after null where nothing is said any more
 */
public record EventChange(
    String name, @Nullable FactKind kind, @Nullable String before, @Nullable String after) {

  /** What has changed, in the order of a file; empty where either is no event. */
  public static List<EventChange> between(@Nullable Event before, @Nullable Event after) {
    var changes = new ArrayList<EventChange>();
    if (before == null || after == null) {
      return changes;
    }
    add(changes, "tytuł", null, before.title(), after.title());
    add(changes, "stan", null, before.status().polish(), after.status().polish());
    add(changes, "strefa", null, before.zone().getId(), after.zone().getId());
    sessions(changes, before.sessions(), after.sessions());
    for (FactKind kind : FactKind.values()) {
      add(changes, kind.key(), kind, value(before.fact(kind)), value(after.fact(kind)));
    }
    return changes;
  }

  private static @Nullable String value(@Nullable Fact fact) {
    return fact == null ? null : UnderstoodFact.value(fact);
  }

  private static void add(
      List<EventChange> changes,
      String name,
      @Nullable FactKind kind,
      @Nullable String before,
      @Nullable String after) {
    if (!Objects.equals(before, after)) {
      changes.add(new EventChange(name, kind, before, after));
    }
  }

  private static void sessions(
      List<EventChange> changes, List<Session> before, List<Session> after) {
    if (before.size() == 1 && after.size() == 1) {
      session(changes, "", before.getFirst(), after.getFirst());
      return;
    }
    List<Session> gone = without(before, after);
    List<Session> come = without(after, before);
    for (Session former : List.copyOf(gone)) {
      // Another place or another end is a change of one session, not the end of one.
      come.stream()
          .filter(session -> session.startInstant().equals(former.startInstant()))
          .findFirst()
          .ifPresent(
              session -> {
                String which = " (" + PolishDates.dayAndMonth(former.date()) + ")";
                session(changes, which, former, session);
                gone.remove(former);
                come.remove(session);
              });
    }
    gone.forEach(each -> add(changes, "termin", null, UnderstoodFact.session(each), null));
    come.forEach(each -> add(changes, "termin", null, null, UnderstoodFact.session(each)));
  }

  /** Those that do not stand among the others; the lines they stand in do not matter. */
  private static List<Session> without(List<Session> sessions, List<Session> others) {
    List<String> told = others.stream().map(UnderstoodFact::session).toList();
    return new ArrayList<>(
        sessions.stream()
            .filter(session -> !told.contains(UnderstoodFact.session(session)))
            .toList());
  }

  private static void session(
      List<EventChange> changes, String which, Session before, Session after) {
    add(changes, "data" + which, null, day(before), day(after));
    add(
        changes,
        "godzina" + which,
        null,
        UnderstoodFact.hours(before),
        UnderstoodFact.hours(after));
    add(changes, "miejsce terminu" + which, null, before.place(), after.place());
    add(changes, "opis terminu" + which, null, before.description(), after.description());
  }

  private static String day(Session session) {
    return PolishDates.weekday(session.date().getDayOfWeek())
        + " "
        + PolishDates.date(session.date());
  }
}
