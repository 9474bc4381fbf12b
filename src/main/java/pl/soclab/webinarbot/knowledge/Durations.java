package pl.soclab.webinarbot.knowledge;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;

/** Lengths of time as people write them: "1 dzień", "pół godziny", "10 minut przed". */
final class Durations {
  private static final Pattern COUNTED =
      Pattern.compile("(\\d{1,3}|pol)?\\s*(tydz|tyg|dzien|dni|dob|godz|h\\b|min)\\p{L}*.*");

  private Durations() {}

  /** The length of time; null where the text tells none. */
  static @Nullable Duration parse(String text) {
    Matcher counted = COUNTED.matcher(Folding.fold(text.strip()));
    if (!counted.matches()) {
      return null;
    }
    Duration unit =
        switch (counted.group(2)) {
          case "tydz", "tyg" -> Duration.ofDays(7);
          case "dzien", "dni", "dob" -> Duration.ofDays(1);
          case "godz", "h" -> Duration.ofHours(1);
          default -> Duration.ofMinutes(1);
        };
    String number = counted.group(1);
    if (number == null) {
      return unit;
    }
    return number.equals("pol") ? unit.dividedBy(2) : unit.multipliedBy(Long.parseLong(number));
  }
}
