package pl.soclab.webinarbot.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.evaluation.Coverage;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.publishing.Proposal;
import pl.soclab.webinarbot.publishing.Publisher;
import pl.soclab.webinarbot.publishing.Publisher.Published;
import pl.soclab.webinarbot.publishing.Uploads;
import pl.soclab.webinarbot.publishing.Uploads.State;
import pl.soclab.webinarbot.publishing.Uploads.Upload;

/**
 * "Opublikuj", and what comes behind it. The button holds the fingerprint of what stood above it,
 * so that nothing is published but what was shown.
 */
final class PublishStep {
  private static final Logger LOG = LoggerFactory.getLogger(PublishStep.class);

  private final Publisher publisher;
  private final Uploads uploads;
  private final Uploading uploading;
  private final PublishedWriter writer;
  private final Drafting drafting;

  PublishStep(
      Publisher publisher,
      Uploads uploads,
      Uploading uploading,
      PublishedWriter writer,
      Drafting drafting) {
    this.publisher = publisher;
    this.uploads = uploads;
    this.uploading = uploading;
    this.writer = writer;
    this.drafting = drafting;
  }

  List<OutgoingMessage> publish(DeskTurn turn, long id, String fingerprint) {
    Upload upload = uploading.own(turn, id);
    if (upload == null || upload.state() != State.WAITING || upload.target() == null) {
      return uploading.over(turn, id);
    }
    Proposal proposal = uploading.proposal(upload);
    if (proposal == null) {
      return turn.say(DeskPhrases.get("edit.unreadable", upload.target()));
    }
    if (proposal.isSame()) {
      // A turn that broke off behind the writing comes again.
      return done(turn, upload, proposal, null);
    }
    if (proposal.hasErrors() || !proposal.fingerprint().equals(fingerprint)) {
      return uploading.show(turn, upload, DeskPhrases.get("edit.changed_meanwhile"));
    }
    Coverage before = writer.coverage(proposal.formerEvent(), turn.now());
    String eventId = proposal.event() == null ? null : proposal.event().id();
    uploads.propose(upload.id(), writer.notice(proposal), eventId);
    return switch (publisher.publish(
        proposal.file(), proposal.before(), proposal.content(), turn.chat(), turn.now())) {
      case Published.Done ignored -> done(turn, upload, proposal, before);
      case Published.ChangedMeanwhile ignored ->
          uploading.show(turn, upload, DeskPhrases.get("edit.changed_meanwhile"));
      case Published.NotWritten(String reason) -> {
        LOG.warn("{} could not be written: {}", proposal.file(), reason);
        yield turn.say(DeskPhrases.get("edit.not_written", proposal.file()));
      }
    };
  }

  private List<OutgoingMessage> done(
      DeskTurn turn, Upload upload, Proposal proposal, @Nullable Coverage before) {
    uploads.published(upload.id());
    Upload published = uploads.find(upload.id(), turn.now());
    return writer.write(turn, published == null ? upload : published, proposal, before);
  }

  /** "Napisz do zapisanych": begins a draft, which is shown and confirmed as any other. */
  List<OutgoingMessage> tell(DeskTurn turn, long id) {
    Upload upload = uploading.own(turn, id);
    String notice = upload == null ? null : upload.notice();
    String eventId = upload == null ? null : upload.eventId();
    return notice == null || eventId == null
        ? turn.say(DeskPhrases.get("edit.gone"))
        : drafting.beginFor(turn, eventId, notice);
  }
}
