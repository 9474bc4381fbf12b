package pl.soclab.webinarbot.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The switch, as long as the test runs. */
final class InMemoryBotSwitch implements BotSwitch {
  private final List<Switching> log = new ArrayList<>();

  @Override
  public synchronized @Nullable Switching last() {
    return log.isEmpty() ? null : log.getLast();
  }

  @Override
  public synchronized boolean change(Switching next) {
    return next.revision() == log.size() + 1 && log.add(next);
  }

  /** All changes, the first one first. */
  synchronized List<Switching> log() {
    return List.copyOf(log);
  }
}
