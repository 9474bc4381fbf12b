package pl.soclab.webinarbot.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Passage;

/** The passages of one file, looked through once for as long as the file does not change. */
final class IndexedFile {
  private final String name;
  private final List<Passage> passages;
  private final List<IndexedPassage> indexed;

  private final Set<String> eventIds;
  private final int sentences;

  /** Of each event that its passages are about, the lemmas of their texts; made when asked for. */
  private volatile @Nullable Map<String, Set<String>> ofEvents;

  private IndexedFile(String name, List<Passage> passages, List<IndexedPassage> indexed) {
    this.name = name;
    this.passages = passages;
    this.indexed = indexed;
    this.sentences = indexed.stream().mapToInt(passage -> passage.sentences().size()).sum();
    this.eventIds =
        passages.stream()
            .map(Passage::eventId)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Looks the passages of a file through. */
  static IndexedFile of(String name, List<Passage> passages, WordForms forms) {
    var headings = new HashMap<List<String>, Set<String>>();
    var indexed = new ArrayList<IndexedPassage>();
    for (Passage passage : passages) {
      Set<String> over =
          headings.computeIfAbsent(
              passage.headings(),
              texts -> Set.copyOf(KnowledgeIndex.lemmas(String.join(" ", texts))));
      indexed.add(IndexedPassage.of(passage, over, forms));
    }
    return new IndexedFile(name, passages, List.copyOf(indexed));
  }

  /** The passages of each file, in their order. */
  static Map<String, List<Passage>> byFile(List<Passage> passages) {
    var files = new LinkedHashMap<String, List<Passage>>();
    for (Passage passage : passages) {
      files.computeIfAbsent(passage.source().file(), ignored -> new ArrayList<>()).add(passage);
    }
    return files;
  }

  /** Those of some files, by their names, that others are not, or not the same. */
  static List<IndexedFile> changed(
      Map<String, IndexedFile> files, Map<String, IndexedFile> others) {
    return files.values().stream().filter(file -> others.get(file.name()) != file).toList();
  }

  String name() {
    return name;
  }

  List<IndexedPassage> passages() {
    return indexed;
  }

  boolean isOf(List<Passage> others) {
    return passages.equals(others);
  }

  int sentences() {
    return sentences;
  }

  /** How many sentences stand in a passage with the lemma. */
  Map<String, Integer> frequencies() {
    var frequencies = new HashMap<String, Integer>();
    for (IndexedPassage passage : indexed) {
      int count = passage.sentences().size();
      passage.own().forEach(lemma -> frequencies.merge(lemma, count, Integer::sum));
    }
    return frequencies;
  }

  /** The events that its passages are about. */
  Set<String> eventIds() {
    return eventIds;
  }

  /** Of each event that its passages are about, the lemmas of their texts. */
  Map<String, Set<String>> ofEvents() {
    Map<String, Set<String>> made = ofEvents;
    if (made == null) {
      made = new HashMap<>();
      for (IndexedPassage passage : indexed) {
        String eventId = passage.passage().eventId();
        if (eventId != null) {
          made.computeIfAbsent(eventId, ignored -> new HashSet<>()).addAll(passage.own());
        }
      }
      ofEvents = made;
    }
    return made;
  }
}
