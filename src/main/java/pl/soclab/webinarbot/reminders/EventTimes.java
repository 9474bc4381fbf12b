package pl.soclab.webinarbot.reminders;

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
 * @param status planned, cancelled or put off
 * @param zone the event's zone
 * @param starts in order
 */
public record EventTimes(Event.Status status, ZoneId zone, List<Start> starts) {
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
  }

  public EventTimes {
    starts = List.copyOf(starts);
  }

  /** The times of an event as its file gives them now. */
  public static EventTimes of(Event event) {
    return new EventTimes(
        event.status(),
        event.zone(),
        event.sessions().stream()
            .map(session -> new Start(session.date(), session.startTime()))
            .toList());
  }

  /** Reads what {@link #toString} wrote. */
  public static EventTimes parse(String text) {
    String[] parts = text.split(" ", -1);
    return new EventTimes(
        Event.Status.valueOf(parts[0]),
        ZoneId.of(parts[1]),
        Arrays.stream(parts).skip(2).map(Start::parse).toList());
  }

  /** As it is stored: "PLANNED Europe/Warsaw 2022-02-17T09:00 2022-02-18". */
  @Override
  public String toString() {
    String all = starts.stream().map(start -> " " + start).collect(Collectors.joining());
    return status + " " + zone + all;
  }
}
