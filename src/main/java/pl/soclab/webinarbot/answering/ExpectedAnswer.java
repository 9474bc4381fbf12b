package pl.soclab.webinarbot.answering;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.language.TimeReader;
import pl.soclab.webinarbot.language.Word;
import pl.soclab.webinarbot.retrieval.Hit;

/**
 * What a sentence must hold to answer a question, by its question words: "kiedy" wants a date or an
 * hour, "ile" a number, "kto był trzeci" a third one.
 *
 * @param kind what is asked for
 * @param ordinals "pierwszy", "drugi" ...: the sentence must speak of the same one
 */
record ExpectedAnswer(Kind kind, Set<String> ordinals) {
  /** What is asked for. */
  enum Kind {
    DATE,
    HOUR,
    NUMBER,
    PERSON,
    NAME,
    ADDRESS,
    ANYTHING
  }

  private static final Set<String> WHEN =
      Set.of("kiedy", "kiedys", "miesiacu", "roku", "terminie", "when");
  private static final Set<String> TIME_WORDS = Set.of("kiedy", "when", "коли");
  private static final Set<String> HOUR_WORDS = Set.of("ktorej", "godzinie", "godzina");
  private static final Set<String> HOW_MUCH =
      Set.of("ile", "ilu", "iloma", "wielu", "many", "much", "kosztuje", "kwota", "kwote");
  private static final Set<String> WHO = Set.of("kto", "kogo", "kim", "komu", "who");
  private static final Set<String> NAMES =
      Set.of("nazwisko", "nazwiska", "nazwiskami", "imie", "imiona", "names", "surname");
  private static final Pattern PERSON_NAME = Pattern.compile("\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+");
  private static final Set<String> ORDINALS =
      Set.of("pierwszy", "drugi", "trzeci", "czwarty", "piaty", "ostatni");
  private static final Pattern DATE_LIKE =
      Pattern.compile(
          "\\d|stycz|lut(y|ego|ym)|mar(zec|ca|cu)|kwie(cień|tni)|maj(u|a)?\\b|czerw(iec|c)|lip(iec|c)"
              + "|sierp|wrze(sień|śni)|paździer|listopad|grud(zień|ni)"
              + "|poniedział|wtor|środ|czwart|piąt|sobot|niedziel");
  private static final Pattern NAME_LIKE =
      Pattern.compile(
          "\\p{Lu}\\p{Ll}+ \\p{Lu}|(?<=\\p{L} )\\p{Lu}|osob|osób|mieszka|uczestni|autor|goś|prelegen");

  /** What a question about a topic expects: a name where people are asked for by name. */
  static ExpectedAnswer of(Asked question, Topic topic) {
    Set<String> lemmas = question.lemmas();
    boolean byName = topic.people() && (lemmas.contains("nazywac") || lemmas.contains("zwac"));
    ExpectedAnswer expected = of(question);
    return byName ? new ExpectedAnswer(Kind.NAME, expected.ordinals()) : expected;
  }

  /** What a question expects. */
  static ExpectedAnswer of(Asked question) {
    List<String> words = question.words().stream().map(Word::folded).toList();
    Set<String> ordinals =
        question.lemmas().stream().filter(ORDINALS::contains).collect(Collectors.toSet());
    return new ExpectedAnswer(kind(question.text(), words), ordinals);
  }

  private static Kind kind(String text, List<String> words) {
    if (words.stream().anyMatch(HOW_MUCH::contains)) {
      return Kind.NUMBER;
    }
    if (HOUR_WORDS.stream().anyMatch(words::contains)) {
      return Kind.HOUR;
    }
    if (words.stream().anyMatch(WHEN::contains)) {
      return Kind.DATE;
    }
    if (words.stream().anyMatch(NAMES::contains)) {
      return Kind.NAME;
    }
    if (words.stream().anyMatch(WHO::contains)) {
      return Kind.PERSON;
    }
    return text.contains("@") || words.contains("mail") || words.contains("email")
        ? Kind.ADDRESS
        : Kind.ANYTHING;
  }

  /** Whether the question word itself tells right sentences from wrong ones. */
  boolean isDefinite() {
    return kind != Kind.ANYTHING && kind != Kind.PERSON;
  }

  /** Whether a day or an hour is asked for; "do którego roku?" asks for neither. */
  static boolean asksForTime(Asked question) {
    return question.words().stream()
        .map(Word::folded)
        .anyMatch(word -> TIME_WORDS.contains(word) || HOUR_WORDS.contains(word));
  }

  /** Whether a sentence holds it. */
  boolean isIn(Hit hit) {
    String sentence = hit.sentence();
    // "Czy zajęła pierwsze miejsce?" is answered by any place; "kto był trzeci?" by the third
    // alone.
    if (kind == Kind.PERSON && !hit.lemmas().containsAll(ordinals)) {
      return false;
    }
    return switch (kind) {
      case DATE -> DATE_LIKE.matcher(sentence).find();
      case HOUR -> !TimeReader.hours(sentence).isEmpty();
      case NUMBER -> sentence.chars().anyMatch(Character::isDigit);
      case PERSON -> NAME_LIKE.matcher(sentence).find();
      case NAME -> PERSON_NAME.matcher(sentence).find();
      case ADDRESS -> sentence.contains("@");
      case ANYTHING -> true;
    };
  }
}
