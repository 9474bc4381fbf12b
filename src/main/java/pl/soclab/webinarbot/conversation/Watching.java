package pl.soclab.webinarbot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.AnswerFile;
import pl.soclab.webinarbot.questions.OpenQuestion;
import pl.soclab.webinarbot.questions.OpenQuestions;
import pl.soclab.webinarbot.questions.Unanswered;
import pl.soclab.webinarbot.questions.Watches;

/**
 * What becomes of questions that the files do not answer: they are kept for the organisers, and
 * whoever asked may be told of the answer.
 *
 * @param isSomebodyThere whether there is an organiser who could answer; asked each time
 */
public record Watching(OpenQuestions questions, Watches watches, BooleanSupplier isSomebodyThere) {
  /** What organisers cannot answer: the bot itself does these. */
  private static final Set<String> NOT_THEIRS =
      Set.of("help", "privacy", "events", "event_card", "calendar", "reminder", "unsubscribe");

  /**
   * A question without an answer that was kept.
   *
   * @param number of the open question
   */
  record Noted(long number, Unanswered question) {}

  /**
   * Keeps a question that got no answer.
   *
   * @return null where there is nothing to keep
   */
  @Nullable Noted note(Turn turn, String text, Answer answer) {
    if (!isWithoutAnswer(answer) || turn.answerer().knowledge().isEmpty()) {
      return null;
    }
    Answer.Content content = answer.content();
    boolean isRecognised = answer instanceof Answer.NotKnown && content.topics().size() == 1;
    Unanswered question =
        Unanswered.of(
            Answerer.questionIn(text),
            isRecognised ? content.topics().getFirst() : null,
            content.eventId());
    return question == null ? null : new Noted(questions.note(question, turn.now()), question);
  }

  /** What was kept turned out to be a piece of a question, which has been understood by now. */
  void takeBack(List<Noted> pieces) {
    pieces.forEach(piece -> questions.takeBack(piece.number(), piece.question()));
  }

  private static boolean isWithoutAnswer(Answer answer) {
    Answer.Content content = answer.content();
    if (content.topics().stream().anyMatch(NOT_THEIRS::contains)) {
      return false;
    }
    return switch (answer) {
      case Answer.NotKnown ignored -> true;
      case Answer.Clarification ignored -> !AnswerWriter.asksForEvent(content);
      case Answer.FactAnswer ignored -> false;
      case Answer.PassageAnswer ignored -> false;
      case Answer.SmallTalk ignored -> false;
      case Answer.OutOfScope ignored -> false;
    };
  }

  /**
   * The reply with "Daj mi znać" under a refusal.
   *
   * @param open the open question; null for none
   * @param language of the answer, as ISO 639-1
   */
  List<OutgoingMessage> offered(
      List<OutgoingMessage> reply, Answer answer, @Nullable Noted open, String language) {
    if (open == null || !(answer instanceof Answer.NotKnown) || !isSomebodyThere.getAsBoolean()) {
      return reply;
    }
    Phrases phrases = Phrases.in(ReplyLanguage.ofTelegram(language));
    OutgoingMessage last = reply.getLast();
    var rows = new ArrayList<>(last.buttons());
    rows.add(List.of(new Button(phrases.get("button.watch"), ButtonData.watch(open.number()))));
    var messages = new ArrayList<>(reply.subList(0, reply.size() - 1));
    messages.add(new OutgoingMessage(last.chat(), last.text(), rows, last.attachment()));
    return messages;
  }

  /** Somebody wants to be told; who comes behind the answer has it at once. */
  List<OutgoingMessage> watch(Turn turn, long id) {
    Phrases phrases = turn.phrases();
    return switch (watches.watch(id, turn.chat(), phrases.language().code(), turn.now())) {
      case WAITS -> turn.say(phrases.get("watch.on"), List.of());
      case UNKNOWN -> turn.sentence("watch.gone");
      case ANSWERED -> answered(turn, phrases, id);
    };
  }

  private List<OutgoingMessage> answered(Turn turn, Phrases phrases, long id) {
    OpenQuestion question = questions.find(id);
    ReadyAnswer ready =
        question == null ? null : AnswerFile.published(question, turn.answerer().knowledge());
    return question == null || ready == null
        ? turn.sentence("watch.gone")
        : List.of(
            new ToldAnswer(phrases.language(), question.typical(), ready.text())
                .message(turn.chat(), turn.eventWithId(question.eventId())));
  }
}
