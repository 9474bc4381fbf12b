package pl.soclab.webinarbot.desk;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.conversation.IncomingMessage.Document;
import pl.soclab.webinarbot.desk.EditPress.Action;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.IncomingFiles;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.publishing.DocumentReader;
import pl.soclab.webinarbot.publishing.DocumentReader.Reading;
import pl.soclab.webinarbot.publishing.FileChoice;
import pl.soclab.webinarbot.publishing.FileChooser;
import pl.soclab.webinarbot.publishing.Proposal;
import pl.soclab.webinarbot.publishing.Proposals;
import pl.soclab.webinarbot.publishing.Uploads;
import pl.soclab.webinarbot.publishing.Uploads.State;
import pl.soclab.webinarbot.publishing.Uploads.Upload;

/** From what an organiser sent to the preview of what it would bring. Writes no file. */
final class Uploading {
  private static final Logger LOG = LoggerFactory.getLogger(Uploading.class);
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");
  private static final int LONGEST_NAME = 100;

  private final IncomingFiles files;
  private final Uploads uploads;
  private final FileChooser chooser;
  private final Proposals proposals;

  Uploading(IncomingFiles files, Uploads uploads, FileChooser chooser, Proposals proposals) {
    this.files = files;
    this.uploads = uploads;
    this.chooser = chooser;
    this.proposals = proposals;
  }

  /** A document, whatever its sender says of it. */
  List<OutgoingMessage> take(DeskTurn turn, Document document) {
    if (document.bytes() > DocumentReader.MAX_BYTES) {
      return refuse(turn, DocumentReader.Reason.TOO_BIG);
    }
    return switch (files.fetch(document.fileId(), DocumentReader.MAX_BYTES)) {
      case IncomingFiles.TooBig ignored -> refuse(turn, DocumentReader.Reason.TOO_BIG);
      case IncomingFiles.NotLoaded(String reason) -> {
        LOG.warn("A document of chat {} could not be brought: {}", turn.chat(), reason);
        yield turn.say(DeskPhrases.get("edit.not_loaded"));
      }
      case IncomingFiles.Loaded loaded -> {
        String name = shown(document.name());
        yield read(turn, name, DocumentReader.read(document.name(), loaded.content()));
      }
    };
  }

  /** A forwarded text. */
  List<OutgoingMessage> take(DeskTurn turn, String text) {
    return read(turn, "", DocumentReader.read(text));
  }

  private static String shown(String name) {
    String plain = CONTROL.matcher(name).replaceAll("");
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
  }

  private List<OutgoingMessage> read(DeskTurn turn, String name, Reading reading) {
    return switch (reading) {
      case Reading.Refused(DocumentReader.Reason reason) -> refuse(turn, reason);
      case Reading.Readable readable -> readable(turn, name, readable);
    };
  }

  private static List<OutgoingMessage> refuse(DeskTurn turn, DocumentReader.Reason reason) {
    LOG.info("A document of chat {} was refused: {}", turn.chat(), reason);
    return turn.say(DeskPhrases.get("edit.refused." + reason));
  }

  private List<OutgoingMessage> readable(DeskTurn turn, String name, Reading.Readable readable) {
    FileChoice choice = chooser.choose(name, readable.text(), readable.ending());
    Upload upload =
        uploads.create(
            turn.chat(), name, readable.ending(), readable.text(), choice.certain(), turn.now());
    LOG.info("Upload {} of chat {}", upload.id(), turn.chat());
    return upload.target() == null
        ? FileQuestion.ask(turn, upload, choice)
        : show(turn, upload, ProposalWriter.note(readable.findings()));
  }

  static Button discardButton(long id) {
    return EditPress.button(DeskPhrases.get("edit.button.discard"), Action.DISCARD, id);
  }

  /** "Zmień „...”". */
  List<OutgoingMessage> aim(DeskTurn turn, long id, String key) {
    String file =
        chooser.files().stream()
            .filter(each -> EditPress.key(each).equals(key))
            .findFirst()
            .orElse(null);
    Upload upload = waiting(turn, id);
    if (upload == null) {
      return over(turn, id);
    }
    return file == null ? turn.say(DeskPhrases.get("edit.file_gone")) : aimed(turn, upload, file);
  }

  /** "Nowe wydarzenie", "Informacje". */
  List<OutgoingMessage> aimNew(DeskTurn turn, long id, boolean event) {
    Upload upload = waiting(turn, id);
    if (upload == null || upload.content() == null) {
      return over(turn, id);
    }
    FileChoice choice = chooser.choose(upload.name(), upload.content(), upload.ending());
    String newText = choice.newText();
    return aimed(turn, upload, event || newText == null ? choice.newEvent() : newText);
  }

  private List<OutgoingMessage> aimed(DeskTurn turn, Upload upload, String file) {
    uploads.aim(upload.id(), file);
    Upload aimed = uploads.find(upload.id(), turn.now());
    return aimed == null ? over(turn, upload.id()) : show(turn, aimed, null);
  }

  /** "Inny plik". */
  List<OutgoingMessage> elsewhere(DeskTurn turn, long id) {
    Upload upload = waiting(turn, id);
    if (upload == null || upload.content() == null) {
      return over(turn, id);
    }
    FileChoice choice = chooser.choose(upload.name(), upload.content(), upload.ending());
    var likely = new ArrayList<>(choice.likely());
    String certain = choice.certain();
    if (certain != null && chooser.files().contains(certain)) {
      likely.addFirst(certain);
    }
    String asText = choice.newText();
    return FileQuestion.ask(turn, upload, new FileChoice(null, likely, choice.newEvent(), asText));
  }

  /** "Odrzuć". */
  List<OutgoingMessage> discard(DeskTurn turn, long id) {
    Upload upload = own(turn, id);
    boolean discarded = upload != null && uploads.discard(id);
    return discarded ? turn.say(DeskPhrases.get("edit.discarded")) : over(turn, id);
  }

  /**
   * What an upload would bring.
   *
   * @param note what is said before it; null for nothing
   */
  List<OutgoingMessage> show(DeskTurn turn, Upload upload, @Nullable String note) {
    Proposal proposal = proposal(upload);
    return proposal == null
        ? turn.say(DeskPhrases.get("edit.unreadable", String.valueOf(upload.target())))
        : List.of(ProposalWriter.write(turn, upload, proposal, note));
  }

  /** Null where the present file cannot be read. */
  @Nullable Proposal proposal(Upload upload) {
    String target = upload.target();
    if (target == null) {
      throw new IllegalStateException("Upload " + upload.id() + " has no file to go to");
    }
    try {
      return proposals.of(target, upload.content());
    } catch (UncheckedIOException e) {
      LOG.warn("{} cannot be read", target, e);
      return null;
    }
  }

  /** One of this organiser's; null for any other. */
  @Nullable Upload own(DeskTurn turn, long id) {
    Upload upload = uploads.find(id, turn.now());
    return upload != null && upload.chat().equals(turn.chat()) ? upload : null;
  }

  private @Nullable Upload waiting(DeskTurn turn, long id) {
    Upload upload = own(turn, id);
    return upload != null && upload.state() == State.WAITING ? upload : null;
  }

  /** Why nothing can be done with an upload any more. */
  List<OutgoingMessage> over(DeskTurn turn, long id) {
    Upload upload = own(turn, id);
    if (upload == null) {
      return turn.say(DeskPhrases.get("edit.gone"));
    }
    return switch (upload.state()) {
      case PUBLISHED -> turn.say(DeskPhrases.get("edit.published_already"));
      case DISCARDED -> turn.say(DeskPhrases.get("edit.discarded_already"));
      case WAITING -> turn.say(DeskPhrases.get("edit.gone"));
    };
  }
}
