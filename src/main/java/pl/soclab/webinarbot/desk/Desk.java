package pl.soclab.webinarbot.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.questions.Corrections;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.reminders.BroadcastText;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Subscriptions;

/**
 * Puts the organisers' desk together, part by part.
 *
 * <pre>{@code
 * Conversation desk =
 *     new Desk(organisers, knowledge, clock)
 *         .broadcasting(broadcasts, subscriptions, memory, texts, quiet)
 *         .over(residents);
 * }</pre>
 */
public final class Desk {
  private final Organisers organisers;
  private final Supplier<Knowledge> knowledge;
  private final InstantSource clock;
  private final List<DeskPart> parts = new ArrayList<>();

  /**
   * A desk without parts.
   *
   * @param organisers who may sit at it
   * @param knowledge gives the newest snapshot; asked once a turn
   */
  public Desk(Organisers organisers, Supplier<Knowledge> knowledge, InstantSource clock) {
    this.organisers = organisers;
    this.knowledge = knowledge;
    this.clock = clock;
  }

  /**
   * Messages to all who subscribed.
   *
   * @param memory tells an event that was put off from one that takes place
   * @param texts writes a broadcast as residents will read it
   * @param quiet by which the plan is told
   */
  public Desk broadcasting(
      Broadcasts broadcasts,
      Subscriptions subscriptions,
      EventMemory memory,
      BroadcastText texts,
      QuietHours quiet) {
    var audiences = new Audiences(subscriptions);
    var previews = new DraftPreview(audiences, texts);
    var drafting = new Drafting(broadcasts, audiences, previews);
    var statuses = new StatusWriter(broadcasts, audiences);
    var sending = new Sending(broadcasts, audiences, drafting, previews, statuses);
    var list = new BroadcastList(broadcasts, organisers);
    var plan = new PlanWriter(broadcasts, subscriptions, memory, quiet);
    parts.add(new Broadcasting(drafting, sending, list, plan));
    return this;
  }

  /**
   * Replies to residents' questions. Before the parts that wait for a text: whoever replies to a
   * question means it.
   *
   * @param quiet in which nobody is answered who does not wait just now
   */
  public Desk answering(Handovers handovers, Broadcasts broadcasts, QuietHours quiet) {
    parts.add(new HandoverReplies(handovers, broadcasts, new ReplyPost(broadcasts, quiet)));
    return this;
  }

  /** Corrections of facts that residents were told. */
  public Desk correcting(
      Corrections corrections, CorrectionReach reach, Broadcasts broadcasts, QuietHours quiet) {
    parts.add(new CorrectionPart(corrections, reach, broadcasts, quiet));
    return this;
  }

  /**
   * The desk over the conversation with residents.
   *
   * @throws IllegalArgumentException where a part is missing
   */
  public Conversation over(Conversation residents) {
    return new DeskConversation(residents, organisers, parts, knowledge, clock);
  }
}
