package pl.soclab.webinarbot.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.MessageEditor;
import pl.soclab.webinarbot.messaging.Messenger;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.SendOutcome;

/** Takes every message and every change, unless it was told otherwise. */
final class FakeTelegram implements Messenger, MessageEditor {
  private final List<OutgoingMessage> sent = new ArrayList<>();
  private final List<OutgoingMessage> edits = new ArrayList<>();
  private final Deque<SendOutcome> outcomes = new ArrayDeque<>();
  private int refusals;
  private int tries;

  /** The next send ends so. */
  void next(SendOutcome outcome) {
    outcomes.add(outcome);
  }

  /** So many changes are not taken. */
  void refusesEdits(int times) {
    refusals = times;
  }

  @Override
  public SendOutcome send(OutgoingMessage message) {
    SendOutcome outcome = outcomes.isEmpty() ? new SendOutcome.Sent(77) : outcomes.remove();
    if (outcome instanceof SendOutcome.Sent) {
      sent.add(message);
    }
    return outcome;
  }

  @Override
  public boolean edit(ChatId chat, long messageId, OutgoingMessage message) {
    tries++;
    if (refusals > 0) {
      refusals--;
      return false;
    }
    edits.add(message);
    return true;
  }

  List<String> sent() {
    return texts(sent);
  }

  /** The changes that were taken. */
  List<String> edits() {
    return texts(edits);
  }

  /** What the changed message reads now. */
  OutgoingMessage shown() {
    return edits.isEmpty() ? sent.getLast() : edits.getLast();
  }

  /** The changes that were tried. */
  int tries() {
    return tries;
  }

  private static List<String> texts(List<OutgoingMessage> messages) {
    return messages.stream().map(message -> message.text().text()).toList();
  }
}
