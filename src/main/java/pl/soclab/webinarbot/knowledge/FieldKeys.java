package pl.soclab.webinarbot.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.ResourceFile;

/** The keys of the front matter, by all the names that {@code field-keys.txt} gives them. */
final class FieldKeys {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Beyond a third of its letters a word is another word, not a slip. */
  private static final int LETTERS_FOR_A_SLIP = 3;

  private final Map<String, FieldKey> byName = new LinkedHashMap<>();

  private FieldKeys() {}

  static FieldKeys load() {
    var keys = new FieldKeys();
    for (FactKind kind : FactKind.values()) {
      keys.byName.put(squeezed(kind.key()), new FieldKey.OfFact(kind));
    }
    for (FileField field : FileField.values()) {
      keys.byName.put(squeezed(field.key()), new FieldKey.OfFile(field));
    }
    ResourceFile.lines(FieldKeys.class, "field-keys.txt").forEach(keys::addNames);
    return keys;
  }

  private void addNames(String line) {
    int colon = line.indexOf(':');
    FieldKey key = byName.get(squeezed(line.substring(0, Math.max(colon, 0))));
    if (key == null) {
      throw new IllegalStateException("field-keys.txt: no such key: " + line);
    }
    for (String name : line.substring(colon + 1).split(",", -1)) {
      FieldKey before = byName.put(squeezed(name), key);
      if (before != null && !before.equals(key)) {
        throw new IllegalStateException("field-keys.txt: two keys have the name " + name.strip());
      }
    }
  }

  /** The key with that name; null where there is none. */
  @Nullable FieldKey find(String written) {
    return byName.get(squeezed(written));
  }

  /** The key whose name is nearest to a mistyped one, as documented; null where none is near. */
  @Nullable FieldKey nearest(String written) {
    String squeezed = squeezed(written);
    FieldKey nearest = null;
    int least = Math.max(1, squeezed.length() / LETTERS_FOR_A_SLIP) + 1;
    for (Map.Entry<String, FieldKey> each : byName.entrySet()) {
      int distance = distance(squeezed, each.getKey());
      boolean documented = squeezed(each.getValue().written()).equals(each.getKey());
      if (distance < least || (distance == least && nearest != null && documented)) {
        nearest = each.getValue();
        least = distance;
      }
    }
    return nearest;
  }

  /** A name as it is compared: "ID-Spotkania" and "id spotkania" are the same. */
  static String squeezed(String name) {
    return BETWEEN_WORDS.matcher(Folding.fold(name)).replaceAll("");
  }

  /** Levenshtein's distance. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
