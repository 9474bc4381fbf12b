package pl.soclab.webinarbot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.soclab.webinarbot.language.Word;

class SpellingTest {
  private final Spelling spelling =
      Spelling.of(
          List.of("webinar", "haslo", "spotkanie", "godzina", "zapisac", "platforma"),
          List.of("Zapraszamy do Wasilkowa na spotkanie z Med Hjerte."));

  private String mended(String text) {
    return spelling.mend(Word.of(text)).stream().map(Word::folded).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "webniar, webinar",
    "wbinar, webinar",
    "webbinar, webinar",
    "spotkanei, spotkanie",
    "spotaknie, spotkanie",
    "platfroma, platforma",
    "hjerta, hjerte"
  })
  void mistypedWordBecomesTheNearestKnownOne(String typed, String meant) {
    assertThat(mended(typed)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "spotkainami, spotkaniami",
    "hasłme, haslem",
    "wlasicciel, wlasciciel",
    "rowerzsyta, rowerzysta",
    "rzaba, zaba",
    "parkinngu, parkingu"
  })
  void nearMissBecomesAnyWordOfTheDictionary(String typed, String meant) {
    assertThat(mended(typed)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"kiedy", "kawa", "hasla", "spotkaniu", "wasilkowa", "969412", "xyz"})
  void knownAndShortWordsAndNumbersStay(String word) {
    assertThat(mended(word)).isEqualTo(word);
  }

  @Test
  void positionsStayThoseOfTheText() {
    Word word = spelling.mend(Word.of("jaki webniar")).getLast();

    assertThat(word.start()).isEqualTo(5);
    assertThat(word.end()).isEqualTo(12);
  }

  @Test
  void wordOfASinglePhrasingThatNoDictionaryHasIsATypingError() {
    assertThat(Spelling.words(List.of("kiedy webniar", "kiedy webinar", "webinar kiedy")))
        .contains("webinar", "kiedy")
        .doesNotContain("webniar");
  }

  @Test
  void ukrainianWordOfASinglePhrasingIsAWord() {
    assertThat(Spelling.words(List.of("можна прийти з дитиною"))).contains("дитиною");
  }

  @ParameterizedTest
  @CsvSource({
    "oktorejto, o ktorej to",
    "gdzieto, gdzie to",
    "haslodozooma, haslo do zooma",
    "ilekosztuje, ile kosztuje",
    "naspotkaniu, na spotkaniu"
  })
  void gluedWordsAreTakenApart(String typed, String meant) {
    var typing =
        Spelling.of(
            List.of("o", "do", "na", "to", "ile", "gdzie", "ktorej", "haslo", "zooma", "kosztuje"),
            List.of("Zapraszamy na spotkanie."));

    List<Word> words = typing.mend(Word.of(typed));

    assertThat(words.stream().map(Word::folded).collect(Collectors.joining(" "))).isEqualTo(meant);
    assertThat(words).isSortedAccordingTo(Comparator.comparingInt(Word::start));
    assertThat(words.getLast().end()).isEqualTo(typed.length());
  }

  @ParameterizedTest
  @CsvSource({"kowalewska", "trzmielowice", "informacje", "sejneńskiego", "donatella"})
  void namesStayInOnePiece(String name) {
    assertThat(spelling.mend(Word.of(name))).hasSize(1);
  }

  @Test
  void onlySoManyUnknownWordsAreLookedAfter() {
    String mistyped = "webniar ".repeat(40).strip();

    assertThat(mended(mistyped).split(" ")).hasSize(40).startsWith("webinar").endsWith("webniar");
  }
}
