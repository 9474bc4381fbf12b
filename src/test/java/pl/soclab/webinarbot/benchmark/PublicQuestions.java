package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pl.soclab.webinarbot.language.Sentences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * PoQuAD, version 1: paragraphs of the Polish Wikipedia and questions that they answer
 * (github.com/ipipan/poquad). Questions that are marked as unanswerable are left out.
 *
 * @param paragraphs in the order of the file
 * @param questions in the order of the file
 */
record PublicQuestions(List<Paragraph> paragraphs, List<Asked> questions) {
  /** A paragraph with its sentences as the product cuts it. */
  record Paragraph(String text, List<String> sentences) {}

  /**
   * A question.
   *
   * @param paragraph number of the paragraph that answers it
   * @param sentence number of the sentence in it where the answer begins
   */
  record Asked(String text, int paragraph, int sentence) {}

  static PublicQuestions read(Path data) throws IOException {
    var paragraphs = new ArrayList<Paragraph>();
    var questions = new ArrayList<Asked>();
    JsonNode root = JsonMapper.builder().build().readTree(Files.readString(data));
    for (JsonNode article : root.path("data")) {
      for (JsonNode node : article.path("paragraphs")) {
        String text = node.path("context").asString();
        var paragraph = new Paragraph(text, Sentences.of(text));
        for (JsonNode question : node.path("qas")) {
          if (!question.path("is_impossible").asBoolean(false)) {
            int start = question.path("answers").path(0).path("answer_start").asInt();
            questions.add(
                new Asked(
                    question.path("question").asString(),
                    paragraphs.size(),
                    sentenceAt(paragraph, start)));
          }
        }
        paragraphs.add(paragraph);
      }
    }
    return new PublicQuestions(paragraphs, questions);
  }

  private static int sentenceAt(Paragraph paragraph, int offset) {
    int found = 0;
    int from = 0;
    for (int i = 0; i < paragraph.sentences().size(); i++) {
      int start = paragraph.text().indexOf(paragraph.sentences().get(i), from);
      if (offset >= start) {
        found = i;
      }
      from = start + paragraph.sentences().get(i).length();
    }
    return found;
  }
}
