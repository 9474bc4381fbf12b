package pl.soclab.webinarbot.answering;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The sentences around the facts, from {@code wording_*.properties}; {@code {0}} stands for what is
 * put in.
 */
final class Wording {
  private final Properties sentences;

  private Wording(Properties sentences) {
    this.sentences = sentences;
  }

  static Wording polish() {
    var sentences = new Properties();
    try (InputStream stream =
            Objects.requireNonNull(
                Wording.class.getResourceAsStream("wording_pl.properties"),
                "wording_pl.properties");
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      sentences.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("wording_pl.properties cannot be read", e);
    }
    return new Wording(sentences);
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
}
