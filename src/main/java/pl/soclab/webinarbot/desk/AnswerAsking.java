package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.desk.Awaited.Kind;
import pl.soclab.webinarbot.desk.Awaited.Wait;
import pl.soclab.webinarbot.desk.UnansweredPress.Action;
import pl.soclab.webinarbot.knowledge.MarkdownWriter;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.AnswerDrafts;
import pl.soclab.webinarbot.questions.AnswerDrafts.Draft;
import pl.soclab.webinarbot.questions.AnswerFile;
import pl.soclab.webinarbot.questions.OpenQuestion;
import pl.soclab.webinarbot.questions.OpenQuestions;

/** Asks an organiser for the answer to a question, and shows it as residents will read it. */
final class AnswerAsking {
  private final OpenQuestions questions;
  private final AnswerDrafts drafts;
  private final Awaited awaited;
  private final AnswerPreview previews;

  AnswerAsking(OpenQuestions questions, AnswerDrafts drafts, Awaited awaited) {
    this.questions = questions;
    this.drafts = drafts;
    this.awaited = awaited;
    previews = new AnswerPreview(questions);
  }

  /** Shows how it was asked, and waits for the answer. */
  List<OutgoingMessage> ask(DeskTurn turn, long id) {
    OpenQuestion question = questions.find(id);
    if (question == null || !question.state().isOpen()) {
      return closed(turn, question);
    }
    var text = new StringJoiner("\n");
    text.add(DeskPhrases.get("answer.samples"));
    question.samples().forEach(sample -> text.add(DeskPhrases.get("answer.sample", sample)));
    text.add(
        DeskPhrases.get(
            "answer.preview.about", UnansweredList.event(question.eventId(), turn.knowledge())));
    if (!hasEvent(question, turn)) {
      text.add("\n" + DeskPhrases.get("answer.no_event"));
      return turn.say(text.toString(), List.of(dismissal(id)));
    }
    awaited.expect(turn.chat(), new Wait(Kind.ANSWER, String.valueOf(id), turn.now()));
    text.add("\n" + DeskPhrases.get("answer.ask", AnswerFile.LONGEST_ANSWER));
    return turn.say(text.toString(), List.of(dismissal(id), notNow(id)));
  }

  /** A question that is no longer open, or never was. */
  static List<OutgoingMessage> closed(DeskTurn turn, @Nullable OpenQuestion question) {
    return question == null || question.answer() == null
        ? turn.say(DeskPhrases.get("open.gone"))
        : turn.say(DeskPhrases.get("open.answered", question.answer()));
  }

  /** Whether there is a file for the answer: one on an event that is gone would be on all. */
  static boolean hasEvent(OpenQuestion question, DeskTurn turn) {
    return question.eventId() == null || turn.knowledge().event(question.eventId()) != null;
  }

  private static Button dismissal(long id) {
    return UnansweredPress.button(DeskPhrases.get("button.answer.dismiss"), Action.DISMISS, id);
  }

  private static Button notNow(long id) {
    return UnansweredPress.button(DeskPhrases.get("button.answer.not_now"), Action.NOT_NOW, id);
  }

  /** A message, where it is an answer that was asked for; null where it is not. */
  @Nullable List<OutgoingMessage> take(DeskTurn turn, IncomingMessage message) {
    Wait wait = awaited.of(turn.chat());
    String typed = message.content() instanceof Text(String text) ? text : null;
    if (wait == null || wait.kind() != Kind.ANSWER) {
      return typed == null ? null : again(turn, typed, message.at());
    }
    if (!wait.covers(message.at())) {
      return null;
    }
    long id = Long.parseLong(wait.subject());
    return typed == null
        ? turn.say(DeskPhrases.get("answer.only_text"), List.of(notNow(id)))
        : take(turn, id, typed);
  }

  /** A turn that broke off behind its text comes again, and finds the draft that it made. */
  private @Nullable List<OutgoingMessage> again(DeskTurn turn, String typed, Instant at) {
    Draft draft = drafts.newest(turn.chat());
    boolean isIts =
        draft != null
            && draft.text().equals(MarkdownWriter.asRead(typed))
            && !at.isAfter(draft.writtenAt().plus(Awaited.WAIT));
    return draft != null && isIts ? previews.show(turn, draft) : null;
  }

  private List<OutgoingMessage> take(DeskTurn turn, long id, String typed) {
    String text = MarkdownWriter.asRead(typed);
    if (text.isEmpty()) {
      return turn.say(DeskPhrases.get("answer.empty"), List.of(notNow(id)));
    }
    if (text.length() > AnswerFile.LONGEST_ANSWER) {
      String length = DeskPhrases.counted("characters", text.length());
      return turn.say(
          DeskPhrases.get("answer.too_long", length, AnswerFile.LONGEST_ANSWER),
          List.of(notNow(id)));
    }
    OpenQuestion question = questions.find(id);
    if (question == null || !question.state().isOpen()) {
      awaited.end(turn.chat());
      return closed(turn, question);
    }
    Draft draft = drafts.write(id, turn.chat(), question.samples(), text, turn.now());
    awaited.end(turn.chat());
    return previews.show(turn, draft);
  }

  /** Another text to the same question; the old one stays until it is there. */
  List<OutgoingMessage> rewrite(DeskTurn turn, long draftId) {
    Draft draft = own(turn, draftId);
    return draft == null
        ? turn.say(DeskPhrases.get("answer.draft_gone"))
        : ask(turn, draft.questionId());
  }

  /** The organiser's own draft; null where there is none. */
  private @Nullable Draft own(DeskTurn turn, long draftId) {
    Draft draft = drafts.find(draftId);
    return draft != null && draft.author().equals(turn.chat()) ? draft : null;
  }

  List<OutgoingMessage> discard(DeskTurn turn, long draftId) {
    Draft draft = own(turn, draftId);
    if (draft == null) {
      return turn.say(DeskPhrases.get("answer.draft_gone"));
    }
    OpenQuestion question = questions.find(draft.questionId());
    if (question != null && !question.state().isOpen()) {
      return closed(turn, question);
    }
    drafts.discard(draftId);
    return turn.say(DeskPhrases.get("answer.discarded"));
  }

  List<OutgoingMessage> dismiss(DeskTurn turn, long id) {
    stopWaiting(turn);
    OpenQuestion question = questions.find(id);
    if (question == null || !question.state().isOpen()) {
      return closed(turn, question);
    }
    questions.dismiss(id);
    String text = DeskPhrases.get("answer.dismissed", OpenQuestions.COMES_BACK_AFTER);
    return turn.say(
        text, List.of(UnansweredPress.button(DeskPhrases.get("open.list"), Action.LIST, 0)));
  }

  List<OutgoingMessage> notNow(DeskTurn turn) {
    stopWaiting(turn);
    return turn.say(DeskPhrases.get("answer.not_now"));
  }

  /** Returns whether an answer was waited for. */
  boolean stopWaiting(DeskTurn turn) {
    Wait wait = awaited.of(turn.chat());
    return wait != null && wait.kind() == Kind.ANSWER && awaited.end(turn.chat());
  }
}
