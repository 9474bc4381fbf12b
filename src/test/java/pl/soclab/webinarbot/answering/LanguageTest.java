package pl.soclab.webinarbot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.soclab.webinarbot.language.Word;

class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "o ktorej to jest | POLISH",
        "link | POLISH",
        "to na zoomie? | POLISH",
        "do kiedy zapisy | POLISH",
        "When does it start? | ENGLISH",
        "hello, is there a recording | ENGLISH",
        "who is the organiser | ENGLISH",
        "коли початок | UKRAINIAN",
        "чи буде на zoom | UKRAINIAN"
      })
  void languageIsRecognised(String text, Language language) {
    assertThat(Language.of(Word.of(text.strip()))).isEqualTo(language);
  }
}
