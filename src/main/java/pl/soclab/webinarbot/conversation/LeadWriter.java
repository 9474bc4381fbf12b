package pl.soclab.webinarbot.conversation;

import java.time.Duration;
import java.util.List;
import pl.soclab.webinarbot.language.PolishDates;

/** Says how long before a start reminders come, and how long it is until a start. */
record LeadWriter(Phrases phrases) {
  private static final int DAYS_OF_WEEK = 7;
  private static final int MINUTES_OF_HOUR = 60;

  /** Up to here the minutes behind the hours are worth saying. */
  private static final int FEW_HOURS = 3;

  /** "dzień, godzinę i 10 minut". */
  String all(List<Duration> leads) {
    List<String> words = leads.stream().map(this::one).toList();
    if (words.size() == 1) {
      return words.getFirst();
    }
    return phrases.get(
        "and", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
  }

  private String one(Duration lead) {
    long minutes = lead.toMinutes();
    if (minutes % MINUTES_OF_HOUR != 0) {
      return counted("unit.minutes", minutes);
    }
    if (lead.toHours() % Duration.ofDays(1).toHours() != 0) {
      return counted("unit.hours", lead.toHours());
    }
    return days(lead.toDays());
  }

  private String days(long days) {
    return days % DAYS_OF_WEEK == 0
        ? counted("unit.weeks", days / DAYS_OF_WEEK)
        : counted("unit.days", days);
  }

  /** "za 9 dni". */
  String inDays(long days) {
    return phrases.get("in", days(days));
  }

  /** "za godzinę", "za 10 minut"; a minute that has begun counts whole. */
  String in(Duration left) {
    long minutes = left.plusMinutes(1).minusNanos(1).toMinutes();
    long hours = minutes / MINUTES_OF_HOUR;
    long rest = hours < FEW_HOURS ? minutes % MINUTES_OF_HOUR : 0;
    if (hours == 0) {
      return phrases.get("in", counted("unit.minutes", Math.max(1, rest)));
    }
    String whole = counted("unit.hours", hours);
    return phrases.get(
        "in", rest == 0 ? whole : phrases.get("and", whole, counted("unit.minutes", rest)));
  }

  private String counted(String unit, long number) {
    String[] forms = phrases.get(unit, number).split("\\|", -1);
    boolean endsInOne = number % 10 == 1 && number % 100 != 11;
    if (phrases.language() == ReplyLanguage.UKRAINIAN && endsInOne && number > 1) {
      return number + " " + forms[0];
    }
    // The number stands in the forms, so that "godzinę" needs none.
    String counted = PolishDates.counted(number, forms[0], forms[1], forms[2]);
    return counted.substring(counted.indexOf(' ') + 1);
  }
}
