package pl.soclab.webinarbot.conversation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.Handover;
import pl.soclab.webinarbot.questions.HandoverAnswer;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.questions.NewHandover;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;

/**
 * Messages that are a question to the organisers and not to the bot: the text that it asked for, or
 * a reply to what one of them answered.
 */
record HandoverTexts(Handing handing, Handovers handovers, Broadcasts broadcasts) {
  /**
   * Takes a message.
   *
   * @return null where it is something else
   */
  @Nullable List<OutgoingMessage> take(Turn turn, IncomingMessage message, Command command) {
    if (!turn.isPrivate()) {
      return null;
    }
    if (command instanceof Command.Ask(String text)) {
      List<OutgoingMessage> back = back(turn, message, text);
      return back == null ? typed(turn, message, text) : back;
    }
    Handover draft = awaited(turn, message);
    if (draft == null) {
      return null;
    }
    if (command instanceof Command.TooLong) {
      return writer(turn, draft).tooLong(draft);
    }
    return command instanceof Command.Unreadable ? writer(turn, draft).onlyText(draft) : null;
  }

  private @Nullable Handover awaited(Turn turn, IncomingMessage message) {
    Handover draft = handovers.draft(turn.chat());
    return draft != null && draft.state() == Handover.State.AWAITED && draft.isFresh(message.at())
        ? draft
        : null;
  }

  private static HandoverWriter writer(Turn turn, Handover draft) {
    return new HandoverWriter(turn, Phrases.in(ReplyLanguage.ofTelegram(draft.language())));
  }

  private @Nullable List<OutgoingMessage> typed(Turn turn, IncomingMessage message, String text) {
    Handover draft = handovers.draft(turn.chat());
    if (draft == null || !draft.isFresh(message.at())) {
      return null;
    }
    HandoverWriter writer = writer(turn, draft);
    if (draft.state() == Handover.State.AWAITED) {
      return text.length() > Handing.LONGEST
          ? writer.tooLong(draft)
          : writer.preview(handovers.begin(NewHandover.with(text, draft, turn.now())));
    }
    // A turn that broke off behind its text comes again.
    return text.equals(draft.question()) ? writer.preview(draft) : null;
  }

  /** A reply to a message that is no answer of the bot's. */
  private @Nullable List<OutgoingMessage> back(Turn turn, IncomingMessage message, String text) {
    Long number = message.replyTo();
    Broadcast repliedTo = number == null ? null : broadcasts.broadcastOf(turn.chat(), number);
    if (repliedTo == null) {
      return null;
    }
    var writer = new HandoverWriter(turn, turn.phrases());
    return switch (repliedTo.kind()) {
      // An organiser's reply is taken at their desk; whoever is none any more ends up here.
      case QUESTION -> writer.say("handover.not_yours");
      case REPLY -> {
        HandoverAnswer answer =
            handovers.answer(Long.parseLong(Objects.requireNonNull(repliedTo.content())));
        yield handing.more(turn, writer, answer, text);
      }
      case CHANGE, REMINDER, REPORT, PROPOSAL, ANSWER, MESSAGE, CORRECTION -> null;
    };
  }

  /**
   * The resident turned to something else: the bot waits for the text no longer.
   *
   * @return what the resident is told of that; empty where the bot waited for nothing
   */
  List<OutgoingMessage> leave(Turn turn, IncomingMessage message, Command command) {
    boolean turnsAway =
        !(command instanceof Command.HandoverPress
            || command instanceof Command.AskPerson
            || command instanceof Command.DeletePress
            || command instanceof Command.Blank
            || command instanceof Command.Stop
            || command instanceof Command.Silence
            || command instanceof Command.Leave
            || command instanceof Command.Move);
    Handover draft = turnsAway && turn.isPrivate() ? awaited(turn, message) : null;
    if (draft == null) {
      return List.of();
    }
    handovers.drop(turn.chat());
    return writer(turn, draft).say("handover.left");
  }
}
