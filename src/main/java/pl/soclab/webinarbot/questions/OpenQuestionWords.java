package pl.soclab.webinarbot.questions;

import java.util.List;
import java.util.Objects;
import java.util.Properties;
import pl.soclab.webinarbot.language.ResourceFile;

/** The words of {@code open_questions_pl.properties}. */
final class OpenQuestionWords {
  private static final String FILE = "open_questions_pl.properties";
  private static final Properties WORDS = ResourceFile.properties(OpenQuestionWords.class, FILE);

  private OpenQuestionWords() {}

  static String get(String key) {
    return Objects.requireNonNull(WORDS.getProperty(key), key);
  }

  static List<String> list(String key) {
    return List.of(get(key).split(",", -1));
  }
}
