package pl.soclab.webinarbot;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.Knowledge;

/** The answerer over the newest snapshot of the knowledge; swapped whole, so no turn sees two. */
final class CurrentAnswerer implements Supplier<Answerer> {
  private final AtomicReference<Answerer> current;
  private final InstantSource machine;
  private volatile Instant readAt;

  /**
   * Begins with what was read just now.
   *
   * @param machine its own clock, which nobody moves
   */
  CurrentAnswerer(Knowledge knowledge, InstantSource machine) {
    current = new AtomicReference<>(Answerer.of(knowledge));
    this.machine = machine;
    readAt = machine.instant();
  }

  /** When the files were read that are answered from. */
  Instant readAt() {
    return readAt;
  }

  @Override
  public Answerer get() {
    return current.get();
  }

  /** The newest snapshot itself. */
  Knowledge knowledge() {
    return get().knowledge();
  }

  /**
   * Answers from another snapshot from now on; a turn under way ends with the one it began with.
   */
  synchronized void replace(Knowledge knowledge) {
    current.set(get().next(knowledge));
    readAt = machine.instant();
    // Behind the swap, so that nobody waits for it.
    current.set(get().tidied());
  }
}
