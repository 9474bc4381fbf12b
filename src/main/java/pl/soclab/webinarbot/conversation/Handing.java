package pl.soclab.webinarbot.conversation;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.Handover;
import pl.soclab.webinarbot.questions.HandoverAnswer;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.questions.NewHandover;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.QuietHours;

/**
 * Hands residents' questions to the organisers, in private chats. Nothing is passed on that its
 * resident has not seen as it will be passed on; a draft that was shown never changes, another text
 * makes another one. Safe for use by many threads, one turn of a chat at a time.
 */
public final class Handing {
  /** It stands in one message with what is said around it. */
  static final int LONGEST = 1000;

  /** What is sent to residents who were named, and not any more after a stop. */
  private static final Set<Broadcast.Kind> WITHDRAWN =
      Set.of(Broadcast.Kind.REPLY, Broadcast.Kind.ANSWER, Broadcast.Kind.CORRECTION);

  private final Handovers handovers;
  private final Broadcasts broadcasts;
  private final Supplier<List<ChatId>> organisers;
  private final HandoverLimits limits;
  private final HandoverPost post;
  private final HandoverTexts texts;

  /**
   * Wires it.
   *
   * @param broadcasts in which a question goes to the organisers
   * @param organisers gives the private chats of all organisers; asked anew each time
   * @param quiet in which organisers are not written to
   */
  public Handing(
      Handovers handovers,
      Broadcasts broadcasts,
      Supplier<List<ChatId>> organisers,
      QuietHours quiet) {
    this.handovers = handovers;
    this.broadcasts = broadcasts;
    this.organisers = organisers;
    limits = new HandoverLimits(handovers);
    post = new HandoverPost(broadcasts, quiet);
    texts = new HandoverTexts(this, handovers, broadcasts);
  }

  /** Takes messages that are questions to the organisers. */
  HandoverTexts texts() {
    return texts;
  }

  /** Whether an answer that does not know offers to ask a person. */
  boolean isOffered(Turn turn) {
    return turn.isPrivate() && !reachable(turn).isEmpty();
  }

  /** An organiser who asks as a resident does not ask themselves. */
  private List<ChatId> reachable(Turn turn) {
    return organisers.get().stream().filter(chat -> !chat.equals(turn.chat())).toList();
  }

  /**
   * Somebody wants to ask a person.
   *
   * @param question what it would be; null where that is not known
   */
  List<OutgoingMessage> ask(Turn turn, Phrases phrases, @Nullable String question) {
    var writer = new HandoverWriter(turn, phrases);
    if (!turn.isPrivate()) {
      return writer.say("handover.private");
    }
    if (reachable(turn).isEmpty()) {
      return writer.say("handover.nobody");
    }
    String refusal = limits.refusal(turn);
    return refusal == null
        ? begin(
            writer,
            NewHandover.first(
                turn.chat(),
                phrases.language().code(),
                turn.thread().eventId(),
                question,
                turn.now()))
        : writer.say(refusal);
  }

  private List<OutgoingMessage> begin(HandoverWriter writer, NewHandover begun) {
    String question = begun.question();
    if (question == null) {
      return writer.asksForText(handovers.begin(begun));
    }
    return question.length() > LONGEST
        ? writer.tooLong(handovers.begin(begun.unwritten()))
        : writer.preview(handovers.begin(begun));
  }

  /** A press of a button; {@link HandoverAction#ASK} is the caller's, who knows the question. */
  List<OutgoingMessage> press(Turn turn, Command.HandoverPress press, @Nullable String question) {
    Phrases phrases = Phrases.in(press.language());
    var writer = new HandoverWriter(turn, phrases);
    long number = press.number();
    return switch (press.action()) {
      case ASK -> ask(turn, phrases, question);
      case SEND -> send(turn, writer, own(turn, number));
      case REWRITE -> rewrite(turn, writer, own(turn, number));
      case CANCEL -> {
        Handover draft = own(turn, number);
        boolean dropped = draft != null && draft.state().isDraft() && handovers.drop(turn.chat());
        yield writer.say(
            dropped || draft == null ? "handover.cancelled" : "handover.already", number(draft));
      }
      case MORE -> more(turn, writer, handovers.answer(number), null);
    };
  }

  private static long number(@Nullable Handover handover) {
    return handover == null ? 0 : handover.thread();
  }

  /** Numbers in buttons may be forged. */
  private @Nullable Handover own(Turn turn, long number) {
    Handover handover = handovers.find(number);
    return handover != null && handover.chat().equals(turn.chat()) ? handover : null;
  }

  private List<OutgoingMessage> send(Turn turn, HandoverWriter writer, @Nullable Handover shown) {
    if (shown == null || (shown.state().isDraft() && !shown.isFresh(turn.now()))) {
      return writer.say("handover.stale");
    }
    List<ChatId> reachable = reachable(turn);
    if (reachable.isEmpty()) {
      return writer.say("handover.nobody");
    }
    return switch (shown.state()) {
      case AWAITED -> writer.asksForText(shown);
      case SHOWN -> {
        String refusal = limits.refusal(turn);
        if (refusal != null) {
          yield writer.say(refusal);
        }
        handovers.confirm(shown.id(), turn.now());
        yield writer.sent(shown, post.toOrganisers(turn, shown, reachable));
      }
      // A turn that broke off behind the first step comes again.
      case OPEN -> writer.sent(shown, post.toOrganisers(turn, shown, reachable));
      case ANSWERED -> writer.say("handover.already", shown.thread());
      case CANCELLED -> writer.say("handover.stale");
    };
  }

  private List<OutgoingMessage> rewrite(
      Turn turn, HandoverWriter writer, @Nullable Handover shown) {
    if (shown == null || !shown.isFresh(turn.now())) {
      return writer.say("handover.stale");
    }
    return begin(writer, NewHandover.with(null, shown, turn.now()));
  }

  /**
   * Asks the organiser who answered once more.
   *
   * @param answer null where it is not kept any more
   * @param text null where the bot asks for it
   */
  List<OutgoingMessage> more(
      Turn turn, HandoverWriter writer, @Nullable HandoverAnswer answer, @Nullable String text) {
    Handover answered = answer == null ? null : own(turn, answer.handover());
    if (answer == null || answered == null) {
      return writer.say("handover.gone");
    }
    String refusal = limits.refusal(turn);
    return refusal == null
        ? begin(writer, NewHandover.after(answered, answer.author(), text, turn.now()))
        : writer.say(refusal);
  }

  /**
   * Nothing more comes to that chat of the bot's own accord, nor what it asked people for.
   *
   * @return how many questions waited for an answer
   */
  int stop(ChatId chat) {
    // First what is on its way: a crash before the second step leaves nothing that could leave.
    broadcasts.withdraw(chat, WITHDRAWN);
    return handovers.cancel(chat).size();
  }

  /** The resident is gone: what nobody has seen yet is erased. */
  void left(ChatId chat) {
    handovers.drop(chat);
  }

  void moved(ChatId from, ChatId to) {
    handovers.moved(from, to);
  }
}
