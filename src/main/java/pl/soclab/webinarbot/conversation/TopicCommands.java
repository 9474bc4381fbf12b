package pl.soclab.webinarbot.conversation;

import java.util.List;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/** Answers commands that stand for a topic, and those that do not exist but name one. */
record TopicCommands(
    BotProfile bot,
    Reminding reminding,
    Handing handing,
    ThreadMemory threads,
    AnswerListener listener) {
  /** Answers a command that stands for a topic. */
  List<OutgoingMessage> answer(Turn turn, Command.Topic command) {
    String topic = command.topic();
    String question = command.question();
    Answer answer = turn.topic(topic, turn.thread().eventId());
    if (question != null) {
      Answer asked = turn.answer(question);
      answer = isAbout(topic, asked) ? asked : turn.topic(topic, asked.content().eventId());
    }
    if (turn.events().isEmpty() && answer instanceof Answer.NotKnown) {
      return turn.sentence(turn.answerer().knowledge().isEmpty() ? "no_knowledge" : "no_events");
    }
    return reply(turn, answer);
  }

  /** Whether the words behind a command were understood as more of the same question. */
  private static boolean isAbout(String topic, Answer answer) {
    List<String> topics = answer.content().topics();
    boolean isGuess =
        answer instanceof Answer.Clarification && !AnswerWriter.asksForEvent(answer.content());
    return !isGuess && !topics.isEmpty() && topics.getFirst().equals(topic);
  }

  /** A command that does not exist but names a fact ({@code /haslo}) is answered with it. */
  List<OutgoingMessage> unknown(Turn turn, String question) {
    // No thread: any name at all would be taken for a follow-up.
    Answer answer = turn.answerer().answer(Question.of(question), turn.now());
    boolean isWord =
        Word.of(question).stream().anyMatch(word -> Lemmatizer.polish().knows(word.folded()));
    if (isWord && namesFact(answer)) {
      return reply(turn, answer);
    }
    var commands = new StartWriter(turn, turn.phrases(), bot).commands();
    return turn.say(turn.phrases().get("unknown_command", commands), List.of());
  }

  private static boolean namesFact(Answer answer) {
    return switch (answer) {
      case Answer.FactAnswer fact -> !fact.content().topics().isEmpty();
      case Answer.Clarification asking -> AnswerWriter.asksForEvent(asking.content());
      case Answer.PassageAnswer ignored -> false;
      case Answer.SmallTalk ignored -> false;
      case Answer.NotKnown ignored -> false;
      case Answer.OutOfScope ignored -> false;
    };
  }

  /** Says an answer and keeps what a follow-up may lean on. */
  List<OutgoingMessage> reply(Turn turn, Answer answer) {
    threads.remember(turn, answer);
    threads.asked(turn.chat(), null, answer);
    threads.keep(turn, "", "", Burst.Left.ANSWERED, List.of(), null);
    listener.answered(turn.chat(), answer, turn.phrases().language().code(), turn.now());
    return new AnswerWriter(turn, turn.phrases(), bot, reminding, handing).write(answer);
  }
}
