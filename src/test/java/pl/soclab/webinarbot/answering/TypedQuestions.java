package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.List;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.language.Word;
import pl.soclab.webinarbot.retrieval.Hit;
import pl.soclab.webinarbot.retrieval.KnowledgeIndex;
import pl.soclab.webinarbot.retrieval.Spelling;

/**
 * The answerer's way from a typed question to the sentences nearest to it, for measuring: typing
 * errors mended, words sought, sentences found, those first that hold what the question word asks
 * for.
 */
public final class TypedQuestions {
  private final Spelling spelling;
  private final PassageFinder finder;

  private TypedQuestions(Spelling spelling, PassageFinder finder) {
    this.spelling = spelling;
    this.finder = finder;
  }

  /** As an answerer does over a snapshot. */
  public static TypedQuestions over(Knowledge knowledge) {
    List<String> texts = knowledge.passages().stream().map(Passage::text).toList();
    return new TypedQuestions(Spelling.of(ModelFiles.vocabulary(), texts), finder(knowledge));
  }

  /** The same on fewer texts: the spelling still knows the words of all. */
  public TypedQuestions within(Knowledge part) {
    return new TypedQuestions(spelling, finder(part));
  }

  private static PassageFinder finder(Knowledge knowledge) {
    KnowledgeIndex index = KnowledgeIndex.of(knowledge);
    return new PassageFinder(
        index,
        new Synonyms(List.of(), ModelFiles.vocabulary()),
        new EverydayWords(index),
        (topic, lemmas) -> false);
  }

  /** The sentences nearest to a question, the nearest first. */
  public List<Hit> nearest(String typed) {
    return finder.nearest(asked(typed));
  }

  /** The same, those first that hold what the question word asks for. */
  public List<Hit> answering(String typed) {
    Asked asked = asked(typed);
    var expected = ExpectedAnswer.of(asked);
    var holding = new ArrayList<Hit>();
    var others = new ArrayList<Hit>();
    for (Hit hit : finder.nearest(asked)) {
      (expected.isIn(hit) ? holding : others).add(hit);
    }
    holding.addAll(others);
    return holding;
  }

  private Asked asked(String typed) {
    List<Word> words = Word.of(typed);
    return new Asked(typed, spelling.mend(words), Language.of(words));
  }
}
