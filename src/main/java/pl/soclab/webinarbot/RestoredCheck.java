package pl.soclab.webinarbot;

import java.time.InstantSource;
import org.springframework.context.SmartLifecycle;

/** Looks whose database it is, before anything is received or sent; gives a last sign of life. */
final class RestoredCheck implements SmartLifecycle {
  private final Installation installation;
  private final RestoredDatabase restored;
  private final InstantSource clock;
  private volatile boolean running;

  RestoredCheck(Installation installation, RestoredDatabase restored, InstantSource clock) {
    this.installation = installation;
    this.restored = restored;
    this.clock = clock;
  }

  @Override
  public void start() {
    var now = clock.instant();
    installation.claim(now, from -> restored.passOver(from, now));
    running = true;
  }

  @Override
  public void stop() {
    installation.alive(clock.instant());
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the bot, whose phase is the last; so it is stopped behind it. */
  @Override
  public int getPhase() {
    return 0;
  }
}
