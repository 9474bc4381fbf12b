package pl.soclab.webinarbot.desk;

import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.desk.EditPress.Action;
import pl.soclab.webinarbot.language.PolishDates;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.publishing.LineChange;
import pl.soclab.webinarbot.publishing.Publisher;
import pl.soclab.webinarbot.publishing.Publisher.Version;
import pl.soclab.webinarbot.publishing.Uploads;
import pl.soclab.webinarbot.publishing.Uploads.Upload;

/** {@code /wersje}: what files held before, to be seen and brought back. */
final class VersionList {
  private static final int SHOWN = 8;

  private final Publisher publisher;
  private final Uploads uploads;
  private final Uploading uploading;

  VersionList(Publisher publisher, Uploads uploads, Uploading uploading) {
    this.publisher = publisher;
    this.uploads = uploads;
    this.uploading = uploading;
  }

  List<OutgoingMessage> write(DeskTurn turn) {
    List<Version> versions = publisher.versions(SHOWN);
    if (versions.isEmpty()) {
      return turn.say(DeskPhrases.get("versions.none"));
    }
    var text = new StringJoiner("\n\n");
    text.add(DeskPhrases.get("versions.head"));
    var buttons = new ArrayList<List<Button>>();
    Map<String, @Nullable String> after = new HashMap<>();
    for (Version version : versions) {
      if (!after.containsKey(version.file())) {
        after.put(version.file(), current(version.file()));
      }
      text.add(line(turn, version, after.get(version.file())));
      after.put(version.file(), version.content());
      buttons.add(buttons(version));
    }
    return List.of(
        new OutgoingMessage(turn.chat(), RichText.plain(text.toString()), buttons, null));
  }

  private @Nullable String current(String file) {
    try {
      return publisher.current(file);
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  /** Two in a row: neither changes anything. */
  private static List<Button> buttons(Version version) {
    long id = version.id();
    return List.of(
        EditPress.button(DeskPhrases.get("versions.button.see", id), Action.SEE_VERSION, id),
        EditPress.button(DeskPhrases.get("versions.button.restore", id), Action.RESTORE, id));
  }

  private static String line(DeskTurn turn, Version version, @Nullable String after) {
    LineChange lines = LineChange.between(version.content(), after);
    return DeskPhrases.get(
        "versions.line",
        version.id(),
        version.file(),
        who(turn, version),
        when(turn, version),
        lines.added().size(),
        lines.removed().size());
  }

  private static String who(DeskTurn turn, Version version) {
    return version.by().equals(turn.chat())
        ? DeskPhrases.get("versions.you")
        : DeskPhrases.get("versions.other", version.by());
  }

  private static String when(DeskTurn turn, Version version) {
    ZoneId zone = Audiences.zone(null, turn.knowledge());
    ZonedDateTime at = version.at().atZone(zone);
    return PolishDates.date(at.toLocalDate()) + ", " + PolishDates.hour(at.toLocalTime());
  }

  /** "Zobacz": the file as it was. */
  List<OutgoingMessage> see(DeskTurn turn, long id) {
    Version version = publisher.version(id);
    if (version == null) {
      return turn.say(DeskPhrases.get("versions.gone"));
    }
    String content = version.content();
    if (content == null || content.isBlank()) {
      return turn.say(DeskPhrases.get("versions.was_none", version.file()));
    }
    String text = DeskPhrases.get("versions.see", version.file(), when(turn, version));
    return List.of(
        new OutgoingMessage(
            turn.chat(),
            RichText.plain(text),
            List.of(),
            FileSending.attachment(version.file(), content)));
  }

  /** "Przywróć": shown and confirmed as any other change. */
  List<OutgoingMessage> restore(DeskTurn turn, long id) {
    Version version = publisher.version(id);
    if (version == null) {
      return turn.say(DeskPhrases.get("versions.gone"));
    }
    String file = version.file();
    Upload upload =
        uploads.create(
            turn.chat(),
            file.substring(file.lastIndexOf('/') + 1),
            file.substring(file.lastIndexOf('.')),
            version.content(),
            file,
            turn.now());
    return uploading.show(
        turn, upload, DeskPhrases.get("versions.restore", id, when(turn, version)));
  }
}
