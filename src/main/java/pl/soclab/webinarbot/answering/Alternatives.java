package pl.soclab.webinarbot.answering;

import java.util.List;
import java.util.Set;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.StopWords;
import pl.soclab.webinarbot.language.Word;

/** "Symultaniczne czy konsekutywne?": a question that leaves a choice of two. */
final class Alternatives {
  private static final StopWords STOP_WORDS = StopWords.load();
  private static final Set<String> OR = Set.of("czy", "albo", "lub", "or", "чи", "або");
  private static final int SHORTEST = 4;

  private Alternatives() {}

  /** Whether a question leaves a choice of which a fact says neither. */
  static boolean areNot(Asked question, Fact fact) {
    List<Word> words = question.words();
    Set<String> said = Asked.of(FactWriter.joined(fact.values())).lemmas();
    for (int i = 1; i + 1 < words.size(); i++) {
      if (OR.contains(words.get(i).folded())
          && isContent(words.get(i - 1))
          && isContent(words.get(i + 1))) {
        return !isSaid(words.get(i - 1), said) && !isSaid(words.get(i + 1), said);
      }
    }
    return false;
  }

  private static boolean isContent(Word word) {
    return word.folded().length() >= SHORTEST && !STOP_WORDS.contains(word.folded());
  }

  private static boolean isSaid(Word word, Set<String> said) {
    return Lemmatizer.polish().lemmas(word.folded()).stream().anyMatch(said::contains);
  }
}
