package pl.soclab.webinarbot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.evaluation.AnswerFile;
import pl.soclab.webinarbot.evaluation.Evaluator;
import pl.soclab.webinarbot.evaluation.QuestionFile;
import pl.soclab.webinarbot.evaluation.Report;

/** Answers every question of a file and prints how well. */
@Command(
    name = "eval",
    description = "Odpowiada na wszystkie pytania z pliku i liczy, ile odpowiedzi jest dobrych.")
final class EvalCommand implements Callable<Integer> {
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--questions",
      required = true,
      paramLabel = "PLIK.jsonl",
      description = "Pytania: jeden obiekt JSON w wierszu.")
  private Path questions = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "PLIK.jsonl",
      description = "Dokąd zapisać wszystkie odpowiedzi; bez tej opcji nie są zapisywane.")
  private @Nullable Path out;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CannotGoOn {
    OpenedFolder folder = OpenedFolder.open(options).notEmpty();
    QuestionFile file = QuestionFile.read(questions, questions.toString());
    file.findings().forEach(Console.err(spec)::println);
    Answerer answerer = Answerer.of(folder.knowledge());
    Evaluator.warmUp(file.questions(), answerer, folder.clock());
    Report report = Evaluator.run(file.questions(), answerer, folder.clock());
    if (out != null) {
      write(out, report);
    }
    Console.out(spec).print(report.table());
    return report.allPassed() && file.findings().isEmpty() ? 0 : 1;
  }

  private static void write(Path out, Report report) throws CannotGoOn {
    try {
      AnswerFile.write(out, report.outcomes());
    } catch (IOException e) {
      throw new CannotGoOn(
          "Nie da się zapisać odpowiedzi do pliku „"
              + out
              + "”. Proszę sprawdzić, czy folder istnieje i czy można w nim pisać.");
    }
  }
}
