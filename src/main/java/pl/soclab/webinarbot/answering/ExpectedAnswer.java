package pl.soclab.webinarbot.answering;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pl.soclab.webinarbot.language.Word;

/**
 * What a sentence must hold to answer a question, by its question word: "kiedy" wants a date or an
 * hour, "ile" a number.
 */
enum ExpectedAnswer {
  DATE,
  NUMBER,
  PERSON,
  ADDRESS,
  ANYTHING;

  private static final Set<String> WHEN =
      Set.of("kiedy", "kiedys", "miesiacu", "roku", "terminie", "when");
  private static final Set<String> HOW_MUCH = Set.of("ile", "ilu", "iloma", "how", "wielu");
  private static final Set<String> WHO = Set.of("kto", "kogo", "kim", "komu", "who");
  private static final Set<String> MONEY =
      Set.of("kosztuje", "kwota", "kwote", "pieniedzy", "zl", "euro");
  private static final Pattern DATE_LIKE =
      Pattern.compile(
          "\\d|stycz|lut(y|ego|ym)|mar(zec|ca|cu)|kwie(cień|tni)|maj(u|a)?\\b|czerw(iec|c)|lip(iec|c)|sierp|wrze(sień|śni)|paździer|listopad|grud(zień|ni)"
              + "|poniedział|wtor|środ|czwart|piąt|sobot|niedziel");
  private static final Pattern NAME_LIKE =
      Pattern.compile("\\p{Lu}\\p{Ll}+ \\p{Lu}|(?<=\\p{L} )\\p{Lu}");

  /** What a question expects. */
  static ExpectedAnswer of(String question) {
    List<String> words = Word.of(question).stream().map(Word::folded).toList();
    if (words.stream().anyMatch(HOW_MUCH::contains) || words.stream().anyMatch(MONEY::contains)) {
      return NUMBER;
    }
    if (words.stream().anyMatch(WHEN::contains)) {
      return DATE;
    }
    if (words.stream().anyMatch(WHO::contains)) {
      return PERSON;
    }
    return question.contains("@") || words.contains("mail") || words.contains("email")
        ? ADDRESS
        : ANYTHING;
  }

  /** Whether a sentence holds it. */
  boolean isIn(String sentence) {
    return switch (this) {
      case DATE -> DATE_LIKE.matcher(sentence).find();
      case NUMBER -> sentence.chars().anyMatch(Character::isDigit);
      case PERSON -> NAME_LIKE.matcher(sentence).find();
      case ADDRESS -> sentence.contains("@");
      case ANYTHING -> true;
    };
  }
}
