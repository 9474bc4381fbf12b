package pl.soclab.webinarbot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.knowledge.SourceLine;

class SentenceScoresTest {
  private static final SoughtWord PARKING = SoughtWord.of(List.of("parking"));

  private final WordForms forms = new WordForms();
  private final SentenceScores scores = new SentenceScores();

  private IndexedPassage passage(String text) {
    var passage = new Passage(text, List.of(), new SourceLine("a.md", 1), null, false);
    return IndexedPassage.of(passage, Set.of(), forms);
  }

  @Test
  void wordOfOneSentenceTellsItFromTheOthers() {
    IndexedPassage passage = passage("Parking jest za szkołą. Wejście jest od ulicy.");

    double[] found = scores.of(List.of(PARKING), List.of(passage)).getFirst();

    assertThat(found).containsExactly(Math.log(3 / 1.5), 0);
  }

  @Test
  void whatIsKeptOfOnePassageSaysNothingOfAnotherWithTheSameWords() {
    IndexedPassage one = passage("Parking jest za szkołą.");
    IndexedPassage same = passage("Parking jest za szkołą.");
    IndexedPassage other = passage("Wejście jest od ulicy.");

    List<double[]> first = scores.of(List.of(PARKING), List.of(one, other));
    List<double[]> again = scores.of(List.of(PARKING), List.of(other, same, one));

    assertThat(again.get(0)).isEqualTo(first.get(1)).containsExactly(0);
    assertThat(again.get(2)).isEqualTo(first.get(0));
    assertThat(again.get(1)).isEqualTo(first.get(0));
  }

  @Test
  void manyWordsAreForgottenAndFoundAgain() {
    IndexedPassage passage = passage("Parking jest za szkołą. Wejście jest od ulicy.");
    double[] first = scores.of(List.of(PARKING), List.of(passage)).getFirst();
    for (int i = 0; i < 20_000; i++) {
      scores.of(List.of(SoughtWord.of(List.of("slowo" + i))), List.of());
    }

    double[] again = scores.of(List.of(PARKING), List.of(passage)).getFirst();

    assertThat(again).isEqualTo(first);
  }
}
