package pl.soclab.webinarbot.desk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.evaluation.Evaluator;
import pl.soclab.webinarbot.evaluation.Gaps;
import pl.soclab.webinarbot.evaluation.KeptQuestions;
import pl.soclab.webinarbot.evaluation.Outcome;
import pl.soclab.webinarbot.evaluation.TestQuestion;
import pl.soclab.webinarbot.evaluation.Verdict;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;
import pl.soclab.webinarbot.messaging.Attachment;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;

/** {@code /sprawdz}: what {@code check} prints, short enough for a phone. */
final class Inspection {
  private static final int LONGEST = 3500;
  private static final Duration MOST_TIME = Duration.ofSeconds(10);

  private final KnowledgeFolder folder;
  private final Supplier<Answerer> answerers;
  private final InstantSource clock;

  Inspection(KnowledgeFolder folder, Supplier<Answerer> answerers, InstantSource clock) {
    this.folder = folder;
    this.answerers = answerers;
    this.clock = clock;
  }

  /** One message; a second one with a file where there is more to say. */
  List<OutgoingMessage> write(DeskTurn turn) {
    String text = text();
    if (text.length() <= LONGEST) {
      return turn.say(text);
    }
    int end = text.lastIndexOf('\n', LONGEST);
    var messages =
        new ArrayList<>(turn.say(text.substring(0, end > LONGEST / 2 ? end : LONGEST).strip()));
    messages.add(
        new OutgoingMessage(
            turn.chat(),
            RichText.plain(DeskPhrases.get("check.whole")),
            List.of(),
            new Attachment(
                "sprawdzenie.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8))));
    return messages;
  }

  private String text() {
    Answerer answerer = answerers.get();
    KeptQuestions kept = KeptQuestions.read(folder.path(), answerer.knowledge());
    var findings = new ArrayList<>(folder.current().with(answerer.findings()).findings());
    findings.addAll(kept.findings());
    findings.sort(Comparator.comparing(Finding::severity));
    var text = new StringJoiner("\n");
    text.add(head(findings));
    findings.forEach(finding -> text.add("• " + finding));
    questions(text, kept.questions(), answerer);
    text.add("\n" + Gaps.of(answerer, clock.instant()).strip());
    return text.toString();
  }

  private static String head(List<Finding> findings) {
    long errors =
        findings.stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).count();
    return findings.isEmpty()
        ? DeskPhrases.get("check.well")
        : DeskPhrases.get(
            "check.head",
            DeskPhrases.counted("check.errors", errors),
            DeskPhrases.counted("check.others", findings.size() - errors));
  }

  private void questions(StringJoiner text, List<TestQuestion> questions, Answerer answerer) {
    if (questions.isEmpty()) {
      text.add("\n" + DeskPhrases.get("check.no_questions"));
      return;
    }
    var wrong = new ArrayList<Outcome>();
    long start = System.nanoTime();
    int asked = 0;
    for (TestQuestion question : questions) {
      Outcome outcome = ask(question, answerer, start);
      if (outcome == null) {
        break;
      }
      asked++;
      if (outcome.verdict() != Verdict.RIGHT) {
        wrong.add(outcome);
      }
    }
    text.add("\n" + DeskPhrases.get("check.questions", asked, asked - wrong.size()));
    if (asked < questions.size()) {
      text.add(DeskPhrases.get("edit.questions.some", asked, questions.size()));
    }
    wrong.forEach(outcome -> text.add("• " + KeptQuestions.finding(outcome)));
  }

  /** Null where there is no time left for it. */
  private @Nullable Outcome ask(TestQuestion question, Answerer answerer, long start) {
    return System.nanoTime() - start > MOST_TIME.toNanos()
        ? null
        : Evaluator.run(List.of(question), answerer, clock).outcomes().getFirst();
  }
}
