package pl.soclab.webinarbot.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import pl.soclab.webinarbot.knowledge.Knowledge;

/**
 * Tells two snapshots apart by their files. A number a file is kept, and not the former snapshot:
 * it may be large.
 */
record ChangedFiles(Map<String, Integer> numbers) {
  /** Those of a snapshot. */
  static ChangedFiles of(Knowledge knowledge) {
    var numbers = new HashMap<String, Integer>();
    knowledge.events().forEach(event -> add(numbers, event.file(), event));
    knowledge.passages().forEach(passage -> add(numbers, passage.source().file(), passage));
    knowledge.readyAnswers().forEach(ready -> add(numbers, ready.source().file(), ready));
    knowledge.synonyms().forEach(rule -> add(numbers, rule.source().file(), rule));
    knowledge.phrasings().forEach(phrasing -> add(numbers, phrasing.source().file(), phrasing));
    return new ChangedFiles(numbers);
  }

  private static void add(Map<String, Integer> numbers, String file, Object part) {
    numbers.merge(file, part.hashCode(), (before, more) -> 31 * before + more);
  }

  /** The files that are not as they were, are new or gone; in the order of their names. */
  List<String> since(ChangedFiles former) {
    var changed = new TreeSet<String>(numbers.keySet());
    changed.addAll(former.numbers.keySet());
    changed.removeIf(file -> Objects.equals(numbers.get(file), former.numbers.get(file)));
    return List.copyOf(changed);
  }
}
