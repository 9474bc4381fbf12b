package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Thesaurus;
import pl.soclab.webinarbot.language.Word;
import pl.soclab.webinarbot.retrieval.KnowledgeIndex;

/**
 * Reads a word that no text of the organisers has as one that they have and that means the same:
 * "bazarek" as "targowisko". What a text has needs no interpreter.
 */
final class EverydayWords {
  private static final int SHORTEST = 3;

  /** Concepts of things and people that an event may have; others are what is asked of them. */
  private static final Set<String> OF_THINGS =
      Set.of(
          "building",
          "street",
          "city",
          "nature",
          "stalls",
          "show",
          "sport",
          "attractions",
          "animals-farm",
          "food",
          "crafts",
          "history",
          "profession",
          "person",
          "family",
          "education",
          "religion",
          "clothing",
          "building-work",
          "event-kind",
          "trip",
          "walk",
          "travel");

  private final KnowledgeIndex index;

  EverydayWords(KnowledgeIndex index) {
    this.index = index;
  }

  /** Read when a question first has a word that no text has: most starts of a command never do. */
  private static final class OnFirstUse {
    static final Thesaurus THESAURUS = Thesaurus.load();
  }

  /** Whether a word, by its lemmas, is no more than a thing: no topic is asked for with it. */
  static boolean isThing(List<String> lemmas) {
    return OF_THINGS.containsAll(Features.conceptsOf(lemmas));
  }

  /** The lemmas of a word with those of the texts' words that mean the same. */
  List<String> alike(List<String> lemmas) {
    if (index.has(lemmas)) {
      return lemmas;
    }
    Set<String> inTexts = inTexts(lemmas);
    if (inTexts.isEmpty()) {
      return lemmas;
    }
    var all = new ArrayList<>(lemmas);
    all.addAll(inTexts);
    return List.copyOf(all);
  }

  /** The lemmas of the texts' words that mean the same as some word of a question. */
  Set<String> alikeIn(List<Word> words) {
    var alike = new LinkedHashSet<String>();
    for (Word word : words) {
      List<String> lemmas = Lemmatizer.polish().lemmas(word.folded());
      if (word.folded().length() >= SHORTEST && !index.has(lemmas)) {
        alike.addAll(inTexts(lemmas));
      }
    }
    return alike;
  }

  private Set<String> inTexts(List<String> lemmas) {
    // What topics are asked for with is known well enough: "ile kosztuje budowa" is no "opłata".
    if (!isThing(lemmas)) {
      return Set.of();
    }
    Set<String> alike = OnFirstUse.THESAURUS.alike(lemmas);
    alike.removeIf(lemma -> !index.has(List.of(lemma)));
    return alike;
  }
}
