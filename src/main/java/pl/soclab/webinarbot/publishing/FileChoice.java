package pl.soclab.webinarbot.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which file a text may go to.
 *
 * @param certain the one that it certainly belongs to; null where the organiser has to say
 * @param likely others that it may belong to, the likeliest first
 * @param newEvent the file that it would get under {@code wydarzenia/} as a new event
 * @param newText the file that it would get under {@code informacje/}; null for what is an event
 */
public record FileChoice(
    @Nullable String certain, List<String> likely, String newEvent, @Nullable String newText) {
  public FileChoice {
    likely = List.copyOf(likely);
  }
}
