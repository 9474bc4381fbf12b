package pl.soclab.webinarbot.answering;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;

/** A language that residents write in and are answered in. */
enum Language {
  POLISH("pl"),
  ENGLISH("en"),
  UKRAINIAN("uk");

  /**
   * Words that an English sentence hardly does without and a Polish one hardly has; "do" and "to"
   * are Polish too.
   */
  private static final Set<String> ENGLISH_WORDS =
      Set.of(
          "the", "is", "are", "what", "when", "where", "who", "how", "which", "will", "be", "can",
          "does", "i", "my", "you", "your", "it", "for", "of", "in", "and", "there", "please",
          "hello", "hi", "thanks", "thank", "time", "get", "any", "a", "this", "an", "at", "on",
          "need", "have");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** ISO 639-1. */
  String code() {
    return code;
  }

  /** The language of an IETF tag; Polish for null and for every other one. */
  static Language ofTag(@Nullable String tag) {
    String code = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
    return Arrays.stream(values())
        .filter(language -> language.code.equals(code))
        .findFirst()
        .orElse(POLISH);
  }

  /** The language of a message; Polish where in doubt. */
  static Language of(List<Word> words) {
    if (isMostlyCyrillic(words)) {
      return UKRAINIAN;
    }
    long english = words.stream().filter(word -> ENGLISH_WORDS.contains(word.folded())).count();
    long polish =
        words.stream()
            .filter(
                word ->
                    !ENGLISH_WORDS.contains(word.folded())
                        && Lemmatizer.polish().knows(word.folded()))
            .count();
    return english > polish && english > 0 && words.size() > 1 ? ENGLISH : POLISH;
  }

  /** Whether more than half of the words are in Cyrillic letters. */
  static boolean isMostlyCyrillic(List<Word> words) {
    return words.stream().filter(word -> isCyrillic(word.folded())).count() * 2 > words.size();
  }

  static boolean isCyrillic(String word) {
    return word.chars()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
  }
}
