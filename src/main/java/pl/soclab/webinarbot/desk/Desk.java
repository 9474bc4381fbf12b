package pl.soclab.webinarbot.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.publishing.FileChooser;
import pl.soclab.webinarbot.publishing.Proposals;
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
 *         .files(files, subscriptions, awaited, quiet)
 *         .over(residents);
 * }</pre>
 */
public final class Desk {
  private final Organisers organisers;
  private final Supplier<Knowledge> knowledge;
  private final InstantSource clock;
  private final List<DeskPart> parts = new ArrayList<>();
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
    this.drafting = drafting;
    var statuses = new StatusWriter(broadcasts, audiences);
    var sending = new Sending(broadcasts, audiences, drafting, previews, statuses);
    var list = new BroadcastList(broadcasts, organisers);
    var plan = new PlanWriter(broadcasts, subscriptions, memory, quiet);
    parts.add(new Broadcasting(drafting, sending, list, plan));
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
   * The desk over the conversation with residents.
   *
   * @throws IllegalArgumentException where a part is missing
   */
  public Conversation over(Conversation residents) {
    return new DeskConversation(residents, organisers, parts, knowledge, clock);
  }
}
