package pl.soclab.webinarbot.desk;

import java.util.ArrayList;
import java.util.List;
import pl.soclab.webinarbot.desk.EditPress.Action;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.publishing.FileChoice;
import pl.soclab.webinarbot.publishing.Uploads.Upload;

/** Asks an organiser which file a text is to go to. */
final class FileQuestion {
  private FileQuestion() {}

  static List<OutgoingMessage> ask(DeskTurn turn, Upload upload, FileChoice choice) {
    var buttons = new ArrayList<Button>();
    for (String file : choice.likely()) {
      String label = DeskPhrases.get("edit.button.aim", named(turn, file));
      buttons.add(
          EditPress.button(Excerpt.label(label), Action.AIM, upload.id(), EditPress.key(file)));
    }
    buttons.add(
        EditPress.button(DeskPhrases.get("edit.button.new_event"), Action.NEW_EVENT, upload.id()));
    if (choice.newText() != null) {
      buttons.add(
          EditPress.button(DeskPhrases.get("edit.button.new_text"), Action.NEW_TEXT, upload.id()));
    }
    buttons.add(Uploading.discardButton(upload.id()));
    String key = choice.likely().isEmpty() ? "edit.which.new" : "edit.which";
    return turn.say(DeskPhrases.get(key), buttons);
  }

  /** The title of a file's event, else the file. */
  private static String named(DeskTurn turn, String file) {
    return turn.knowledge().events().stream()
        .filter(event -> event.file().equals(file))
        .map(Event::title)
        .findFirst()
        .orElse(file);
  }
}
