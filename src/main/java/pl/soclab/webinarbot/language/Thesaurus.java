package pl.soclab.webinarbot.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words of everyday speech beside those of announcements that mean the same: {@code thesaurus.txt}.
 * Immutable.
 */
public final class Thesaurus {
  private static final String FILE = "thesaurus.txt";

  private final Map<String, List<String>> groups = new HashMap<>();

  private Thesaurus() {}

  /** The one that the program brings along; takes some tens of milliseconds. */
  public static Thesaurus load() {
    var thesaurus = new Thesaurus();
    ResourceFile.lines(Thesaurus.class, FILE).forEach(thesaurus::add);
    return thesaurus;
  }

  private void add(String line) {
    List<String> group =
        Arrays.stream(line.split(","))
            .flatMap(word -> Lemmatizer.polish().lemmas(Folding.fold(word.strip())).stream())
            .distinct()
            .toList();
    group.forEach(lemma -> groups.putIfAbsent(lemma, group));
  }

  /**
   * The folded lemmas of words that mean the same as one word.
   *
   * @param lemmas the folded lemmas that the word may have
   * @return without those; empty where the word has no group
   */
  public Set<String> alike(Collection<String> lemmas) {
    var alike = new LinkedHashSet<String>();
    lemmas.forEach(lemma -> alike.addAll(groups.getOrDefault(lemma, List.of())));
    alike.removeAll(lemmas);
    return alike;
  }
}
