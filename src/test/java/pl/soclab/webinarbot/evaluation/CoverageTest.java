package pl.soclab.webinarbot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
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
}
