package pl.soclab.webinarbot.desk;

import java.util.List;
import java.util.StringJoiner;
import pl.soclab.webinarbot.desk.UnansweredPress.Action;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.AnswerDrafts.Draft;
import pl.soclab.webinarbot.questions.OpenQuestion;
import pl.soclab.webinarbot.questions.OpenQuestions;

/** Shows an answer as residents will read it, and what can be done with it. */
final class AnswerPreview {
  private final OpenQuestions questions;

  AnswerPreview(OpenQuestions questions) {
    this.questions = questions;
  }

  List<OutgoingMessage> show(DeskTurn turn, Draft draft) {
    OpenQuestion question = questions.find(draft.questionId());
    if (question == null || !question.state().isOpen()) {
      return AnswerAsking.closed(turn, question);
    }
    var text = new StringJoiner("\n");
    text.add(DeskPhrases.get("answer.preview"));
    draft.phrasings().forEach(sample -> text.add(DeskPhrases.get("answer.sample", sample)));
    text.add(
        DeskPhrases.get(
            "answer.preview.about", UnansweredList.event(question.eventId(), turn.knowledge())));
    if (question.waiting() > 0) {
      text.add(DeskPhrases.get("answer.recipients", DeskPhrases.people(question.waiting())));
    }
    text.add(DeskPhrases.get("answer.preview.end"));
    return List.of(
        OutgoingMessage.text(turn.chat(), draft.text()),
        turn.message(text.toString(), choices(draft)));
  }

  private static List<Button> choices(Draft draft) {
    return List.of(
        publication(draft),
        UnansweredPress.button(
            DeskPhrases.get("button.answer.rewrite"), Action.REWRITE, draft.id()),
        UnansweredPress.button(
            DeskPhrases.get("button.answer.discard"), Action.DISCARD, draft.id()));
  }

  /** "Opublikuj". */
  static Button publication(Draft draft) {
    return UnansweredPress.button(
        DeskPhrases.get("button.answer.publish"), Action.PUBLISH, draft.id());
  }
}
