package pl.soclab.webinarbot.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pl.soclab.webinarbot.answering.Answer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes answers as a file, one JSON object a line. */
public final class AnswerFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AnswerFile() {}

  /**
   * Writes all answers, right or wrong, in the order of the questions.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, List<Outcome> outcomes) throws IOException {
    var lines = new StringBuilder();
    for (Outcome outcome : outcomes) {
      lines.append(JSON.writeValueAsString(line(outcome))).append('\n');
    }
    Files.writeString(file, lines, StandardCharsets.UTF_8);
  }

  private static ObjectNode line(Outcome outcome) {
    Answer.Content content = outcome.answer().content();
    ObjectNode line = JSON.createObjectNode();
    line.put("id", outcome.question().id());
    line.put("kind", outcome.answer().kind());
    line.put("answer", content.text().text());
    var topics = line.putArray("topics");
    content.topics().forEach(topics::add);
    line.put("event", content.eventId());
    line.put("source", content.source() == null ? null : content.source().toString());
    line.put("micros", outcome.micros());
    return line;
  }
}
