package pl.soclab.webinarbot.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.answering.TopicLabels;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.desk.Awaited.Kind;
import pl.soclab.webinarbot.desk.Awaited.Wait;
import pl.soclab.webinarbot.knowledge.SourceLine;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/**
 * What residents are answered, and what not: {@code /sprawdz}, {@code /zapytaj_na_probe}. Waits for
 * a question.
 */
final class Checking implements DeskPart {
  private static final String PREFIX = "k:";
  private static final String CANCEL = PREFIX + "cancel";

  private final Inspection inspection;
  private final Supplier<Answerer> answerers;
  private final Awaited awaited;

  Checking(Inspection inspection, Supplier<Answerer> answerers, Awaited awaited) {
    this.inspection = inspection;
    this.answerers = answerers;
    this.awaited = awaited;
  }

  @Override
  public Set<DeskCommand.Name> commands() {
    return Set.of(DeskCommand.Name.SPRAWDZ, DeskCommand.Name.ZAPYTAJ_NA_PROBE);
  }

  @Override
  public List<OutgoingMessage> command(DeskTurn turn, DeskCommand command) {
    stopWaiting(turn);
    if (command.name() == DeskCommand.Name.SPRAWDZ) {
      return inspection.write(turn);
    }
    if (!command.rest().isBlank()) {
      return answer(turn, command.rest());
    }
    awaited.expect(turn.chat(), new Wait(Kind.TRIAL_QUESTION, "", turn.now()));
    return turn.say(
        DeskPhrases.get("trial.ask"),
        List.of(new Button(DeskPhrases.get("button.cancel"), CANCEL)));
  }

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public List<OutgoingMessage> press(DeskTurn turn, String data) {
    stopWaiting(turn);
    return turn.say(DeskPhrases.get("trial.cancelled"));
  }

  @Override
  public @Nullable List<OutgoingMessage> message(DeskTurn turn, IncomingMessage message) {
    Wait wait = waiting(turn);
    boolean isMeant =
        wait != null
            && wait.covers(message.at())
            && message.content() instanceof Text(String text)
            && !text.isBlank();
    if (!isMeant || !(message.content() instanceof Text(String question))) {
      return null;
    }
    awaited.end(turn.chat());
    return answer(turn, question.strip());
  }

  private @Nullable Wait waiting(DeskTurn turn) {
    Wait wait = awaited.of(turn.chat());
    return wait != null && wait.kind() == Kind.TRIAL_QUESTION ? wait : null;
  }

  private boolean stopWaiting(DeskTurn turn) {
    return waiting(turn) != null && awaited.end(turn.chat());
  }

  @Override
  public List<OutgoingMessage> leave(DeskTurn turn, IncomingMessage to) {
    Wait wait = waiting(turn);
    boolean isFresh = wait != null && wait.covers(to.at());
    return stopWaiting(turn) && isFresh ? turn.say(DeskPhrases.get("trial.left_aside")) : List.of();
  }

  /** The answer as residents read it, then what is behind it. */
  private List<OutgoingMessage> answer(DeskTurn turn, String question) {
    Answer answer = answerers.get().answer(Question.of(question), turn.now());
    var messages = new ArrayList<OutgoingMessage>();
    messages.add(new OutgoingMessage(turn.chat(), answer.content().text(), List.of(), null));
    messages.addAll(turn.say(behind(answer)));
    return messages;
  }

  private static String behind(Answer answer) {
    SourceLine source = answer.content().source();
    String from =
        source == null
            ? DeskPhrases.get("trial.no_source")
            : DeskPhrases.get("trial.source", source.file(), source.line());
    List<String> topics =
        answer.content().topics().stream()
            .map(topic -> TopicLabels.polish(topic) instanceof String label ? label : topic)
            .toList();
    String about = topics.isEmpty() ? DeskPhrases.get("trial.no_topic") : String.join(", ", topics);
    return DeskPhrases.get("trial.behind", DeskPhrases.get("trial." + answer.kind()), about, from);
  }
}
