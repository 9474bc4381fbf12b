package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import morfologik.stemming.WordData;
import morfologik.stemming.polish.PolishStemmer;

/**
 * Fills the sentences of {@code generated.txt}: the same ones for the same seed. {@code {word}} is
 * a word of the Polish dictionary, a few of them often and most of them seldom, as in any text.
 */
final class Slots {
  private static final Pattern SLOT = Pattern.compile("\\{(\\p{Lower}+)}");
  private static final List<String> WORDS = words();

  private final Map<String, List<String>> lines;
  private final Random random;

  Slots(long seed) {
    this.lines = lines();
    this.random = new Random(seed);
  }

  private static Map<String, List<String>> lines() {
    var lines = new LinkedHashMap<String, List<String>>();
    String section = "";
    for (String line : resource().split("\n")) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.startsWith("#") && !line.isBlank()) {
        lines.computeIfAbsent(section, ignored -> new ArrayList<>()).add(line);
      }
    }
    return lines;
  }

  private static String resource() {
    try (InputStream in =
        Objects.requireNonNull(Slots.class.getResourceAsStream("generated.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Nouns of the dictionary in their first form, in an order of no meaning. */
  private static List<String> words() {
    var words = new ArrayList<String>();
    String last = "";
    for (WordData data : new PolishStemmer()) {
      String word = data.getWord().toString();
      CharSequence tag = data.getTag();
      boolean isFirstForm = word.contentEquals(data.getStem());
      if (isFirstForm
          && tag != null
          && tag.toString().startsWith("subst:sg:nom")
          && word.equals(word.toLowerCase(Locale.ROOT))
          && word.length() > 3
          && !word.equals(last)) {
        words.add(word);
        last = word;
      }
    }
    java.util.Collections.shuffle(words, new Random(1));
    return List.copyOf(words.subList(0, Math.min(40_000, words.size())));
  }

  int number(int below) {
    return random.nextInt(below);
  }

  /** A line of a section, its slots filled. */
  String line(String section) {
    if (section.equals("word")) {
      double share = random.nextDouble();
      return WORDS.get((int) (share * share * share * WORDS.size()));
    }
    if (section.equals("number")) {
      return String.valueOf(2 + random.nextInt(98));
    }
    List<String> all = Objects.requireNonNull(lines.get(section), section);
    return fill(all.get(random.nextInt(all.size())));
  }

  String fill(String text) {
    return SLOT.matcher(text).replaceAll(slot -> line(slot.group(1)));
  }
}
