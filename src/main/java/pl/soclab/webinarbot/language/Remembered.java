package pl.soclab.webinarbot.language;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was worked out of words or texts, until there are too many; then all are forgotten
 * at once, which costs a look where they are and nothing where they are not. Safe for use by many
 * threads.
 */
public final class Remembered<T> {
  private final Map<String, T> known = new ConcurrentHashMap<>();
  private final int most;
  private final Function<String, T> workingOut;

  /**
   * Nothing is remembered yet.
   *
   * @param most how many are remembered
   * @param workingOut gives the same for the same text, and never null
   */
  public Remembered(int most, Function<String, T> workingOut) {
    this.most = most;
    this.workingOut = workingOut;
  }

  /** What belongs to a text. */
  public T of(String text) {
    T remembered = known.get(text);
    if (remembered != null) {
      return remembered;
    }
    T fresh = workingOut.apply(text);
    if (known.size() >= most) {
      known.clear();
    }
    known.put(text, fresh);
    return fresh;
  }
}
