package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.evaluation.Mistyping;

/**
 * A folder of made-up files, ten passages for each: of three files one is an event, one a text and
 * one a text or, every sixth, ready answers. The same for the same seed.
 */
final class GeneratedFolder {
  static final long SEED = 20260301;
  static final Instant NOW = Instant.parse("2026-03-01T11:00:00Z");

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
  private static final int DAYS = 540;
  private static final int PASSAGES = 12;
  private static final int ANSWERS = 6;

  private final Path path;
  private final Slots slots = new Slots(SEED);
  private final List<String> events = new ArrayList<>();

  private GeneratedFolder(Path path) {
    this.path = path;
  }

  static GeneratedFolder write(Path path, int files) throws IOException {
    var folder = new GeneratedFolder(path);
    for (int i = 0; i < files; i++) {
      folder.writeFile(i);
    }
    return folder;
  }

  /** A folder of events alone. */
  static GeneratedFolder ofEvents(Path path, int count) throws IOException {
    var folder = new GeneratedFolder(path);
    for (int i = 0; i < count; i++) {
      folder.writeNewEvent(i);
    }
    return folder;
  }

  Path path() {
    return path;
  }

  /** The ids of the events. */
  List<String> events() {
    return events;
  }

  private void writeFile(int number) throws IOException {
    switch (number % 6) {
      case 0, 3 -> writeNewEvent(number);
      case 5 -> write("odpowiedzi/" + number + ".md", answers(number));
      default -> write("teksty/" + number / 500 + "/" + number + ".md", text());
    }
  }

  private void writeNewEvent(int number) throws IOException {
    String day = FIRST_DAY.plusDays(slots.number(DAYS)).toString();
    String id = day + "-" + number;
    events.add(id);
    writeEvent(id, "000" + number);
  }

  /** Writes an event anew; its day is in its id. */
  void writeEvent(String id, String passcode) throws IOException {
    String facts =
        slots.fill(
            """
            ---
            tytuł: "{kind}: {subject}, {town}"
            początek: %s {hour}
            miejsce: {office}, {town}, ul. {street} {number}
            link: https://us02web.zoom.us/j/8195%s
            hasło: "%s"
            organizatorzy: [{office}]
            ---
            """);
    write(
        "wydarzenia/" + id + ".md",
        String.format(facts, id.substring(0, 10), passcode, passcode)
            + paragraphs("event", PASSAGES));
  }

  private String text() {
    return slots.fill("# {subject}, {town}\n") + paragraphs("text", PASSAGES);
  }

  private String paragraphs(String section, int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i % 4 == 3 ? "\n## " + slots.fill("{subject}: {word}") + "\n" : "");
      text.append('\n').append(slots.line(section));
      text.append(' ').append(slots.line(section)).append('\n');
    }
    return text.toString();
  }

  /** Half of the files with ready answers are on one event, as the shipped one is. */
  private String answers(int number) {
    var text = new StringBuilder();
    if (number % 2 == 1 && number % 12 == 5) {
      text.append("---\nwydarzenie: ").append(events.getLast()).append("\n---\n");
    }
    for (int i = 0; i < ANSWERS; i++) {
      text.append("\n## ").append(slots.line("question")).append("\n\n");
      text.append(slots.line("answer")).append('\n');
    }
    return text.toString();
  }

  private void write(String name, String content) throws IOException {
    Path file = path.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /**
   * Questions of residents: two thirds after one on an event, a third without diacritics, a fifth
   * with two letters swapped.
   */
  List<Question> questions(int count) {
    var mistyping = new Mistyping();
    var questions = new ArrayList<Question>();
    for (int i = 0; i < count; i++) {
      String text = slots.line("asked");
      text = i % 3 == 0 ? Mistyping.withoutDiacritics(text) : text;
      text = i % 5 == 0 ? mistyping.withSwap(text) : text;
      String event = events.get(slots.number(events.size()));
      var thread = i % 3 == 2 ? Question.Thread.none() : new Question.Thread(List.of(), event);
      questions.add(new Question(text, thread));
    }
    return questions;
  }
}
