package pl.soclab.webinarbot.questions;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The words of {@code open_questions_pl.properties}. */
final class OpenQuestionWords {
  private static final String FILE = "open_questions_pl.properties";
  private static final Properties WORDS = load();

  private OpenQuestionWords() {}

  private static Properties load() {
    var words = new Properties();
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(OpenQuestionWords.class.getResourceAsStream(FILE), FILE),
            StandardCharsets.UTF_8)) {
      words.load(reader);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  static String get(String key) {
    return Objects.requireNonNull(WORDS.getProperty(key), key);
  }

  static List<String> list(String key) {
    return List.of(get(key).split(",", -1));
  }
}
