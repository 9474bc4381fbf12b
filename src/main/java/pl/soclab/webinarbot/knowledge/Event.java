package pl.soclab.webinarbot.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as its file describes it.
 *
 * @param id the file's name without folder and extension, e.g. {@code 2022-02-17-citizenlab}; also
 *     in deep links
 * @param title never blank
 * @param titleSource where the title stands
 * @param zone where its local times are told; {@code Europe/Warsaw} unless the file says otherwise
 * @param sessions in order of their start; empty where no date could be read
 * @param facts at most one of a kind; a kind that is missing was not said
 * @param status planned, cancelled or moved
 * @param statusSource where the status stands; null where it is the default
 * @param reminders how long before each session's start, longest first; the default where the file
 *     does not say
 * @param file relative to the knowledge folder
 */
public record Event(
    String id,
    String title,
    SourceLine titleSource,
    ZoneId zone,
    List<Session> sessions,
    Map<FactKind, Fact> facts,
    Status status,
    @Nullable SourceLine statusSource,
    List<Duration> reminders,
    String file) {

  /** {@code stan:} in the front matter. */
  public enum Status {
    PLANNED("zaplanowane"),
    CANCELLED("odwołane"),
    MOVED("przełożone");

    private final String polish;

    Status(String polish) {
      this.polish = polish;
    }

    public String polish() {
      return polish;
    }
  }

  public Event {
    sessions = List.copyOf(sessions);
    facts = Map.copyOf(facts);
    reminders = List.copyOf(reminders);
  }

  /** The session under way or next to come; null where all are over, or where there is none. */
  public @Nullable Session next(Instant now) {
    return sessions.stream().filter(session -> !session.isOver(now)).findFirst().orElse(null);
  }

  /** The fact of that kind; null where the files do not say. */
  public @Nullable Fact fact(FactKind kind) {
    return facts.get(kind);
  }
}
