package pl.soclab.webinarbot.answering;

import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.ResourceFile;

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
    ResourceFile.addTo(sentences, Wording.class, name);
    return sentences;
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
