package pl.soclab.webinarbot.preview;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which calls go wrong next, for tests. The oldest fault that fits a call is used up first; a call
 * that none fits goes well.
 */
public final class Faults {
  /** Fits every method. */
  public static final String ANY_METHOD = "*";

  /** The download of a file, which goes wrong as a method does. */
  public static final String DOWNLOAD = "download";

  private static final class Planned {
    private final String method;
    private final @Nullable Long chat;
    private final Fault fault;
    private int times;

    Planned(String method, @Nullable Long chat, int times, Fault fault) {
      this.method = method;
      this.chat = chat;
      this.times = times;
      this.fault = fault;
    }

    boolean fits(String calledMethod, @Nullable Long calledChat) {
      return (method.equals(ANY_METHOD) || method.equalsIgnoreCase(calledMethod))
          && (chat == null || chat.equals(calledChat));
    }
  }

  private final Monitor monitor;
  private final List<Planned> planned = new ArrayList<>();

  Faults(Monitor monitor) {
    this.monitor = monitor;
  }

  /** The next call of a method (in any case, or {@link #ANY_METHOD}) goes wrong. */
  public void next(String method, Fault fault) {
    next(method, 1, fault);
  }

  /** The next {@code times} calls of a method go wrong. */
  public void next(String method, int times, Fault fault) {
    plan(new Planned(method, null, times, fault));
  }

  /** The next {@code times} calls of a method about one chat go wrong. */
  public void nextIn(long chat, String method, int times, Fault fault) {
    plan(new Planned(method, chat, times, fault));
  }

  /** All calls of a method go wrong, until {@link #clear}. */
  public void always(String method, Fault fault) {
    next(method, Integer.MAX_VALUE, fault);
  }

  private void plan(Planned fault) {
    monitor.run(() -> planned.add(fault));
  }

  /** From now on all goes well. */
  public void clear() {
    monitor.run(planned::clear);
  }

  /** The fault for a call, used up by it; null if it goes well. */
  @Nullable Fault take(String method, @Nullable Long chat) {
    return monitor.change(
        () -> {
          for (Iterator<Planned> each = planned.iterator(); each.hasNext(); ) {
            Planned plan = each.next();
            if (plan.fits(method, chat)) {
              if (--plan.times == 0) {
                each.remove();
              }
              return plan.fault;
            }
          }
          return null;
        });
  }
}
