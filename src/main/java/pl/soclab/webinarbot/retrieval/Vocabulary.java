package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Lemmatizer;

/** The words that are typed and written here, to look for the nearest one among them. */
final class Vocabulary {
  private final IndexReader reader;
  private final WordIndex typed;
  private final WordIndex written;
  private final Map<String, Integer> ofGone;
  private final Map<String, Integer> ofAdded;
  private final DirectSpellChecker oneError;
  private final DirectSpellChecker twoErrors;

  /**
   * Puts words together.
   *
   * @param typed as {@link #ofTyped} makes it
   * @param written each counts the same
   * @param gone words of {@code written} that no longer count
   * @param added words that are not in {@code written} and count too
   * @param shortest shorter words are near to everything
   */
  Vocabulary(
      WordIndex typed,
      WordIndex written,
      Collection<String> gone,
      Collection<String> added,
      int shortest) {
    this.typed = typed;
    this.written = written;
    this.ofGone = WordIndex.lemmas(gone);
    this.ofAdded = WordIndex.lemmas(added);
    this.oneError = checker(1, shortest);
    this.twoErrors = checker(2, shortest);
    var readers = new ArrayList<IndexReader>();
    readers.add(typed.reader());
    readers.add(
        gone.isEmpty() ? written.reader() : new WithoutWords(written.reader(), Set.copyOf(gone)));
    if (!added.isEmpty()) {
      readers.add(WordIndex.of(List.of(added)).reader());
    }
    try {
      reader = new MultiReader(readers.toArray(IndexReader[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException("The vocabulary in memory cannot be read", e);
    }
  }

  /**
   * Words that people type: of two that are as near, the more frequent one is taken.
   *
   * @param typed the most frequent first
   */
  static WordIndex ofTyped(Collection<String> typed) {
    int half = typed.size() / 2;
    return WordIndex.of(
        List.of(
            typed,
            typed.stream().limit(half).toList(),
            typed.stream().limit(half / 4).toList(),
            typed.stream().limit(half / 16).toList()));
  }

  private static DirectSpellChecker checker(int errors, int shortest) {
    var checker = new DirectSpellChecker();
    checker.setMaxEdits(errors);
    checker.setMinPrefix(0);
    checker.setMinQueryLength(shortest);
    checker.setAccuracy(0.5f);
    checker.setMaxQueryFrequency(0.99f);
    return checker;
  }

  /** Whether one of the words is a form of the same word. */
  boolean hasFormOf(String word) {
    return Lemmatizer.polish().lemmas(word).stream().anyMatch(this::hasLemma);
  }

  private boolean hasLemma(String lemma) {
    int count =
        written.lemmas().getOrDefault(lemma, 0)
            - ofGone.getOrDefault(lemma, 0)
            + ofAdded.getOrDefault(lemma, 0);
    return count > 0 || typed.lemmas().containsKey(lemma);
  }

  /** The nearest word with one letter wrong, missing, too much or swapped; null for none. */
  @Nullable String withOneError(String word) {
    return nearest(word, oneError);
  }

  /** The nearest word with two such errors; null for none. */
  @Nullable String withTwoErrors(String word) {
    return nearest(word, twoErrors);
  }

  private @Nullable String nearest(String word, DirectSpellChecker checker) {
    try {
      SuggestWord[] found =
          checker.suggestSimilar(
              new Term(WordIndex.WORD, word), 1, reader, SuggestMode.SUGGEST_ALWAYS);
      return found.length == 0 ? null : found[0].string;
    } catch (IOException e) {
      throw new UncheckedIOException("The vocabulary in memory cannot be read", e);
    }
  }
}
