package pl.soclab.webinarbot.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.SourceLine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question file: one JSON object a line.
 *
 * @param questions the lines that could be read
 * @param findings what is wrong with the others
 */
public record QuestionFile(List<TestQuestion> questions, List<Finding> findings) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public QuestionFile {
    questions = List.copyOf(questions);
    findings = List.copyOf(findings);
  }

  /**
   * Reads a question file.
   *
   * @param file where it is
   * @param name how findings call it
   * @return all lines that could be read and a finding for each that could not; a file that cannot
   *     be read at all is one finding
   */
  public static QuestionFile read(Path file, String name) {
    List<String> lines;
    try {
      // Read leniently: a byte that is not UTF-8 spoils one question, not the file.
      lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return new QuestionFile(
          List.of(),
          List.of(
              error(
                  new SourceLine(name, 1),
                  "Nie da się odczytać tego pliku. Proszę sprawdzić, czy istnieje i czy program ma do niego dostęp.")));
    }
    var questions = new ArrayList<TestQuestion>();
    var findings = new ArrayList<Finding>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "").strip();
      if (!line.isEmpty()) {
        var source = new SourceLine(name, i + 1);
        TestQuestion question = parse(line, source, findings);
        if (question != null && !ids.add(question.id())) {
          findings.add(
              new Finding(
                  source,
                  Finding.Severity.WARNING,
                  "Pytanie „"
                      + question.id()
                      + "” jest już wyżej w tym pliku. Proszę nadać inne id."));
        }
        if (question != null) {
          questions.add(question);
        }
      }
    }
    return new QuestionFile(questions, findings);
  }

  private static Finding error(SourceLine source, String sentence) {
    return new Finding(source, Finding.Severity.ERROR, sentence);
  }

  private static @Nullable TestQuestion parse(
      String line, SourceLine source, List<Finding> findings) {
    try {
      JsonNode json = JSON.readTree(line);
      String question = json.path("q").asString("");
      if (question.isBlank()) {
        findings.add(
            error(
                source,
                "Brak pytania. Proszę dopisać pole \"q\", na przykład \"q\": \"o której zaczynamy\"."));
        return null;
      }
      return new TestQuestion(
          json.path("id").asString(String.valueOf(source.line())),
          question,
          json.hasNonNull("prev") ? json.path("prev").asString() : null,
          json.path("topic").asString(TestQuestion.NONE),
          json.path("style").asString(TestQuestion.NONE),
          json.path("answerable").asBoolean(true),
          groups(json.path("must")),
          strings(json.path("must_not")),
          source);
    } catch (JacksonException e) {
      findings.add(
          error(
              source,
              "To nie jest poprawny wiersz JSON. Każdy wiersz to jeden obiekt w nawiasach { }, na przykład {\"id\": \"p1\", \"q\": \"kiedy to jest\", \"answerable\": true}."));
      return null;
    }
  }

  private static List<List<String>> groups(JsonNode must) {
    var groups = new ArrayList<List<String>>();
    for (JsonNode group : must) {
      groups.add(group.isArray() ? strings(group) : List.of(group.asString("")));
    }
    return groups;
  }

  private static List<String> strings(JsonNode array) {
    var strings = new ArrayList<String>();
    for (JsonNode string : array) {
      strings.add(string.asString(""));
    }
    return strings;
  }
}
