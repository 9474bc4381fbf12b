package pl.soclab.webinarbot.knowledge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;

/** {@code przypomnienia:} how long before the start: "1 dzień", "2 godziny", "pół godziny". */
final class ReminderTimes {
  /** Where the file does not say. */
  static final List<Duration> USUAL =
      List.of(Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(10));

  private static final Pattern TIME =
      Pattern.compile(
          "(?:na )?(?:(?<number>\\d{1,4})\\s*|(?<word>\\p{L}+)\\s+)?(?<unit>tydzien|tygodni\\p{L}*|tyg|dzien|dni|doba|doby|d|godzin\\p{L}*|godz|h|g|minut\\p{L}*|min|m)\\.?"
              + "(?: (?:przed|wczesniej)(?: \\p{L}+)*)?");
  private static final Set<String> NONE = Set.of("brak", "nie", "bez przypomnien", "zadne", "-");
  private static final List<String> NUMBERS =
      List.of("", "jeden", "dwa", "trzy", "cztery", "piec", "szesc", "siedem", "osiem", "dziewiec");
  private static final Duration LONGEST = Duration.ofDays(60);

  private ReminderTimes() {}

  /** The times of a field, longest first; those that are not understood are findings. */
  static List<Duration> read(Field field, Findings findings) {
    var times = new ArrayList<Duration>();
    boolean none = false;
    for (Field.Text text : field.texts()) {
      for (String part : text.text().split("[,;]| i ", -1)) {
        String folded = Folding.fold(part).strip();
        Duration time = time(folded);
        if (time != null) {
          times.add(time);
        } else if (NONE.contains(folded)) {
          none = true;
        } else if (!folded.isEmpty()) {
          findings.error(
              text.source(),
              "Nie wiadomo, kiedy przypomnieć: „"
                  + part.strip()
                  + "”. Proszę napisać na przykład: 1 dzień, 2 godziny, 10 minut.");
        }
      }
    }
    if (times.isEmpty() && !none) {
      return USUAL;
    }
    return times.stream().distinct().sorted(Comparator.reverseOrder()).toList();
  }

  private static @Nullable Duration time(String folded) {
    Matcher matcher = TIME.matcher(folded);
    if (!matcher.matches()) {
      return null;
    }
    Duration unit = unit(matcher.group("unit"));
    Duration time =
        matcher.group("number") != null
            ? unit.multipliedBy(Long.parseLong(matcher.group("number")))
            : inWords(matcher.group("word"), unit);
    boolean possible = time != null && time.isPositive() && time.compareTo(LONGEST) <= 0;
    return possible ? time : null;
  }

  private static @Nullable Duration inWords(@Nullable String word, Duration unit) {
    if (word == null || word.equals("jedna")) {
      return unit;
    }
    return switch (word) {
      case "pol" -> unit.dividedBy(2);
      case "poltorej", "poltora" -> unit.dividedBy(2).multipliedBy(3);
      case "dwie" -> unit.multipliedBy(2);
      default -> {
        int number = NUMBERS.indexOf(word);
        yield number > 0 ? unit.multipliedBy(number) : null;
      }
    };
  }

  private static Duration unit(String folded) {
    return switch (folded.charAt(0)) {
      case 't' -> Duration.ofDays(7);
      case 'd' -> Duration.ofDays(1);
      case 'g', 'h' -> Duration.ofHours(1);
      default -> Duration.ofMinutes(1);
    };
  }
}
