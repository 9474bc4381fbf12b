package pl.soclab.webinarbot.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.answering.Suggestion;
import pl.soclab.webinarbot.language.PolishDates;

/** Answers one question on the terminal. */
@Command(name = "ask", description = "Odpowiada na jedno pytanie i podaje, skąd jest odpowiedź.")
final class AskCommand implements Callable<Integer> {
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--prev",
      paramLabel = "PYTANIE",
      description = "Poprzednie pytanie mieszkańca, na przykład przed „a link?”.")
  private @Nullable String previous;

  @Parameters(arity = "1..*", paramLabel = "PYTANIE", description = "Pytanie mieszkańca.")
  private List<String> words = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CannotGoOn {
    OpenedFolder folder = OpenedFolder.open(options).notEmpty();
    Answerer answerer = Answerer.of(folder.knowledge());
    var question = new Question(String.join(" ", words), thread(answerer, folder));
    print(answerer.answer(question, folder.clock().instant()), Console.out(spec));
    if (folder.errors() > 0) {
      Console.err(spec)
          .println(
              "W plikach "
                  + (folder.errors() == 1 ? "jest " : "są ")
                  + PolishDates.counted(folder.errors(), "błąd", "błędy", "błędów")
                  + ". Szczegóły pokaże polecenie check.");
    }
    return 0;
  }

  private Question.Thread thread(Answerer answerer, OpenedFolder folder) {
    if (previous == null) {
      return Question.Thread.none();
    }
    return Question.Thread.after(answerer.answer(Question.of(previous), folder.clock().instant()));
  }

  private static void print(Answer answer, PrintWriter out) {
    Answer.Content content = answer.content();
    out.println(content.text().text());
    out.println();
    if (answer instanceof Answer.Clarification && !content.suggestions().isEmpty()) {
      out.println(
          "Do wyboru: "
              + content.suggestions().stream()
                  .map(Suggestion::label)
                  .collect(Collectors.joining(" | ")));
    }
    out.println("Rodzaj: " + answer.kind());
    out.println(
        "Temat: " + (content.topics().isEmpty() ? "-" : String.join(", ", content.topics())));
    out.println("Źródło: " + (content.source() == null ? "-" : content.source()));
  }
}
