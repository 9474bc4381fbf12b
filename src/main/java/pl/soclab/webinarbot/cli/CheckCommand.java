package pl.soclab.webinarbot.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.evaluation.Evaluator;
import pl.soclab.webinarbot.evaluation.Outcome;
import pl.soclab.webinarbot.evaluation.QuestionFile;
import pl.soclab.webinarbot.evaluation.Report;
import pl.soclab.webinarbot.evaluation.Verdict;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.language.PolishDates;

/** Shows an organiser what was understood of the files, and whether old questions still go well. */
@Command(
    name = "check",
    description =
        "Pokazuje, co bot zrozumiał z plików, co jest do poprawienia i czy nadal odpowiada na"
            + " pytania z folderu pytania.")
final class CheckCommand implements Callable<Integer> {
  @Mixin private CommonOptions options = new CommonOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CannotGoOn {
    return report(OpenedFolder.open(options), Console.out(spec));
  }

  static int report(OpenedFolder folder, PrintWriter out) throws CannotGoOn {
    out.print(Understood.of(folder.knowledge()));
    Answerer answerer = Answerer.of(folder.knowledge());
    var findings = new ArrayList<>(folder.reading().with(answerer.findings()).findings());
    List<Outcome> outcomes = ask(folder, answerer, findings);
    if (!outcomes.isEmpty()) {
      out.println("Pytania z folderu pytania");
      out.println(new Report(outcomes).counts());
    }
    out.print(Gaps.of(answerer, folder));
    List<Outcome> lost =
        outcomes.stream().filter(outcome -> outcome.verdict() != Verdict.RIGHT).toList();
    findings.forEach(out::println);
    lost.forEach(outcome -> out.println(sentence(outcome)));
    if (!findings.isEmpty() || !lost.isEmpty()) {
      out.println();
    }
    long errors = findings.stream().filter(CheckCommand::isError).count();
    out.println(summary(outcomes.size(), lost.size(), errors, findings.size() - errors));
    folder.notEmpty();
    return errors == 0 && lost.isEmpty() ? 0 : 1;
  }

  private static List<Outcome> ask(OpenedFolder folder, Answerer answerer, List<Finding> findings) {
    var outcomes = new ArrayList<Outcome>();
    for (String name : folder.knowledge().questionFiles()) {
      QuestionFile file = QuestionFile.read(folder.path().resolve(name), name);
      findings.addAll(file.findings());
      outcomes.addAll(Evaluator.runAtOnce(file.questions(), answerer, folder.clock()).outcomes());
    }
    return outcomes;
  }

  private static boolean isError(Finding finding) {
    return finding.severity() == Finding.Severity.ERROR;
  }

  private static Finding sentence(Outcome outcome) {
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

  private static String summary(int asked, int lost, long errors, long others) {
    String files =
        PolishDates.counted(errors, "błąd", "błędy", "błędów")
            + ", "
            + PolishDates.counted(others, "inna uwaga", "inne uwagi", "innych uwag")
            + " do plików.";
    return asked == 0
        ? files + " Brak pytań w folderze pytania."
        : files
            + " Pytania z folderu pytania: "
            + asked
            + ", z dobrą odpowiedzią "
            + (asked - lost)
            + ".";
  }
}
