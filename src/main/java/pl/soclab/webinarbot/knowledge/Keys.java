package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;

/**
 * The keys of the front matter: diacritics, case, spaces, hyphens and underscores do not matter,
 * and the words that organisers use instead are known too ({@code keys.txt}).
 */
final class Keys {
  static final String TITLE = "tytuł";
  static final String START = "początek";
  static final String END = "koniec";
  static final String ZONE = "strefa";
  static final String SESSIONS = "terminy";
  static final String REMINDERS = "przypomnienia";
  static final String STATUS = "stan";
  static final String GENERAL = "ogólne";
  static final String EVENT = "wydarzenie";
  static final String DESCRIPTION = "opis";

  private static final List<String> OTHERS =
      List.of(TITLE, START, END, ZONE, SESSIONS, REMINDERS, STATUS, GENERAL, EVENT, DESCRIPTION);

  private static final Map<String, String> CANONICAL = load();

  private Keys() {}

  private static Map<String, String> load() {
    var canonical = new LinkedHashMap<String, String>();
    for (FactKind kind : FactKind.values()) {
      canonical.put(normal(kind.key()), kind.key());
    }
    OTHERS.forEach(key -> canonical.put(normal(key), key));
    for (String line : Cues.lines("keys.txt")) {
      int colon = line.indexOf(':');
      String key = line.substring(0, colon).strip();
      for (String alias : line.substring(colon + 1).split(",")) {
        canonical.putIfAbsent(normal(alias), key);
      }
    }
    return canonical;
  }

  private static String normal(String key) {
    return Folding.fold(key).replaceAll("[\\s_-]+", "");
  }

  /** The documented spelling of a key; null for an unknown one. */
  static @Nullable String canonical(String key) {
    return CANONICAL.get(normal(key));
  }

  /** The kind of fact that a documented key states; null for the others. */
  static @Nullable FactKind fact(String canonicalKey) {
    for (FactKind kind : FactKind.values()) {
      if (kind.key().equals(canonicalKey)) {
        return kind;
      }
    }
    return null;
  }

  /** The known key nearest to an unknown one; null where none is near. */
  static @Nullable String nearest(String key) {
    String typed = normal(key);
    var keys = new ArrayList<>(CANONICAL.keySet());
    return keys.stream()
        .filter(known -> distance(typed, known) <= Math.max(1, Math.min(3, known.length() / 3)))
        .min(Comparator.comparingInt(known -> distance(typed, known)))
        .map(CANONICAL::get)
        .orElse(null);
  }

  /** Levenshtein's distance. */
  private static int distance(String first, String second) {
    int[] above = new int[second.length() + 1];
    for (int j = 0; j <= second.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= first.length(); i++) {
      int[] row = new int[second.length() + 1];
      row[0] = i;
      for (int j = 1; j <= second.length(); j++) {
        int change = first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
      }
      above = row;
    }
    return above[second.length()];
  }
}
