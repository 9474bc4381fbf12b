package pl.soclab.webinarbot.conversation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;

/** The languages in which the bot introduces and explains itself. */
enum ReplyLanguage {
  POLISH("pl"),
  ENGLISH("en"),
  UKRAINIAN("uk");

  private final String code;

  ReplyLanguage(String code) {
    this.code = code;
  }

  /** ISO 639-1. */
  String code() {
    return code;
  }

  Locale locale() {
    return Locale.of(code);
  }

  /**
   * The language of a resident's Telegram.
   *
   * @param tag an IETF tag ({@code uk}, {@code en-GB}); null or any other language gives Polish
   */
  static ReplyLanguage ofTelegram(@Nullable String tag) {
    String language = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
    return switch (language) {
      case "en" -> ENGLISH;
      case "uk" -> UKRAINIAN;
      default -> POLISH;
    };
  }

  /**
   * The language of a typed message. Many people in Poland keep their phone in English and write
   * Polish, so the phone decides only where the words do not.
   */
  static ReplyLanguage ofText(String text, @Nullable String tag) {
    if (text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)) {
      return UKRAINIAN;
    }
    List<Word> words = Word.of(text);
    long polish = words.stream().filter(word -> Lemmatizer.polish().knows(word.folded())).count();
    return !words.isEmpty() && polish * 2 > words.size() ? POLISH : ofTelegram(tag);
  }
}
