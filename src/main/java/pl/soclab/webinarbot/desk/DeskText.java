package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.util.Objects;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.Corrections;
import pl.soclab.webinarbot.questions.Handover;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.BroadcastText;

/**
 * Writes what organisers are sent and is stored elsewhere: questions of residents, and proposals to
 * correct. There is always something true to say, so a message never waits for its text. Safe for
 * use by many threads.
 */
public final class DeskText implements BroadcastText {
  /** How the occasion of a question ends that organisers are sent once more. */
  static final String AGAIN = " again";

  private final Handovers handovers;
  private final CorrectionProposal proposals;

  /**
   * Wires it.
   *
   * @param reach tells how many would be told a correction
   */
  public DeskText(Handovers handovers, Corrections corrections, CorrectionReach reach) {
    this.handovers = handovers;
    proposals = new CorrectionProposal(corrections, reach);
  }

  @Override
  public OutgoingMessage write(
      Broadcast broadcast, ChatId chat, String language, Knowledge knowledge, Instant now) {
    long number = Long.parseLong(Objects.requireNonNull(broadcast.content()));
    return switch (broadcast.kind()) {
      case QUESTION -> OutgoingMessage.text(chat, question(broadcast, number, knowledge));
      case PROPOSAL -> proposals.write(number, new DeskTurn(chat, knowledge, now));
      case CHANGE, REMINDER, REPORT, REPLY, ANSWER, MESSAGE, CORRECTION ->
          throw new IllegalArgumentException("Not written here: " + broadcast.kind());
    };
  }

  private String question(Broadcast broadcast, long number, Knowledge knowledge) {
    Handover handover = handovers.find(number);
    if (handover == null) {
      return DeskPhrases.get("question.gone");
    }
    return switch (handover.state()) {
      case OPEN -> open(broadcast, handover, knowledge);
      case ANSWERED -> DeskPhrases.get("question.answered", handover.thread());
      case AWAITED, SHOWN, CANCELLED -> DeskPhrases.get("question.withdrawn", handover.thread());
    };
  }

  private static String open(Broadcast broadcast, Handover handover, Knowledge knowledge) {
    Event event = knowledge.event(handover.eventId());
    String about = event == null ? "" : "\n" + DeskPhrases.get("question.about", event.title());
    String occasion = broadcast.occasion();
    String key = handover.thread() == handover.id() ? "question" : "question.more";
    return DeskPhrases.get(
        occasion != null && occasion.endsWith(AGAIN) ? "question.again" : key,
        handover.thread(),
        Objects.requireNonNull(handover.question()),
        about);
  }
}
