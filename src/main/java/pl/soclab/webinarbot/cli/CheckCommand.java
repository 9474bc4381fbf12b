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
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.evaluation.Evaluator;
import pl.soclab.webinarbot.evaluation.Gaps;
import pl.soclab.webinarbot.evaluation.KeptQuestions;
import pl.soclab.webinarbot.evaluation.Outcome;
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
    KeptQuestions kept = KeptQuestions.read(folder.path(), folder.knowledge());
    findings.addAll(kept.findings());
    List<Outcome> outcomes =
        Evaluator.runAtOnce(kept.questions(), answerer, folder.clock()).outcomes();
    if (!outcomes.isEmpty()) {
      out.println("Pytania z folderu pytania");
      out.println(new Report(outcomes).counts());
    }
    out.print(Gaps.of(answerer, folder.clock().instant()));
    List<Outcome> lost =
        outcomes.stream().filter(outcome -> outcome.verdict() != Verdict.RIGHT).toList();
    findings.forEach(out::println);
    lost.forEach(outcome -> out.println(KeptQuestions.finding(outcome)));
    if (!findings.isEmpty() || !lost.isEmpty()) {
      out.println();
    }
    long errors = findings.stream().filter(CheckCommand::isError).count();
    out.println(summary(outcomes.size(), lost.size(), errors, findings.size() - errors));
    folder.notEmpty();
    return errors == 0 && lost.isEmpty() ? 0 : 1;
  }

  private static boolean isError(Finding finding) {
    return finding.severity() == Finding.Severity.ERROR;
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
