package pl.soclab.webinarbot.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;

/**
 * What a change is measured by: whether an event takes place, and when its sessions begin.
 *
 * @param status planned, cancelled or moved
 * @param postponed whether it was moved and the starts are still the old ones: no new date is known
 * @param zone the event's zone
 * @param starts in order
 */
public record EventTimes(Event.Status status, boolean postponed, ZoneId zone, List<Start> starts) {
  private static final String POSTPONED = "POSTPONED";

  /**
   * The start of a session.
   *
   * @param time null where the files give no hour
   */
  public record Start(LocalDate date, @Nullable LocalTime time) {
    @Override
    public String toString() {
      return time == null ? date.toString() : date + "T" + time;
    }

    private static Start parse(String text) {
      String[] parts = text.split("T", 2);
      return new Start(
          LocalDate.parse(parts[0]), parts.length == 1 ? null : LocalTime.parse(parts[1]));
    }

    /** The day's end where the hour is unknown. */
    Instant last(ZoneId zone) {
      return time == null
          ? date.plusDays(1).atStartOfDay(zone).toInstant()
          : date.atTime(time).atZone(zone).toInstant();
    }
  }

  public EventTimes {
    starts = List.copyOf(starts);
  }

  /** The times of an event as its file gives them now. */
  public static EventTimes of(Event event) {
    return new EventTimes(
        event.status(),
        false,
        event.zone(),
        event.sessions().stream()
            .map(session -> new Start(session.date(), session.startTime()))
            .toList());
  }

  /**
   * The same in the light of what was known: an event that was marked as moved and kept its date
   * has none for now, until the file gives another.
   */
  public EventTimes after(@Nullable EventTimes known) {
    boolean sameStarts = known != null && known.starts.equals(starts);
    boolean oldDate =
        status == Event.Status.MOVED
            && known != null
            && sameStarts
            && (known.postponed || known.status != Event.Status.MOVED);
    return new EventTimes(status, oldDate, zone, starts);
  }

  /** Whether somebody may come at these starts. */
  public boolean holds() {
    return status != Event.Status.CANCELLED && !postponed;
  }

  /** Whether a resident who knows the other needs to be told of this one. */
  public boolean differsFrom(EventTimes other, Instant now) {
    boolean sameFate =
        holds() == other.holds()
            && (status == Event.Status.CANCELLED) == (other.status == Event.Status.CANCELLED);
    List<Instant> coming = coming(now);
    List<Instant> otherComing = other.coming(now);
    if (sameFate) {
      return holds() && !coming.equals(otherComing) && !(coming.isEmpty() && otherComing.isEmpty());
    }
    return !coming.isEmpty() || !otherComing.isEmpty();
  }

  /** The starts that have not passed. */
  List<Instant> coming(Instant now) {
    return starts.stream()
        .map(start -> start.last(zone))
        .filter(start -> start.isAfter(now))
        .toList();
  }

  /** Reads what {@link #toString} wrote. */
  public static EventTimes parse(String text) {
    String[] parts = text.split(" ", -1);
    boolean postponed = parts[0].equals(POSTPONED);
    return new EventTimes(
        postponed ? Event.Status.MOVED : Event.Status.valueOf(parts[0]),
        postponed,
        ZoneId.of(parts[1]),
        Arrays.stream(parts).skip(2).map(Start::parse).toList());
  }

  /** As it is stored: "PLANNED Europe/Warsaw 2022-02-17T09:00 2022-02-18". */
  @Override
  public String toString() {
    String all = starts.stream().map(start -> " " + start).collect(Collectors.joining());
    return (postponed ? POSTPONED : status.name()) + " " + zone + all;
  }
}
