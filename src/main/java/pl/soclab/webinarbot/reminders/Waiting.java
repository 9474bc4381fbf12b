package pl.soclab.webinarbot.reminders;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Knowledge;

/** What is still to be sent, for those who watch over the program. Safe for use by many threads. */
public final class Waiting {
  private static final Set<Broadcast.State> BEGUN =
      EnumSet.of(Broadcast.State.RUNNING, Broadcast.State.PAUSED);

  private final Supplier<Knowledge> knowledge;
  private final Broadcasts broadcasts;
  private final QuietHours quiet;

  /**
   * Wires it.
   *
   * @param knowledge gives the newest snapshot
   */
  public Waiting(Supplier<Knowledge> knowledge, Broadcasts broadcasts, QuietHours quiet) {
    this.knowledge = knowledge;
    this.broadcasts = broadcasts;
    this.quiet = quiet;
  }

  /**
   * When something is due next: a reminder that follows from the files, whether anybody subscribed
   * or not, or a message that was written for later; null for nothing.
   */
  public @Nullable Instant next(Instant now) {
    Stream<Instant> planned =
        knowledge.get().events().stream()
            .flatMap(event -> Plan.of(event, quiet).stream())
            .map(PlannedReminder::due);
    Stream<Instant> scheduled =
        broadcasts.in(EnumSet.of(Broadcast.State.SCHEDULED)).stream().map(Broadcast::due);
    return Stream.concat(planned, scheduled)
        .filter(due -> due.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** How many messages of broadcasts that have begun were not sent yet; paused ones too. */
  public long messages() {
    return broadcasts.in(BEGUN).stream()
        .mapToLong(broadcast -> broadcasts.progress(broadcast.id()).left())
        .sum();
  }
}
