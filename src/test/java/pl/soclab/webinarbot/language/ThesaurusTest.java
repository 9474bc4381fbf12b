package pl.soclab.webinarbot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThesaurusTest {
  private final Thesaurus thesaurus = Thesaurus.load();

  @Test
  void everydayWordStandsForTheOneOfAnnouncements() {
    assertThat(thesaurus.alike(List.of("bazarek"))).contains("targowisko");
    assertThat(thesaurus.alike(List.of("strazak"))).contains("osp", "remiza");
  }

  @Test
  void wordDoesNotMeanItself() {
    assertThat(thesaurus.alike(List.of("targowisko"))).doesNotContain("targowisko");
  }

  @Test
  void strangeWordMeansNothingElse() {
    assertThat(thesaurus.alike(List.of("xyzzy"))).isEmpty();
  }

  @Test
  void noWordStandsInTwoGroups() throws IOException {
    Path file = Path.of("src/main/resources/pl/soclab/webinarbot/language/thesaurus.txt");
    List<String> words =
        Files.readAllLines(file).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .toList();

    var seen = new HashSet<String>();

    assertThat(words.stream().filter(word -> !seen.add(word))).isEmpty();
    assertThat(words).hasSizeGreaterThan(5000);
  }
}
