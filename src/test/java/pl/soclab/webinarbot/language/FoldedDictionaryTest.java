package pl.soclab.webinarbot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import morfologik.stemming.polish.PolishStemmer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedDictionaryTest {
  private final FoldedDictionary dictionary = FoldedDictionary.polish();

  @ParameterizedTest
  @CsvSource({
    "godzine, godzina",
    "haslo, haslo",
    "ktorej, ktory",
    "dziewiatej, dziewiaty",
    "zdazyc, zdazyc",
    "augustowie, augustow",
    "tlumaczony, tlumaczyc",
    "sa, byc",
  })
  void wordWithoutItsMarksHasTheLemmaOfTheWord(String folded, String lemma) {
    assertThat(dictionary.lemmas(folded)).contains(lemma);
  }

  @ParameterizedTest
  @CsvSource({"webinarium", "asdkjh", "qwe1", "''", "вебінар"})
  void wordOfNoDictionaryHasNoLemma(String word) {
    assertThat(dictionary.lemmas(word)).isEmpty();
  }

  @Test
  void everyLemmaOfThePlainLookupIsFoundByTheFoldedWord() {
    var stemmer = new PolishStemmer();
    var random = new Random(7);
    String[] words = {
      "Godzinę",
      "spotkania",
      "tłumaczów",
      "mieszkańcami",
      "żółtą",
      "ósmej",
      "więcej",
      "późniejszego",
      "Łodzią",
      "gęśmi",
      "mógłbym"
    };

    for (int i = 0; i < 500; i++) {
      String word = words[random.nextInt(words.length)].toLowerCase(Locale.ROOT);
      for (var data : stemmer.lookup(word)) {
        assertThat(dictionary.lemmas(Folding.fold(word))).contains(Folding.fold(data.getStem()));
      }
    }
  }

  @Test
  void longAndStrangeWordsAreNoTrouble() {
    assertThat(dictionary.lemmas("a".repeat(5000))).isEmpty();
    assertThat(dictionary.lemmas("\u0000;+")).isEmpty();
  }
}
