package pl.soclab.webinarbot.retrieval;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.language.Sentences;
import pl.soclab.webinarbot.language.Word;

/**
 * A passage with its sentences.
 *
 * @param headings the lemmas of the headings over it
 */
record IndexedPassage(Passage passage, Set<String> headings, List<Sentence> sentences) {

  /**
   * A sentence.
   *
   * @param start of it in the passage's text
   * @param end behind its last character
   */
  record Sentence(int start, int end, Set<String> lemmas, WordForm[] forms) {}

  /**
   * Looks a passage through.
   *
   * @param headings the lemmas of the headings over it
   */
  static IndexedPassage of(Passage passage, Set<String> headings, WordForms forms) {
    var sentences = new ArrayList<Sentence>();
    int end = 0;
    for (String text : Sentences.of(passage.text())) {
      int start = passage.text().indexOf(text, end);
      end = start + text.length();
      WordForm[] words =
          Word.of(text).stream().map(word -> forms.of(word.folded())).toArray(WordForm[]::new);
      var lemmas = new HashSet<String>();
      for (WordForm word : words) {
        lemmas.addAll(word.lemmas());
      }
      // A set of few words as the library makes it takes a fifth of the memory of a HashSet.
      sentences.add(new Sentence(start, end, Set.copyOf(lemmas), words));
    }
    return new IndexedPassage(passage, headings, List.copyOf(sentences));
  }

  /** There is one object of each passage; what is kept of it is found by it, not by its words. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** One of its sentences as what was found. */
  Hit hit(int position, float score) {
    Sentence sentence = sentences.get(position);
    String text = passage.text().substring(sentence.start(), sentence.end());
    return new Hit(passage, text, position, score, sentence.lemmas(), new Context());
  }

  /** The lemmas of its text. */
  Set<String> own() {
    var own = new LinkedHashSet<String>();
    sentences.forEach(sentence -> own.addAll(sentence.lemmas()));
    return own;
  }

  /**
   * The lemmas of its text and of the headings over it. Asked of a few words and thrown away:
   * cheaper to look through than to fill.
   */
  private final class Context extends AbstractSet<String> {
    @Override
    public boolean contains(Object lemma) {
      if (headings.contains(lemma)) {
        return true;
      }
      for (Sentence sentence : sentences) {
        if (sentence.lemmas().contains(lemma)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Iterator<String> iterator() {
      Set<String> all = own();
      all.addAll(headings);
      return all.iterator();
    }

    @Override
    public int size() {
      Set<String> all = own();
      all.addAll(headings);
      return all.size();
    }
  }
}
