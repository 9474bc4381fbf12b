package pl.soclab.webinarbot.desk;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.desk.EditPress.Action;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.messaging.Attachment;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.publishing.FileChooser;
import pl.soclab.webinarbot.publishing.Publisher;

/** {@code /plik}: the present file, to be edited and sent back under its name. */
final class FileSending {
  private static final int ON_A_PAGE = 8;

  private final Publisher publisher;
  private final FileChooser chooser;

  FileSending(Publisher publisher, FileChooser chooser) {
    this.publisher = publisher;
    this.chooser = chooser;
  }

  /**
   * {@code /plik}: the file of the only event at once, else a choice.
   *
   * @param part of a file's name or an event's title; empty for none
   */
  List<OutgoingMessage> begin(DeskTurn turn, String part) {
    List<Named> files = files(turn);
    if (files.isEmpty()) {
      return turn.say(DeskPhrases.get("file.none"));
    }
    if (!part.isBlank()) {
      return search(turn, files, part);
    }
    List<Named> events = files.stream().filter(Named::isEvent).toList();
    return events.size() == 1 || files.size() == 1
        ? send(turn, files.getFirst().file(), files.size() > 1)
        : page(turn, 0);
  }

  /**
   * A file with what it is shown as.
   *
   * @param label the title of its event, else its name
   */
  private record Named(String file, String label, boolean isEvent) {}

  /** Events first, each in the order of their names. */
  private List<Named> files(DeskTurn turn) {
    Map<String, String> titles =
        turn.knowledge().events().stream()
            .collect(Collectors.toMap(Event::file, Event::title, (first, second) -> first));
    return chooser.files().stream()
        .map(file -> new Named(file, titles.getOrDefault(file, file), titles.containsKey(file)))
        .sorted(Comparator.comparing((Named named) -> !named.isEvent()).thenComparing(Named::file))
        .toList();
  }

  private List<OutgoingMessage> search(DeskTurn turn, List<Named> files, String part) {
    String wanted = Folding.fold(part);
    List<Named> found =
        files.stream()
            .filter(named -> Folding.fold(named.file() + " " + named.label()).contains(wanted))
            .toList();
    if (found.size() == 1) {
      return send(turn, found.getFirst().file(), false);
    }
    return found.isEmpty()
        ? turn.say(DeskPhrases.get("file.not_found"), List.of(pageButton("file.all", 0)))
        : turn.say(
            DeskPhrases.get("file.which"), buttons(found.stream().limit(ON_A_PAGE).toList()));
  }

  /** A page of all files, from 0. */
  List<OutgoingMessage> page(DeskTurn turn, long page) {
    List<Named> files = files(turn);
    long pages = Math.ceilDiv(files.size(), ON_A_PAGE);
    if (files.isEmpty()) {
      return turn.say(DeskPhrases.get("file.none"));
    }
    long shown = Math.min(page, pages - 1);
    List<Button> buttons =
        buttons(files.stream().skip(shown * ON_A_PAGE).limit(ON_A_PAGE).toList());
    if (shown > 0) {
      buttons.add(pageButton("file.earlier", shown - 1));
    }
    if (shown < pages - 1) {
      buttons.add(pageButton("file.later", shown + 1));
    }
    return turn.say(
        pages == 1
            ? DeskPhrases.get("file.which")
            : DeskPhrases.get("file.which.page", shown + 1, pages),
        buttons);
  }

  private static List<Button> buttons(List<Named> files) {
    var buttons = new ArrayList<Button>();
    for (Named named : files) {
      buttons.add(
          EditPress.button(
              Excerpt.label(named.label()), Action.SEND, 0, EditPress.key(named.file())));
    }
    return buttons;
  }

  private static Button pageButton(String key, long page) {
    return EditPress.button(DeskPhrases.get(key), Action.FILES, page);
  }

  /** The file that a button names. */
  List<OutgoingMessage> send(DeskTurn turn, String key) {
    return chooser.files().stream()
        .filter(file -> EditPress.key(file).equals(key))
        .findFirst()
        .map(file -> send(turn, file, false))
        .orElseGet(() -> turn.say(DeskPhrases.get("edit.file_gone")));
  }

  private List<OutgoingMessage> send(DeskTurn turn, String file, boolean more) {
    String content = content(file);
    if (content == null || content.isBlank()) {
      return turn.say(DeskPhrases.get("edit.unreadable", file));
    }
    List<List<Button>> buttons = more ? List.of(List.of(pageButton("file.other", 0))) : List.of();
    return List.of(
        new OutgoingMessage(
            turn.chat(),
            RichText.plain(DeskPhrases.get("file.sent", file)),
            buttons,
            attachment(file, content)));
  }

  private @Nullable String content(String file) {
    try {
      return publisher.current(file);
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  /** A file under its own name. */
  static Attachment attachment(String file, String content) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    String type = name.toLowerCase(java.util.Locale.ROOT).endsWith(".md") ? "markdown" : "plain";
    return new Attachment(name, "text/" + type, content.getBytes(StandardCharsets.UTF_8));
  }
}
