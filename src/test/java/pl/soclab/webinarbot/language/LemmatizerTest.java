package pl.soclab.webinarbot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LemmatizerTest {
  private final Lemmatizer lemmatizer = Lemmatizer.polish();

  @ParameterizedTest
  @CsvSource({
    "webinarze, webinarium",
    "webinarium, webinarium",
    "linku, link",
    "zooma, zoom",
    "mailem, email",
    "teamsach, teams"
  })
  void wordsThatEventsNeedAreInflected(String form, String lemma) {
    assertThat(lemmatizer.lemmas(form)).containsExactly(lemma);
  }

  @Test
  void caseFormsOfAnUnknownNameShareAStem() {
    assertThat(lemmatizer.lemmas("kulturlabu")).isEqualTo(lemmatizer.lemmas("kulturlab"));
    assertThat(lemmatizer.lemmas("kulturlabem")).isEqualTo(lemmatizer.lemmas("kulturlab"));
  }

  @Test
  void shortUnknownWordStaysAsItIs() {
    assertThat(lemmatizer.lemmas("xqz")).containsExactly("xqz");
  }
}
