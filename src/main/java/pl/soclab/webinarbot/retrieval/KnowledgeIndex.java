package pl.soclab.webinarbot.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Sentences;
import pl.soclab.webinarbot.language.Word;

/**
 * The sentences of a snapshot, searchable by the words of a question: first the passages, then the
 * sentences in them. Immutable; safe for use by many threads.
 */
public final class KnowledgeIndex {
  /** A sentence must not carry its passage past one that has more of the question. */
  private static final double SENTENCE_WEIGHT = 0.5;

  private final PassageSearch search;
  private final WordForms forms;
  private final List<Entry> entries;
  private final int sentences;

  /** The lemmas of each event's own text. */
  private final Map<String, Set<String>> ofEvents = new HashMap<>();

  /** How many sentences stand in a passage with the lemma. */
  private final Map<String, Integer> frequencies = new HashMap<>();

  /**
   * A passage with its sentences.
   *
   * @param own the lemmas of its text
   * @param context those and the lemmas of the headings over it
   */
  private record Entry(
      Passage passage, Set<String> own, Set<String> context, List<Sentence> sentences) {
    List<int[]> forms() {
      return sentences.stream().map(Sentence::forms).toList();
    }
  }

  private record Sentence(String text, Set<String> lemmas, int[] forms) {}

  private KnowledgeIndex(PassageSearch search, WordForms forms, List<Entry> entries) {
    this.search = search;
    this.forms = forms;
    this.entries = entries;
    int count = 0;
    for (Entry entry : entries) {
      count += entry.sentences().size();
      entry
          .own()
          .forEach(lemma -> frequencies.merge(lemma, entry.sentences().size(), Integer::sum));
      String eventId = entry.passage().eventId();
      if (eventId != null) {
        ofEvents.computeIfAbsent(eventId, ignored -> new HashSet<>()).addAll(entry.own());
      }
    }
    this.sentences = count;
  }

  /** Indexes all passages of a snapshot. */
  public static KnowledgeIndex of(Knowledge knowledge) {
    var forms = new WordForms();
    List<Entry> entries =
        knowledge.passages().stream().map(passage -> entry(passage, forms)).toList();
    return new KnowledgeIndex(PassageSearch.of(knowledge.passages()), forms, entries);
  }

  private static Entry entry(Passage passage, WordForms forms) {
    var sentences = new ArrayList<Sentence>();
    var own = new LinkedHashSet<String>();
    for (String text : Sentences.of(passage.text())) {
      int[] words = Word.of(text).stream().mapToInt(word -> forms.add(word.folded())).toArray();
      var lemmas = new LinkedHashSet<String>();
      Arrays.stream(words).forEach(word -> lemmas.addAll(forms.lemmas(word)));
      sentences.add(new Sentence(text, lemmas, words));
      own.addAll(lemmas);
    }
    Set<String> context = lemmas(String.join(" ", passage.headings()));
    context.addAll(own);
    return new Entry(passage, own, context, sentences);
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
    if (entries.isEmpty() || words.isEmpty()) {
      return List.of();
    }
    List<SoughtWord> distinct = words.stream().distinct().toList();
    var scores = new SentenceScores(distinct, forms);
    var hits = new ArrayList<Hit>();
    for (PassageSearch.Found found : search.search(distinct, limit)) {
      Entry entry = entries.get(found.number());
      double[] ofSentences = scores.of(entry.forms());
      for (int i = 0; i < ofSentences.length; i++) {
        hits.add(hit(entry, i, found.score() + SENTENCE_WEIGHT * ofSentences[i]));
      }
    }
    hits.sort(Comparator.comparingDouble(Hit::score).reversed());
    return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
  }

  private static Hit hit(Entry entry, int position, double score) {
    Sentence sentence = entry.sentences().get(position);
    return new Hit(
        entry.passage(),
        sentence.text(),
        position,
        (float) score,
        sentence.lemmas(),
        entry.context());
  }

  /** Whether a sentence of an event's own text has one of some lemmas. */
  public boolean hasInEvent(Collection<String> lemmas, String eventId) {
    return lemmas.stream()
        .anyMatch(lemma -> ofEvents.getOrDefault(eventId, Set.of()).contains(lemma));
  }

  /** Whether any sentence has one of some lemmas. */
  public boolean has(Collection<String> lemmas) {
    return entries.stream().anyMatch(entry -> lemmas.stream().anyMatch(entry.own()::contains));
  }

  /**
   * How rare a lemma is among the sentences and their passages: BM25's inverse document frequency;
   * highest for one that no passage holds.
   */
  public double rarity(String lemma) {
    int frequency = frequencies.getOrDefault(lemma, 0);
    double count = Math.max(1, sentences);
    return Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
  }
}
