package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.evaluation.QuestionSet;
import pl.soclab.webinarbot.evaluation.TestQuestion;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;

/** What is asked, and of which texts. */
public enum QuestionKind {
  SHORT("short (at most 4 words)"),
  LONG("long (20 words and more)"),
  TYPOS("with typing errors"),
  PARTS("several questions in one"),
  ALL("all questions of the project"),
  PLAIN_TEXT("an event in plain text"),
  ONE_EVENT("1 event of made-up text"),
  MANY_EVENTS("500 events of made-up text");

  private static final int GENERATED = 500;
  private static final int SHORTEST_LONG = 20;
  private static final int LONGEST_SHORT = 4;

  private final String title;

  QuestionKind(String title) {
    this.title = title;
  }

  /**
   * Questions with what they are asked of.
   *
   * @param now when they are asked
   */
  record Posed(Knowledge knowledge, List<Question> questions, Instant now) {}

  /** As a table calls it. */
  String title() {
    return title;
  }

  /** The questions of this kind. */
  Posed posed() throws IOException {
    return switch (this) {
      case SHORT, LONG, TYPOS, PARTS, ALL -> ofShippedFiles();
      case PLAIN_TEXT -> ofPlainText();
      case ONE_EVENT -> ofEvents(1);
      case MANY_EVENTS -> ofEvents(500);
    };
  }

  /** Questions out of all of the project's sets, asked of the shipped files. */
  private Posed ofShippedFiles() throws IOException {
    QuestionSet shipped = QuestionSet.read("pytania", Files.createTempDirectory("shipped"));
    List<TestQuestion> questions = QuestionSet.all().stream().filter(this::isOne).toList();
    return new Posed(shipped.answerer().knowledge(), fresh(questions), shipped.clock().instant());
  }

  private boolean isOne(TestQuestion question) {
    return switch (this) {
      case SHORT -> words(question) <= LONGEST_SHORT;
      case LONG -> words(question) >= SHORTEST_LONG;
      case TYPOS -> question.style().equals("typo");
      case PARTS -> Set.of("multi", "two").contains(question.style());
      case ALL, PLAIN_TEXT, ONE_EVENT, MANY_EVENTS -> true;
    };
  }

  private static Posed ofPlainText() throws IOException {
    QuestionSet set =
        QuestionSet.read("konsultacje-wideo", Files.createTempDirectory("plain-text"));
    return new Posed(set.answerer().knowledge(), fresh(set.questions()), set.clock().instant());
  }

  private static List<Question> fresh(List<TestQuestion> all) {
    return all.stream()
        .filter(question -> question.previous() == null)
        .map(question -> Question.of(question.question()))
        .toList();
  }

  private static Posed ofEvents(int count) throws IOException {
    Path path = Files.createTempDirectory("events");
    GeneratedFolder folder = GeneratedFolder.ofEvents(path, count);
    var reader = new KnowledgeReader(InstantSource.fixed(GeneratedFolder.NOW));
    return new Posed(
        reader.read(path).knowledge(), folder.questions(GENERATED), GeneratedFolder.NOW);
  }

  private static int words(TestQuestion question) {
    return question.question().strip().split("\\s+").length;
  }
}
