package pl.soclab.webinarbot.desk;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.Document;
import pl.soclab.webinarbot.conversation.IncomingMessage.Forwarded;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/**
 * The organisers' files, from Telegram: a document, a forwarded text or a pasted announcement
 * becomes a file, {@code /plik} sends a file back, {@code /wersje} shows what files held before.
 * Takes any document, so it comes behind the parts that wait for something.
 */
final class Editing implements DeskPart {
  private static final int PASTED_LENGTH = 200;
  private static final int PASTED_LINES = 3;

  private final Uploading uploading;
  private final PublishStep publishing;
  private final FileSending files;
  private final VersionList versions;

  Editing(Uploading uploading, PublishStep publishing, FileSending files, VersionList versions) {
    this.uploading = uploading;
    this.publishing = publishing;
    this.files = files;
    this.versions = versions;
  }

  @Override
  public Set<DeskCommand.Name> commands() {
    return Set.of(DeskCommand.Name.PLIK, DeskCommand.Name.WERSJE);
  }

  @Override
  public List<OutgoingMessage> command(DeskTurn turn, DeskCommand command) {
    return command.name() == DeskCommand.Name.PLIK
        ? files.begin(turn, command.rest())
        : versions.write(turn);
  }

  @Override
  public String prefix() {
    return EditPress.PREFIX;
  }

  @Override
  public List<OutgoingMessage> press(DeskTurn turn, String data) {
    EditPress press = EditPress.parse(data);
    if (press == null) {
      return turn.say(DeskPhrases.get("edit.stale_button"));
    }
    long id = press.id();
    return switch (press.action()) {
      case AIM -> uploading.aim(turn, id, press.detail());
      case NEW_EVENT -> uploading.aimNew(turn, id, true);
      case NEW_TEXT -> uploading.aimNew(turn, id, false);
      case ELSEWHERE -> uploading.elsewhere(turn, id);
      case PUBLISH -> publishing.publish(turn, id, press.detail());
      case DISCARD -> uploading.discard(turn, id);
      case TELL -> publishing.tell(turn, id);
      case SEND -> files.send(turn, press.detail());
      case FILES -> files.page(turn, id);
      case SEE_VERSION -> versions.see(turn, id);
      case RESTORE -> versions.restore(turn, id);
    };
  }

  @Override
  public @Nullable List<OutgoingMessage> message(DeskTurn turn, IncomingMessage message) {
    if (message.content() instanceof Document document) {
      return uploading.take(turn, document);
    }
    if (message.content() instanceof Text(String text) && isPasted(text)) {
      return uploading.take(turn, text);
    }
    return message.content() instanceof Forwarded(String text) ? uploading.take(turn, text) : null;
  }

  /**
   * Nobody asks a question so: an announcement copied from a page, which Telegram takes as typed.
   */
  private static boolean isPasted(String text) {
    return text.length() >= PASTED_LENGTH
        && text.lines().filter(line -> !line.isBlank()).count() >= PASTED_LINES;
  }

  @Override
  public List<OutgoingMessage> leave(DeskTurn turn, IncomingMessage to) {
    return List.of();
  }
}
