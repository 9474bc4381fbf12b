package pl.soclab.webinarbot.answering;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The sentences around the facts, from {@code wording_*.properties}; {@code {0}} stands for what is
 * put in. What a language does not have is said in Polish.
 */
final class Wording {
  private final Language language;
  private final Properties sentences;

  private Wording(Language language, Properties sentences) {
    this.language = language;
    this.sentences = sentences;
  }

  static Wording in(Language language) {
    Properties polish = load(Language.POLISH, new Properties());
    return new Wording(
        language, language == Language.POLISH ? polish : load(language, new Properties(polish)));
  }

  private static Properties load(Language language, Properties sentences) {
    String name = "wording_" + language.code() + ".properties";
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(Wording.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      sentences.load(reader);
      return sentences;
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** The sentence with that key, with what is put in. */
  String get(String key, Object... values) {
    String sentence = find(key);
    if (sentence == null) {
      throw new IllegalArgumentException("No such sentence in wording_pl.properties: " + key);
    }
    for (int i = 0; i < values.length; i++) {
      sentence = sentence.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return sentence;
  }

  /** The sentence with that key; null where there is none. */
  @Nullable String find(String key) {
    return sentences.getProperty(key);
  }

  Language language() {
    return language;
  }

  Locale locale() {
    return Locale.of(language.code());
  }
}
