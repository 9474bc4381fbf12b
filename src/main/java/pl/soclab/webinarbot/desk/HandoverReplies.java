package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.Handover;
import pl.soclab.webinarbot.questions.HandoverAnswer;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;

/**
 * Takes organisers' replies to residents' questions: Telegram's own "reply" on the message with the
 * question. A reply leaves half a minute later and can be held back until then, which is quicker
 * than a confirmation and as safe; only where somebody answered before, it is asked for.
 */
final class HandoverReplies implements DeskPart {
  private static final Logger LOG = LoggerFactory.getLogger(HandoverReplies.class);
  private static final String PREFIX = "ha:";
  private static final Pattern DATA = Pattern.compile("ha:([xyn]):(\\d{1,18})");

  /** With the question before it, it stands in one message. */
  static final int LONGEST = 3000;

  private final Handovers handovers;
  private final Broadcasts broadcasts;
  private final ReplyPost post;

  HandoverReplies(Handovers handovers, Broadcasts broadcasts, ReplyPost post) {
    this.handovers = handovers;
    this.broadcasts = broadcasts;
    this.post = post;
  }

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public List<OutgoingMessage> leave(DeskTurn turn, IncomingMessage to) {
    return List.of();
  }

  @Override
  public @Nullable List<OutgoingMessage> message(DeskTurn turn, IncomingMessage message) {
    Long number = message.replyTo();
    Broadcast repliedTo = number == null ? null : broadcasts.broadcastOf(turn.chat(), number);
    if (repliedTo == null || repliedTo.kind() != Broadcast.Kind.QUESTION) {
      return null;
    }
    Handover handover = handovers.find(Long.parseLong(Objects.requireNonNull(repliedTo.content())));
    if (handover == null) {
      return turn.say(DeskPhrases.get("reply.gone"));
    }
    return message.content() instanceof Text(String text)
        ? reply(turn, handover, text.strip(), message.at())
        : turn.say(DeskPhrases.get("reply.only_text", handover.thread()));
  }

  private List<OutgoingMessage> reply(
      DeskTurn turn, Handover handover, String text, Instant writtenAt) {
    if (text.length() > LONGEST) {
      String length = DeskPhrases.counted("characters", text.length());
      return turn.say(DeskPhrases.get("reply.too_long", length, LONGEST));
    }
    if (handover.state() == Handover.State.CANCELLED) {
      return turn.say(DeskPhrases.get("reply.withdrawn", handover.thread()));
    }
    HandoverAnswer answer = handovers.propose(handover.id(), turn.chat(), text, writtenAt);
    return switch (answer.state()) {
      case PROPOSED ->
          isAnsweredByAnother(handover, answer)
              ? asks(turn, handover, answer)
              : send(turn, handover, answer);
      // A turn that broke off comes again.
      case SCHEDULED -> send(turn, handover, answer);
      case DELIVERED, FAILED -> turn.say(DeskPhrases.get("reply.too_late"));
      case WITHDRAWN -> turn.say(DeskPhrases.get("reply.dropped"));
    };
  }

  private boolean isAnsweredByAnother(Handover handover, HandoverAnswer own) {
    return handovers.answers(handover.id()).stream()
        .filter(answer -> !answer.author().equals(own.author()))
        .anyMatch(
            answer ->
                answer.state() == HandoverAnswer.State.SCHEDULED
                    || answer.state() == HandoverAnswer.State.DELIVERED);
  }

  private List<OutgoingMessage> asks(DeskTurn turn, Handover handover, HandoverAnswer answer) {
    return turn.say(
        DeskPhrases.get("reply.second", handover.thread(), excerpt(answer)),
        List.of(
            button("reply.button.send", 'y', answer), button("reply.button.drop", 'n', answer)));
  }

  private static Button button(String key, char action, HandoverAnswer answer) {
    return new Button(DeskPhrases.get(key), PREFIX + action + ":" + answer.id());
  }

  private static String excerpt(HandoverAnswer answer) {
    return Excerpt.of(Objects.requireNonNullElse(answer.reply(), ""));
  }

  private List<OutgoingMessage> send(DeskTurn turn, Handover handover, HandoverAnswer answer) {
    if (handovers.schedule(answer.id())) {
      LOG.info("Question {} was answered by {}", handover.thread(), turn.chat().value());
    }
    ZoneId zone = Audiences.zone(handover.eventId(), turn.knowledge());
    Instant leaves = post.send(answer, handover, zone, turn.now());
    boolean soon = !leaves.isAfter(turn.now().plus(ReplyPost.TO_THINK));
    return turn.say(
        DeskPhrases.get(
            soon ? "reply.leaves" : "reply.later",
            handover.thread(),
            excerpt(answer),
            StatusWriter.moment(leaves, zone)),
        List.of(button("reply.button.hold", 'x', answer)));
  }

  @Override
  public List<OutgoingMessage> press(DeskTurn turn, String data) {
    Matcher press = DATA.matcher(data);
    if (!press.matches()) {
      return turn.say(DeskPhrases.get("reply.stale_button"));
    }
    HandoverAnswer answer = handovers.answer(Long.parseLong(press.group(2)));
    Handover handover = answer == null ? null : handovers.find(answer.handover());
    if (answer == null || handover == null || !answer.author().equals(turn.chat())) {
      return turn.say(DeskPhrases.get("reply.gone"));
    }
    return switch (press.group(1)) {
      case "y" -> confirm(turn, handover, answer);
      case "n" -> drop(turn, answer);
      default -> hold(turn, answer);
    };
  }

  private List<OutgoingMessage> confirm(DeskTurn turn, Handover handover, HandoverAnswer answer) {
    if (handover.state() == Handover.State.CANCELLED) {
      return turn.say(DeskPhrases.get("reply.withdrawn", handover.thread()));
    }
    return switch (answer.state()) {
      case PROPOSED, SCHEDULED -> send(turn, handover, answer);
      case DELIVERED, FAILED -> turn.say(DeskPhrases.get("reply.too_late"));
      case WITHDRAWN -> turn.say(DeskPhrases.get("reply.dropped"));
    };
  }

  private List<OutgoingMessage> drop(DeskTurn turn, HandoverAnswer answer) {
    if (answer.state() == HandoverAnswer.State.PROPOSED) {
      handovers.withdraw(answer.id());
      return turn.say(DeskPhrases.get("reply.dropped"));
    }
    return hold(turn, answer);
  }

  private List<OutgoingMessage> hold(DeskTurn turn, HandoverAnswer answer) {
    Broadcast leaving = post.find(answer);
    boolean held =
        answer.state() == HandoverAnswer.State.WITHDRAWN
            || leaving == null
            || leaving.state() == Broadcast.State.STOPPED
            || broadcasts.change(
                leaving.id(),
                Set.of(Broadcast.State.SCHEDULED),
                Broadcast.State.STOPPED,
                turn.now());
    if (!held) {
      return turn.say(DeskPhrases.get("reply.too_late"));
    }
    handovers.withdraw(answer.id());
    return turn.say(DeskPhrases.get("reply.held"));
  }
}
