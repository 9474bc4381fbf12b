package pl.soclab.webinarbot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordTest {
  @Test
  void lettersAndDigitsAreWordsWithTheirPlaces() {
    assertThat(Word.of("Hasło: 969-412"))
        .containsExactly(new Word("haslo", 0, 5), new Word("969", 7, 10), new Word("412", 11, 14));
  }

  @Test
  void markBehindAnEmojiIsNoWord() {
    assertThat(Word.of("☕️ kawa ❗️❗️ 🏘️")).extracting(Word::folded).containsExactly("kawa");
  }
}
