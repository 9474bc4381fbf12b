package pl.soclab.webinarbot.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/**
 * Questions that the files do not answer: {@code /bez_odpowiedzi} lists them, an organiser types
 * the answer, and it becomes a ready answer in {@code odpowiedzi/}. Waits for the answer.
 */
final class Unanswering implements DeskPart {
  private final UnansweredList list;
  private final AnswerAsking asking;
  private final AnswerPublishing publishing;

  Unanswering(UnansweredList list, AnswerAsking asking, AnswerPublishing publishing) {
    this.list = list;
    this.asking = asking;
    this.publishing = publishing;
  }

  @Override
  public Set<DeskCommand.Name> commands() {
    return Set.of(DeskCommand.Name.BEZ_ODPOWIEDZI);
  }

  @Override
  public List<OutgoingMessage> command(DeskTurn turn, DeskCommand command) {
    var reply = new ArrayList<>(drop(turn, "answer.left_aside"));
    reply.addAll(list.write(turn, 0));
    return reply;
  }

  @Override
  public String prefix() {
    return UnansweredPress.PREFIX;
  }

  @Override
  public List<OutgoingMessage> press(DeskTurn turn, String data) {
    UnansweredPress press = UnansweredPress.parse(data);
    if (press == null) {
      return turn.say(DeskPhrases.get("open.stale"));
    }
    long number = press.number();
    return switch (press.action()) {
      case LIST -> list.write(turn, number);
      case ANSWER -> asking.ask(turn, number);
      case DISMISS -> asking.dismiss(turn, number);
      case NOT_NOW -> asking.notNow(turn);
      case PUBLISH -> publish(turn, number);
      case REWRITE -> asking.rewrite(turn, number);
      case DISCARD -> asking.discard(turn, number);
    };
  }

  /** Whoever publishes the old text does not write another one. */
  private List<OutgoingMessage> publish(DeskTurn turn, long draft) {
    asking.stopWaiting(turn);
    return publishing.publish(turn, draft);
  }

  @Override
  public @Nullable List<OutgoingMessage> message(DeskTurn turn, IncomingMessage message) {
    return asking.take(turn, message);
  }

  @Override
  public List<OutgoingMessage> leave(DeskTurn turn, IncomingMessage to) {
    boolean isQuestion = to.content() instanceof Text(String text) && !text.startsWith("/");
    return drop(turn, isQuestion ? "answer.too_late" : "answer.left_aside");
  }

  private List<OutgoingMessage> drop(DeskTurn turn, String sentence) {
    return asking.stopWaiting(turn) ? turn.say(DeskPhrases.get(sentence)) : List.of();
  }
}
