package pl.soclab.webinarbot.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.publishing.Publisher;
import pl.soclab.webinarbot.questions.AnswerDrafts;
import pl.soclab.webinarbot.questions.OpenQuestions;
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
   * Questions without an answer.
   *
   * @param drafts where an answer waits between its preview and its publication
   * @param publisher writes it into the files
   * @param answerers gives the answerer over the newest snapshot; asked again behind each
   *     publication
   */
  public Desk unanswered(
      OpenQuestions questions,
      AnswerDrafts drafts,
      Awaited awaited,
      Publisher publisher,
      Supplier<Answerer> answerers) {
    var list = new UnansweredList(questions);
    var asking = new AnswerAsking(questions, drafts, awaited);
    var publishing = new AnswerPublishing(questions, drafts, publisher, answerers);
    parts.add(new Unanswering(list, asking, publishing));
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
