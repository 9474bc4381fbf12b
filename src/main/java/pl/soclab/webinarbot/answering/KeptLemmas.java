package pl.soclab.webinarbot.answering;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Remembered;
import pl.soclab.webinarbot.language.StopWords;
import pl.soclab.webinarbot.language.Word;

/**
 * The lemmas of texts that each question is compared with: what events are called, where sessions
 * take place. They depend on nothing but the text, so whoever asks first works them out for all.
 */
final class KeptLemmas {
  /** Some hundred events with their sessions; a text takes a kilobyte or two. */
  private static final int MOST = 1000;

  private static final int SHORTEST_THING = 4;

  /** The words of an address name nothing: ".../park" is no session in the park. */
  private static final Pattern ADDRESS = Pattern.compile("\\S+(?:@|\\.\\p{L}{2,}/|://)\\S*");

  private static final StopWords STOP_WORDS = StopWords.load();
  private static final Remembered<Set<String>> ALL =
      new Remembered<>(MOST, text -> Asked.of(text).lemmas());
  private static final Remembered<Set<String>> THINGS = new Remembered<>(MOST, KeptLemmas::things);

  private KeptLemmas() {}

  /** The folded lemmas of a text. */
  static Set<String> of(String text) {
    return ALL.of(text);
  }

  /** The folded lemmas of the words of a text that may name a thing. */
  static Set<String> ofThings(String text) {
    return THINGS.of(text);
  }

  private static Set<String> things(String text) {
    var lemmas = new HashSet<String>();
    for (Word word : Word.of(ADDRESS.matcher(text).replaceAll(" "))) {
      if (word.folded().length() >= SHORTEST_THING && !STOP_WORDS.contains(word.folded())) {
        lemmas.addAll(Lemmatizer.polish().lemmas(word.folded()));
      }
    }
    return Set.copyOf(lemmas);
  }
}
