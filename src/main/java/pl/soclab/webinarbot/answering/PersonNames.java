package pl.soclab.webinarbot.answering;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.Lemmatizer;

/**
 * Tells people's names from other capitals: "Microsoft Teams" and "Strategia Rozwoju" are no
 * people.
 */
final class PersonNames {
  private static final Pattern TWO_CAPITALS =
      Pattern.compile("(\\p{Lu}\\p{Ll}+) \\p{Lu}\\p{Ll}+(-\\p{Lu}\\p{Ll}+)?");

  /** A title says that a name follows. */
  private static final Pattern TITLED =
      Pattern.compile(
          "(?<!\\p{L})(dr|prof\\.|mgr|inż\\.|pan|pani|panem|panią|ks\\.)( hab\\.| inż\\.)? \\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+");

  private static final Set<String> GIVEN = WordList.of("given-names.txt");

  private PersonNames() {}

  /** Whether a text names a person by given name and surname. */
  static boolean areIn(String text) {
    if (TITLED.matcher(text).find()) {
      return true;
    }
    Matcher pair = TWO_CAPITALS.matcher(text);
    int from = 0;
    while (pair.find(from)) {
      String first = Folding.fold(pair.group(1));
      if (GIVEN.contains(first)
          || Lemmatizer.polish().lemmas(first).stream().anyMatch(GIVEN::contains)
          || isForeign(first) && isForeign(Folding.fold(pair.group().split(" ")[1]))) {
        return true;
      }
      from = pair.end(1);
    }
    return false;
  }

  /** A name that no dictionary has, and no program's. */
  private static boolean isForeign(String word) {
    return !Lemmatizer.polish().knows(word)
        && !word.equals("microsoft")
        && !word.equals("google")
        && Features.conceptsOf(Lemmatizer.polish().lemmas(word)).isEmpty();
  }
}
