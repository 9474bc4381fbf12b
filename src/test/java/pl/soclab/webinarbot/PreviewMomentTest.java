package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.cli.OpenedFolder;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.knowledge.SourceLine;

class PreviewMomentTest {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

  @Test
  void allEventsPastStartsAtNoonBeforeTheLastOne() {
    var folder = at("2026-11-24T18:00:00Z", on("2021-05-05", WARSAW), on("2022-02-17", WARSAW));

    assertThat(PreviewMoment.of(folder, false))
        .isEqualTo(new PreviewMoment(Instant.parse("2022-02-16T11:00:00Z"), WARSAW, true));
  }

  @Test
  void noonIsThatOfTheZoneOfTheEvent() {
    var folder = at("2026-11-24T18:00:00Z", on("2022-07-08", LISBON));

    assertThat(PreviewMoment.of(folder, false))
        .isEqualTo(new PreviewMoment(Instant.parse("2022-07-07T11:00:00Z"), LISBON, true));
  }

  @Test
  void noonBeforeTheSundayOfTheChangeOfClocksIsStillNoon() {
    var spring = at("2026-11-24T18:00:00Z", on("2022-03-28", WARSAW));
    var autumn = at("2026-11-24T18:00:00Z", on("2022-10-31", WARSAW));

    assertThat(PreviewMoment.of(spring, false).start()).isEqualTo("2022-03-27T10:00:00Z");
    assertThat(PreviewMoment.of(autumn, false).start()).isEqualTo("2022-10-30T11:00:00Z");
  }

  @Test
  void eventOfTodayIsNotPast() {
    var folder = at("2022-02-17T20:00:00Z", on("2022-02-17", WARSAW));

    assertThat(PreviewMoment.of(folder, false))
        .isEqualTo(new PreviewMoment(Instant.parse("2022-02-17T20:00:00Z"), WARSAW, false));
  }

  @Test
  void clockThatTheOperatorSetIsLeftAlone() {
    var folder = at("2026-11-24T18:00:00Z", on("2022-02-17", WARSAW));

    assertThat(PreviewMoment.of(folder, true))
        .isEqualTo(new PreviewMoment(Instant.parse("2026-11-24T18:00:00Z"), WARSAW, false));
  }

  @Test
  void withoutEventsItIsNow() {
    assertThat(PreviewMoment.of(at("2026-11-24T18:00:00Z"), false))
        .isEqualTo(new PreviewMoment(Instant.parse("2026-11-24T18:00:00Z"), WARSAW, false));
  }

  private static Event on(String day, ZoneId zone) {
    var source = new SourceLine("a.md", 1);
    var session =
        new Session(LocalDate.parse(day), LocalTime.of(9, 0), null, zone, null, null, source);
    return new Event(
        day,
        "Zebranie",
        source,
        zone,
        List.of(session),
        Map.of(),
        Event.Status.PLANNED,
        null,
        List.of(),
        "a.md");
  }

  private static OpenedFolder at(String now, Event... events) {
    return new OpenedFolder(
        Path.of("knowledge"),
        new Knowledge(Arrays.asList(events), List.of(), List.of(), List.of(), List.of()),
        List.of(),
        InstantSource.fixed(Instant.parse(now)));
  }
}
