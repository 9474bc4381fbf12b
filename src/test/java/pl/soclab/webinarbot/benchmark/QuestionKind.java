package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.evaluation.QuestionSet;
import pl.soclab.webinarbot.evaluation.TestQuestion;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;

/** What is asked, and of which texts. */
public enum QuestionKind {
  SHORT("short (at most 4 words)", question -> words(question) <= 4),
  LONG("long (20 words and more)", question -> words(question) >= 20),
  TYPOS("with typing errors", question -> question.style().equals("typo")),
  PARTS("several questions in one", question -> Set.of("multi", "two").contains(question.style())),
  ALL("all questions of the project", question -> true),
  PLAIN_TEXT("an event in plain text", question -> true) {
    @Override
    Posed posed() throws IOException {
      QuestionSet set =
          QuestionSet.read("konsultacje-wideo", Files.createTempDirectory("plain-text"));
      return new Posed(
          set.answerer().knowledge(),
          fresh(set.questions(), ignored -> true),
          set.clock().instant());
    }
  },
  ONE_EVENT("1 event of made-up text", question -> true) {
    @Override
    Posed posed() throws IOException {
      return ofEvents(1);
    }
  },
  MANY_EVENTS("500 events of made-up text", question -> true) {
    @Override
    Posed posed() throws IOException {
      return ofEvents(500);
    }
  };

  private static final int GENERATED = 500;

  private final String title;
  private final Predicate<TestQuestion> isOne;

  QuestionKind(String title, Predicate<TestQuestion> isOne) {
    this.title = title;
    this.isOne = isOne;
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

  /** The questions of this kind in all of the project's sets, asked of the shipped files. */
  Posed posed() throws IOException {
    QuestionSet shipped = QuestionSet.read("pytania", Files.createTempDirectory("shipped"));
    return new Posed(
        shipped.answerer().knowledge(), fresh(QuestionSet.all(), isOne), shipped.clock().instant());
  }

  private static List<Question> fresh(List<TestQuestion> all, Predicate<TestQuestion> isOne) {
    return all.stream()
        .filter(question -> question.previous() == null)
        .filter(isOne)
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
