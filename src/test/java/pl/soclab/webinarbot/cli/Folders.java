package pl.soclab.webinarbot.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.knowledge.SourceLine;

/** Folders as if they had been read. */
final class Folders {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final String FILE = "wydarzenia/zebranie.md";

  private Folders() {}

  static Event meeting() {
    return meeting(LocalDate.of(2022, 2, 17), WARSAW);
  }

  static Event meeting(LocalDate day, ZoneId zone) {
    return meeting("zebranie", "Zebranie w sprawie placu", day, zone);
  }

  static Event meeting(String id, String title, LocalDate day) {
    return meeting(id, title, day, WARSAW);
  }

  private static Event meeting(String id, String title, LocalDate day, ZoneId zone) {
    var session =
        new Session(
            day,
            LocalTime.of(9, 0),
            LocalDateTime.of(day, LocalTime.of(10, 30)),
            zone,
            null,
            null,
            line(3));
    return new Event(
        id,
        title,
        line(2),
        zone,
        List.of(session),
        Map.of(
            FactKind.PLACE,
            new Fact(FactKind.PLACE, List.of("świetlica"), line(4), Fact.Origin.FRONT_MATTER),
            FactKind.COST,
            new Fact(FactKind.COST, List.of("wstęp wolny"), line(9), Fact.Origin.TEXT)),
        Event.Status.PLANNED,
        null,
        List.of(),
        FILE);
  }

  static Knowledge knowledge(List<String> questionFiles) {
    var passage = new Passage("Porozmawiamy o placu.", List.of(), line(8), "zebranie", false);
    return new Knowledge(List.of(meeting()), List.of(passage), List.of(), List.of(), questionFiles);
  }

  static OpenedFolder opened(Path path, Knowledge knowledge, Finding... findings) {
    return new OpenedFolder(
        path,
        knowledge,
        List.of(findings),
        InstantSource.fixed(Instant.parse("2022-02-16T11:00:00Z")));
  }

  private static SourceLine line(int line) {
    return new SourceLine(FILE, line);
  }
}
