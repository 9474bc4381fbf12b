package pl.soclab.webinarbot.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;

/**
 * The sentences of a snapshot, searchable by the words of a question: first the passages, then the
 * sentences in them. Immutable; safe for use by many threads. The index of a later snapshot is made
 * from that of the one before, and shares with it what has not changed.
 */
public final class KnowledgeIndex {
  /** A sentence must not carry its passage past one that has more of the question. */
  private static final double SENTENCE_WEIGHT = 0.5;

  private static final int REMEMBERED = 4;

  private final PassageSearch search;
  private final WordForms forms;
  private final SentenceScores scores;
  private final Map<String, IndexedFile> files;

  /** The files that say something of each event. */
  private final Map<String, List<IndexedFile>> ofEvents = new HashMap<>();

  /** How many sentences stand in a passage with the lemma. */
  private final Counts frequencies;

  private final int sentences;

  /** An answer looks for the same words up to three times, on its way through the topics. */
  private volatile List<Searched> recent = List.of();

  private record Searched(List<SoughtWord> words, int limit, List<Hit> hits) {}

  private KnowledgeIndex(
      PassageSearch search,
      WordForms forms,
      SentenceScores scores,
      Map<String, IndexedFile> files,
      Counts frequencies) {
    this.search = search;
    this.forms = forms;
    this.scores = scores;
    this.files = files;
    this.frequencies = frequencies;
    int count = 0;
    for (IndexedFile file : files.values()) {
      count += file.sentences();
      for (String eventId : file.eventIds()) {
        ofEvents.computeIfAbsent(eventId, ignored -> new ArrayList<>(1)).add(file);
      }
    }
    this.sentences = count;
  }

  /** Indexes all passages of a snapshot. */
  public static KnowledgeIndex of(Knowledge knowledge) {
    var nothing =
        new KnowledgeIndex(
            PassageSearch.ofNothing(),
            new WordForms(),
            new SentenceScores(),
            Map.of(),
            Counts.none());
    return nothing.next(knowledge).merged();
  }

  /**
   * The index of a later snapshot, for the work of what has changed since this one. This one stays
   * as it is.
   */
  public KnowledgeIndex next(Knowledge knowledge) {
    var now = new LinkedHashMap<String, IndexedFile>();
    IndexedFile.byFile(knowledge.passages()).entrySet().parallelStream()
        .map(file -> indexed(file.getKey(), file.getValue()))
        .forEachOrdered(file -> now.put(file.name(), file));
    List<IndexedFile> come = IndexedFile.changed(now, files);
    List<IndexedFile> gone = IndexedFile.changed(files, now);
    if (come.isEmpty() && gone.isEmpty()) {
      return this;
    }
    Counts counts =
        frequencies.plus(
            Stream.concat(
                come.stream().map(IndexedFile::frequencies),
                gone.stream().map(file -> Counts.negative(file.frequencies()))));
    return new KnowledgeIndex(search.next(now), forms, scores, now, counts);
  }

  private IndexedFile indexed(String name, List<Passage> passages) {
    IndexedFile before = files.get(name);
    return before != null && before.isOf(passages) ? before : IndexedFile.of(name, passages, forms);
  }

  /**
   * The same with the changes of many snapshots worked in, which takes a second where there are
   * 100,000 passages; itself where they are few.
   */
  public KnowledgeIndex tidied() {
    return search.isWorn() ? merged() : this;
  }

  private KnowledgeIndex merged() {
    return new KnowledgeIndex(search.merged(), forms, scores, files, frequencies);
  }

  /** The folded lemmas of a text. */
  public static Set<String> lemmas(String text) {
    var lemmas = new LinkedHashSet<String>();
    Word.of(text).forEach(word -> lemmas.addAll(Lemmatizer.polish().lemmas(word.folded())));
    return lemmas;
  }

  /**
   * The best sentences for some words, the best first.
   *
   * @param words all of them optional
   * @param limit at most so many hits, from at most so many passages
   */
  public List<Hit> search(List<SoughtWord> words, int limit) {
    if (files.isEmpty() || words.isEmpty()) {
      return List.of();
    }
    List<SoughtWord> distinct = words.stream().distinct().toList();
    for (Searched each : recent) {
      if (each.limit() == limit && each.words().equals(distinct)) {
        return each.hits();
      }
    }
    List<Hit> hits = find(distinct, limit);
    recent =
        Stream.concat(Stream.of(new Searched(distinct, limit, hits)), recent.stream())
            .limit(REMEMBERED)
            .toList();
    return hits;
  }

  private List<Hit> find(List<SoughtWord> distinct, int limit) {
    List<PassageSearch.Found> found = search.search(distinct, limit);
    List<double[]> ofSentences =
        scores.of(distinct, found.stream().map(PassageSearch.Found::passage).toList());
    var hits = new ArrayList<Scored>();
    for (int i = 0; i < found.size(); i++) {
      double[] scores = ofSentences.get(i);
      for (int position = 0; position < scores.length; position++) {
        float score = (float) (found.get(i).score() + SENTENCE_WEIGHT * scores[position]);
        hits.add(new Scored(found.get(i).passage(), position, score));
      }
    }
    hits.sort(Comparator.comparingDouble(Scored::score).reversed());
    return hits.stream().limit(limit).map(Scored::hit).toList();
  }

  /** A sentence that may be among the best. */
  private record Scored(IndexedPassage passage, int position, float score) {
    Hit hit() {
      return passage.hit(position, score);
    }
  }

  /** Whether a sentence of an event's own text has one of some lemmas. */
  public boolean hasInEvent(Collection<String> lemmas, String eventId) {
    for (IndexedFile file : ofEvents.getOrDefault(eventId, List.of())) {
      Set<String> own = file.ofEvents().getOrDefault(eventId, Set.of());
      if (lemmas.stream().anyMatch(own::contains)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any sentence has one of some lemmas. */
  public boolean has(Collection<String> lemmas) {
    return lemmas.stream().anyMatch(lemma -> frequencies.of(lemma) > 0);
  }

  /**
   * How rare a lemma is among the sentences and their passages: BM25's inverse document frequency;
   * highest for one that no passage holds.
   */
  public double rarity(String lemma) {
    int frequency = frequencies.of(lemma);
    double count = Math.max(1, sentences);
    return Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
  }
}
