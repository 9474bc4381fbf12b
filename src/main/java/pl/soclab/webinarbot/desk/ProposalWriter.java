package pl.soclab.webinarbot.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.desk.EditPress.Action;
import pl.soclab.webinarbot.evaluation.LostQuestions;
import pl.soclab.webinarbot.evaluation.UnderstoodFact;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.publishing.EventChange;
import pl.soclab.webinarbot.publishing.LineChange;
import pl.soclab.webinarbot.publishing.Proposal;
import pl.soclab.webinarbot.publishing.Uploads.Upload;

/** Shows an organiser what a file would bring: what is understood, what changes, what is wrong. */
final class ProposalWriter {
  private static final int MOST_FACTS = 20;
  private static final int MOST_CHANGES = 12;
  private static final int MOST_FINDINGS = 8;
  private static final int MOST_QUESTIONS = 5;
  private static final int MOST_LINES = 3;

  private final Proposal proposal;
  private final StringJoiner text = new StringJoiner("\n");

  private ProposalWriter(Proposal proposal) {
    this.proposal = proposal;
  }

  /**
   * The message, with what can be done.
   *
   * @param note what is said first; null for nothing
   */
  static OutgoingMessage write(
      DeskTurn turn, Upload upload, Proposal proposal, @Nullable String note) {
    if (proposal.isSame()) {
      return turn.message(DeskPhrases.get("edit.same", proposal.file()), buttons(upload, proposal));
    }
    var writer = new ProposalWriter(proposal);
    if (note != null) {
      writer.text.add(note + "\n");
    }
    writer.all();
    return turn.message(writer.text.toString(), buttons(upload, proposal));
  }

  private static List<Button> buttons(Upload upload, Proposal proposal) {
    var buttons = new ArrayList<Button>();
    if (!proposal.hasErrors() && !proposal.isSame()) {
      buttons.add(
          EditPress.button(
              DeskPhrases.get("edit.button.publish"),
              Action.PUBLISH,
              upload.id(),
              proposal.fingerprint()));
    }
    if (upload.content() != null) {
      buttons.add(
          EditPress.button(
              DeskPhrases.get("edit.button.elsewhere"), Action.ELSEWHERE, upload.id()));
    }
    buttons.add(Uploading.discardButton(upload.id()));
    return buttons;
  }

  /** What is said of an encoding; null where there is nothing to say. */
  static @Nullable String note(List<Finding> findings) {
    return findings.isEmpty() ? null : DeskPhrases.get("edit.encoding");
  }

  private void all() {
    text.add(DeskPhrases.get(headKey(), proposal.file()));
    if (proposal.content() != null) {
      understood();
    }
    changes();
    findings();
    lost();
    if (proposal.hasErrors()) {
      text.add(
          "\n"
              + DeskPhrases.get("edit.mend_first", proposal.findings().getFirst().source().line()));
    } else {
      text.add("\n" + DeskPhrases.get("edit.nothing_yet"));
    }
  }

  private String headKey() {
    if (proposal.content() == null) {
      return "edit.head.removed";
    }
    return proposal.before() == null ? "edit.head.new" : "edit.head.changed";
  }

  private void understood() {
    Event event = proposal.event();
    var lines = new ArrayList<String>();
    if (event != null) {
      for (UnderstoodFact fact : UnderstoodFact.of(event)) {
        lines.add(fact(fact));
      }
      if (event.sessions().isEmpty()) {
        lines.add(DeskPhrases.get("edit.no_date"));
      }
    }
    text.add("\n" + DeskPhrases.get(event == null ? "edit.text" : "edit.understood"));
    list(lines, MOST_FACTS);
    if (proposal.readyAnswers() > 0) {
      text.add(DeskPhrases.get("edit.ready_answers", proposal.readyAnswers()));
    }
    if (proposal.passages() > 0) {
      text.add(DeskPhrases.get("edit.passages", proposal.passages()));
    }
  }

  private static String fact(UnderstoodFact fact) {
    String said = fact.name() + ": " + Excerpt.of(fact.value());
    return fact.source() == null
        ? DeskPhrases.get("edit.fact.default", said)
        : DeskPhrases.get("edit.fact", said, fact.source().line());
  }

  private void list(List<String> lines, int most) {
    lines.stream().limit(most).forEach(line -> text.add("• " + line));
    if (lines.size() > most) {
      text.add(DeskPhrases.get("edit.more", lines.size() - most));
    }
  }

  private void changes() {
    if (proposal.before() == null || proposal.content() == null) {
      return;
    }
    List<String> changes = proposal.changes().stream().map(ProposalWriter::change).toList();
    LineChange lines = proposal.lines();
    text.add("\n" + DeskPhrases.get("edit.changes"));
    list(changes, MOST_CHANGES);
    if (lines.isEmpty()) {
      text.add(DeskPhrases.get("edit.only_order"));
      return;
    }
    text.add(DeskPhrases.get("edit.lines", lines.added().size(), lines.removed().size()));
    if (changes.isEmpty()) {
      lines.removed().stream().limit(MOST_LINES).forEach(line -> text.add("− " + Excerpt.of(line)));
      lines.added().stream().limit(MOST_LINES).forEach(line -> text.add("+ " + Excerpt.of(line)));
    }
  }

  /** "godzina: 9:00 → 10:00", "hasło: dodano". */
  static String change(EventChange change) {
    String before = change.before();
    String after = change.after();
    if (before == null) {
      return DeskPhrases.get("edit.change.added", change.name());
    }
    return after == null
        ? DeskPhrases.get("edit.change.removed", change.name())
        : DeskPhrases.get("edit.change", change.name(), Excerpt.of(before), Excerpt.of(after));
  }

  private void findings() {
    if (!proposal.findings().isEmpty()) {
      text.add("\n" + DeskPhrases.get("edit.findings"));
      list(proposal.findings().stream().map(ProposalWriter::finding).toList(), MOST_FINDINGS);
    }
    if (!proposal.elsewhere().isEmpty()) {
      text.add("\n" + DeskPhrases.get("edit.elsewhere"));
      list(proposal.elsewhere().stream().map(Finding::toString).toList(), MOST_FINDINGS);
    }
  }

  private static String finding(Finding finding) {
    return DeskPhrases.get(
        "edit.finding", finding.severity().polish(), finding.source().line(), finding.sentence());
  }

  private void lost() {
    LostQuestions lost = proposal.lost();
    if (lost == null) {
      text.add("\n" + DeskPhrases.get("edit.questions.unasked"));
      return;
    }
    if (!lost.lost().isEmpty()) {
      text.add(
          "\n"
              + DeskPhrases.get(
                  "edit.lost", DeskPhrases.counted("lost_questions", lost.lost().size())));
      list(
          lost.lost().stream()
              .map(outcome -> "„" + Excerpt.of(outcome.question().question()) + "”")
              .toList(),
          MOST_QUESTIONS);
    }
    if (lost.asked() < lost.all()) {
      text.add(DeskPhrases.get("edit.questions.some", lost.asked(), lost.all()));
    }
  }
}
