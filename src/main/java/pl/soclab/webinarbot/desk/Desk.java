package pl.soclab.webinarbot.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.publishing.FileChooser;
import pl.soclab.webinarbot.publishing.Proposals;
import pl.soclab.webinarbot.publishing.Publisher;
import pl.soclab.webinarbot.questions.AnswerDrafts;
import pl.soclab.webinarbot.questions.Corrections;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.questions.OpenQuestions;
import pl.soclab.webinarbot.reminders.BroadcastText;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.Pause;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Subscriptions;

/**
 * Puts the organisers' desk together, part by part.
 *
 * <pre>{@code
 * Conversation desk =
 *     new Desk(organisers, knowledge, clock)
 *         .broadcasting(broadcasts, subscriptions, memory, texts, quiet, pause)
 *         .panel(sources, botSwitch)
 *         .files(files, subscriptions, awaited, quiet)
 *         .over(residents);
 * }</pre>
 */
public final class Desk {
  private final Organisers organisers;
  private final Supplier<Knowledge> knowledge;
  private final InstantSource clock;
  private final List<DeskPart> parts = new ArrayList<>();
  private UnaryOperator<Conversation> door = UnaryOperator.identity();
  private @Nullable Drafting drafting;

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
   * @param pause in which nothing leaves
   */
  public Desk broadcasting(
      Broadcasts broadcasts,
      Subscriptions subscriptions,
      EventMemory memory,
      BroadcastText texts,
      QuietHours quiet,
      Pause pause) {
    var audiences = new Audiences(subscriptions);
    var previews = new DraftPreview(audiences, texts);
    var drafting = new Drafting(broadcasts, audiences, previews);
    this.drafting = drafting;
    var statuses = new StatusWriter(broadcasts, audiences, pause);
    var sending = new Sending(broadcasts, audiences, drafting, previews, statuses);
    var list = new BroadcastList(broadcasts, organisers);
    var plan = new PlanWriter(broadcasts, subscriptions, memory, quiet);
    parts.add(new Broadcasting(drafting, sending, list, plan));
    return this;
  }

  /**
   * How things stand.
   *
   * @param botSwitch tells whether the bot does its work
   */
  public Desk panel(ReportSources sources, BotSwitch botSwitch) {
    parts.add(new Panel(new PanelWriter(sources, botSwitch)));
    return this;
  }

  /**
   * Who is an organiser, and how others come and go.
   *
   * @param paired who may sit at the desk: the same as the desk was made with
   * @param broadcasts where drafts of one who goes are discarded, and others are told
   * @param menus told of each chat that has become an organiser's, or is one no longer
   */
  public Desk organisers(
      PairedOrganisers paired,
      Inviting inviting,
      Broadcasts broadcasts,
      Awaited awaited,
      Consumer<ChatId> menus) {
    var colleagues = new Colleagues(broadcasts, paired);
    var removal = new Removal(paired.pairings(), broadcasts, awaited, colleagues, menus);
    parts.add(new OrganiserList(paired, inviting, removal));
    door = inside -> new Door(inside, paired, paired.pairings(), colleagues, menus, clock);
    return this;
  }

  /**
   * The off switch. What residents get while it is off is {@link
   * pl.soclab.webinarbot.conversation.Switched}.
   *
   * @param broadcasts where the other organisers are told
   */
  public Desk switching(BotSwitch botSwitch, Broadcasts broadcasts, Awaited awaited) {
    var state = new SwitchState(botSwitch, new Colleagues(broadcasts, organisers));
    parts.add(new Switching(awaited, new SwitchingOff(awaited, state), new SwitchingOn(state)));
    return this;
  }

  /**
   * The organisers' files: what is wrong with them, questions on trial, changes, versions. Comes
   * behind {@link #broadcasting} and behind all parts that wait for a message.
   *
   * @param quiet by which changed times are told
   */
  public Desk files(
      FilesOfDesk files, Subscriptions subscriptions, Awaited awaited, QuietHours quiet) {
    Drafting messages = Objects.requireNonNull(drafting, "Broadcasting comes first");
    var answerers = files.answerers();
    var chooser = new FileChooser(files.folder());
    var proposals = new Proposals(files.folder(), files.publisher(), answerers, clock);
    var uploading = new Uploading(files.incoming(), files.uploads(), chooser, proposals);
    var writer = new PublishedWriter(answerers, subscriptions, quiet);
    var publishing =
        new PublishStep(files.publisher(), files.uploads(), uploading, writer, messages);
    var sending = new FileSending(files.publisher(), chooser);
    var versions = new VersionList(files.publisher(), files.uploads(), uploading);
    parts.add(new Checking(new Inspection(files.folder(), answerers, clock), answerers, awaited));
    parts.add(new Editing(uploading, publishing, sending, versions));
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
   * @throws IllegalArgumentException where two parts take the same command
   */
  public Conversation over(Conversation residents) {
    return door.apply(new DeskConversation(residents, organisers, parts, knowledge, clock));
  }
}
