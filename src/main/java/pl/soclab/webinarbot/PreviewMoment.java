package pl.soclab.webinarbot;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.cli.OpenedFolder;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;

/**
 * When the preview's clock starts.
 *
 * @param zone in which the page shows times
 * @param isSetBack whether all events are past, and the clock starts before the last one
 */
record PreviewMoment(Instant start, ZoneId zone, boolean isSetBack) {
  /** Now; where all events are past, noon of the day before the last one, in its zone. */
  static PreviewMoment of(OpenedFolder folder, boolean startIsSet) {
    Instant now = folder.clock().instant();
    Event last =
        folder.knowledge().events().stream()
            .filter(event -> !event.sessions().isEmpty())
            .max(Comparator.comparing(PreviewMoment::lastInstant))
            .orElse(null);
    if (last == null) {
      return new PreviewMoment(now, ZoneId.of("Europe/Warsaw"), false);
    }
    return startIsSet || lastInstant(last).isAfter(now)
        ? new PreviewMoment(now, last.zone(), false)
        : new PreviewMoment(dayBefore(last), last.zone(), true);
  }

  private static Instant dayBefore(Event event) {
    return event
        .sessions()
        .getFirst()
        .date()
        .minusDays(1)
        .atTime(LocalTime.NOON)
        .atZone(event.zone())
        .toInstant();
  }

  private static Instant lastInstant(Event event) {
    return event.sessions().stream()
        .map(PreviewMoment::end)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Without an end in the files, a session is taken to fill its day. */
  private static Instant end(Session session) {
    @Nullable Instant end = session.endInstant();
    return Objects.requireNonNullElseGet(
        end, () -> session.date().plusDays(1).atStartOfDay(session.zone()).toInstant());
  }
}
