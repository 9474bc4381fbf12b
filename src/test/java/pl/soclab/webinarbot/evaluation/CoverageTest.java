package pl.soclab.webinarbot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;

class CoverageTest {
  private static final Instant THE_DAY_BEFORE = Instant.parse("2022-02-16T11:00:00Z");

  @Test
  void shippedFilesAnswerTheFactsAndLeaveTheRestOpen() {
    var reader = new KnowledgeReader(InstantSource.fixed(THE_DAY_BEFORE));
    Answerer answerer = Answerer.of(reader.read(Path.of("knowledge")).knowledge());

    Coverage coverage = Coverage.of(answerer, null, THE_DAY_BEFORE);

    assertThat(coverage.answered())
        .contains("kiedy i o której to jest", "link do spotkania", "czy będzie tłumaczenie");
    assertThat(coverage.missing())
        .contains("czy będzie nagranie", "ile to kosztuje", "ile potrwa", "czy trzeba się zapisać");
    // Help on apps is of the same topic and what its button shows, but names no equipment.
    assertThat(coverage.missing()).contains("jaki sprzęt jest potrzebny");
    assertThat(coverage.answered().size() + coverage.missing().size()).isEqualTo(60);
  }

  @Test
  void mostAskedComeFirst() {
    Coverage coverage = Coverage.of(Answerer.of(Knowledge.empty()), null, THE_DAY_BEFORE);

    assertThat(coverage.answered()).isEmpty();
    assertThat(coverage.missing())
        .startsWith("kiedy i o której to jest", "link do spotkania", "gdzie to jest");
  }

  @Test
  void linkIsTheLastThingMissedOfAMeetingInAHall(@TempDir Path folder) throws IOException {
    Path events = Files.createDirectory(folder.resolve("wydarzenia"));
    Files.writeString(
        events.resolve("plac.md"),
        "---\ntytuł: Plac zabaw\npoczątek: 2022-02-17 17:00\nmiejsce: Szkoła nr 3\n---\nZapraszamy.");
    Files.writeString(
        events.resolve("rzeka.md"),
        "---\ntytuł: Rzeka\npoczątek: 2022-02-17 17:00\nmiejsce: online\n---\nZapraszamy.");
    var reader = new KnowledgeReader(InstantSource.fixed(THE_DAY_BEFORE));
    Answerer answerer = Answerer.of(reader.read(folder).knowledge());

    Coverage hall = Coverage.of(answerer, "plac", THE_DAY_BEFORE);
    Coverage online = Coverage.of(answerer, "rzeka", THE_DAY_BEFORE);

    assertThat(hall.missing()).startsWith("czy trzeba się zapisać", "ile to kosztuje");
    assertThat(hall.missing()).contains("link do spotkania");
    assertThat(online.missing()).startsWith("link do spotkania");
  }
}
