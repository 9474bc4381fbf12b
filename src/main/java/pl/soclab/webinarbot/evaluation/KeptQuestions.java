package pl.soclab.webinarbot.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.Knowledge;

/**
 * The questions of {@code pytania/}, which have to keep being answered.
 *
 * @param questions in the order of files and lines
 * @param findings what is wrong with the other lines
 */
public record KeptQuestions(List<TestQuestion> questions, List<Finding> findings) {
  public KeptQuestions {
    questions = List.copyOf(questions);
    findings = List.copyOf(findings);
  }

  /** Reads those of a folder. */
  public static KeptQuestions read(Path folder, Knowledge knowledge) {
    var questions = new ArrayList<TestQuestion>();
    var findings = new ArrayList<Finding>();
    for (String name : knowledge.questionFiles()) {
      QuestionFile file = QuestionFile.read(folder.resolve(name), name);
      questions.addAll(file.questions());
      findings.addAll(file.findings());
    }
    return new KeptQuestions(questions, findings);
  }

  /** What is wrong with an answer, in plain Polish, with the answer. */
  public static Finding finding(Outcome outcome) {
    String wanted =
        switch (outcome.verdict()) {
          case RIGHT -> "dobra odpowiedź";
          case ASKED_BACK -> "bot dopytał, zamiast odpowiedzieć";
          case REFUSED -> "bot nie znalazł odpowiedzi";
          case WRONG ->
              outcome.question().answerable()
                  ? "odpowiedź nie zawiera tego, co powinna"
                  : "bot odpowiedział, choć w plikach nie ma odpowiedzi";
        };
    Answer.Content content = outcome.answer().content();
    return new Finding(
        outcome.question().source(),
        Finding.Severity.ERROR,
        "„%s”: %s. Bot napisał: „%s”%s"
            .formatted(
                outcome.question().question(),
                wanted,
                content.text().text().replaceAll("\\s+", " "),
                content.source() == null ? "" : " (" + content.source() + ")"));
  }
}
