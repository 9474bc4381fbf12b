package pl.soclab.webinarbot.conversation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.soclab.webinarbot.language.ResourceFile;
import pl.soclab.webinarbot.messaging.RichText;

/**
 * The bot's own sentences, from {@code conversation_*.properties}; {@code {0}} stands for what is
 * put in. What a language does not have is said in Polish.
 */
final class Phrases {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Map<ReplyLanguage, Phrases> LOADED = loadAll();

  private final ReplyLanguage language;
  private final Properties sentences;

  private Phrases(ReplyLanguage language, Properties sentences) {
    this.language = language;
    this.sentences = sentences;
  }

  static Phrases in(ReplyLanguage language) {
    return Objects.requireNonNull(LOADED.get(language));
  }

  private static Map<ReplyLanguage, Phrases> loadAll() {
    var loaded = new EnumMap<ReplyLanguage, Phrases>(ReplyLanguage.class);
    Properties polish = load(ReplyLanguage.POLISH, new Properties());
    for (ReplyLanguage language : ReplyLanguage.values()) {
      loaded.put(
          language,
          new Phrases(
              language,
              language == ReplyLanguage.POLISH ? polish : load(language, new Properties(polish))));
    }
    return loaded;
  }

  private static Properties load(ReplyLanguage language, Properties sentences) {
    String name = "conversation_" + language.code() + ".properties";
    ResourceFile.addTo(sentences, Phrases.class, name);
    return sentences;
  }

  ReplyLanguage language() {
    return language;
  }

  /** The sentence with that key, with what is put in. */
  String get(String key, Object... values) {
    return rich(key, values).text();
  }

  /** Likewise; a value that is a {@link RichText} keeps its styles. */
  RichText rich(String key, Object... values) {
    String sentence = sentences.getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException("No such sentence in conversation_pl.properties: " + key);
    }
    var text = new RichText.Builder();
    Matcher place = PLACE.matcher(sentence);
    int from = 0;
    while (place.find()) {
      text.plain(sentence.substring(from, place.start()));
      from = place.end();
      int index = Integer.parseInt(place.group(1));
      if (index >= values.length) {
        throw new IllegalArgumentException(key + " needs more than " + Arrays.toString(values));
      }
      if (values[index] instanceof RichText rich) {
        text.append(rich);
      } else {
        text.plain(String.valueOf(values[index]));
      }
    }
    return text.plain(sentence.substring(from)).build();
  }
}
