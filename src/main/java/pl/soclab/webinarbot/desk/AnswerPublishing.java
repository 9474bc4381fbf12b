package pl.soclab.webinarbot.desk;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.publishing.Publisher;
import pl.soclab.webinarbot.publishing.Publisher.Published;
import pl.soclab.webinarbot.questions.AnswerDrafts;
import pl.soclab.webinarbot.questions.AnswerDrafts.Draft;
import pl.soclab.webinarbot.questions.AnswerFile;
import pl.soclab.webinarbot.questions.OpenQuestion;
import pl.soclab.webinarbot.questions.OpenQuestions;

/**
 * Makes a ready answer of a draft: the file first, then the mark that the question has its answer.
 * A turn that broke off in between comes again and finds the file as it left it.
 */
final class AnswerPublishing {
  private static final int TRIES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(AnswerPublishing.class);

  private final OpenQuestions questions;
  private final AnswerDrafts drafts;
  private final Publisher publisher;
  private final Supplier<Answerer> answerers;

  AnswerPublishing(
      OpenQuestions questions,
      AnswerDrafts drafts,
      Publisher publisher,
      Supplier<Answerer> answerers) {
    this.questions = questions;
    this.drafts = drafts;
    this.publisher = publisher;
    this.answerers = answerers;
  }

  /** What became of a file, and which it was. */
  private record Written(String file, Published published) {}

  List<OutgoingMessage> publish(DeskTurn turn, long draftId) {
    Draft draft = drafts.find(draftId);
    if (draft == null || !draft.author().equals(turn.chat())) {
      return turn.say(DeskPhrases.get("answer.draft_gone"));
    }
    OpenQuestion question = questions.find(draft.questionId());
    boolean isRepeated =
        question != null && !question.state().isOpen() && draft.text().equals(question.answer());
    if (question == null || !question.state().isOpen() && !isRepeated) {
      return AnswerAsking.closed(turn, question);
    }
    if (!AnswerAsking.hasEvent(question, turn)) {
      return turn.say(DeskPhrases.get("answer.no_event"));
    }
    var file = new AnswerFile(question.eventId());
    if (isRepeated) {
      // Whoever edited the file since then keeps what he wrote.
      return published(turn, question, draft, file.name(1));
    }
    Written written = write(turn, file, draft);
    return switch (written.published()) {
      case Published.Done ignored -> {
        boolean isNew = questions.answer(question.id(), draft.text(), turn.now());
        LOG.info("Organiser {} answers open question {}: {}", turn.chat(), question.id(), isNew);
        yield published(turn, question, draft, written.file());
      }
      case Published.ChangedMeanwhile ignored ->
          turn.say(DeskPhrases.get("answer.changed"), List.of(AnswerPreview.publication(draft)));
      case Published.NotWritten(String reason) -> {
        LOG.warn("The answer to open question {} is not written: {}", question.id(), reason);
        yield turn.say(
            DeskPhrases.get("answer.not_written", written.file()),
            List.of(AnswerPreview.publication(draft)));
      }
    };
  }

  private Written write(DeskTurn turn, AnswerFile file, Draft draft) {
    Written last = write(turn, file, draft, 1);
    for (int i = 1; i < TRIES && last.published() instanceof Published.ChangedMeanwhile; i++) {
      last = write(turn, file, draft, 1);
    }
    return last;
  }

  /** Into the first of its files that has room. */
  private Written write(DeskTurn turn, AnswerFile file, Draft draft, int number) {
    String name = file.name(number);
    try {
      String current = publisher.current(name);
      String content = file.with(current, draft.phrasings(), draft.text());
      return AnswerFile.fits(content) || current == null
          ? new Written(name, publisher.publish(name, current, content, turn.chat(), turn.now()))
          : write(turn, file, draft, number + 1);
    } catch (UncheckedIOException e) {
      return new Written(name, new Published.NotWritten(String.valueOf(e.getMessage())));
    }
  }

  private List<OutgoingMessage> published(
      DeskTurn turn, OpenQuestion question, Draft draft, String file) {
    var text = new StringJoiner("\n\n");
    text.add(DeskPhrases.get("answer.published", file));
    text.add(check(turn, question.eventId(), draft, file));
    if (question.waiting() > 0) {
      text.add(DeskPhrases.get("answer.will_tell", DeskPhrases.people(question.waiting())));
    }
    return turn.say(
        text.toString(),
        List.of(
            UnansweredPress.button(DeskPhrases.get("open.list"), UnansweredPress.Action.LIST, 0)));
  }

  /** Asks as residents did: another answer of the files may be nearer to the words. */
  private String check(DeskTurn turn, @Nullable String eventId, Draft draft, String file) {
    Answerer answerer = answerers.get();
    List<String> failing =
        draft.phrasings().stream()
            .filter(phrasing -> !isAnswered(answerer, phrasing, eventId, draft, turn))
            .toList();
    if (failing.isEmpty()) {
      return DeskPhrases.get("answer.works");
    }
    var lines = new StringJoiner("\n");
    lines.add(DeskPhrases.get("answer.fails"));
    failing.forEach(phrasing -> lines.add(DeskPhrases.get("answer.sample", phrasing)));
    lines.add(DeskPhrases.get("answer.fails.mend", file));
    return lines.toString();
  }

  private static boolean isAnswered(
      Answerer answerer, String phrasing, @Nullable String eventId, Draft draft, DeskTurn turn) {
    var asked = new Question(phrasing, new Question.Thread(List.of(), eventId));
    return answerer.answer(asked, turn.now()) instanceof Answer.PassageAnswer(Answer.Content said)
        && said.text().text().contains(draft.text());
  }
}
