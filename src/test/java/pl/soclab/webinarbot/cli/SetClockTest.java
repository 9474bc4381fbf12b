package pl.soclab.webinarbot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.knowledge.Event;

class SetClockTest {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

  @Test
  void localTimeIsTakenInTheZone() {
    assertThat(at("2022-02-16T12:00", WARSAW)).isCloseTo("2022-02-16T11:00:00Z", aMinute());
    assertThat(at("2022-02-16T12:00", KYIV)).isCloseTo("2022-02-16T10:00:00Z", aMinute());
  }

  @Test
  void hourThatTheClockSkipsInSpringIsTheOneAfterIt() {
    assertThat(at("2022-03-27T02:30", WARSAW)).isCloseTo("2022-03-27T01:30:00Z", aMinute());
  }

  @Test
  void hourThatComesTwiceInAutumnIsTheFirst() {
    assertThat(at("2022-10-30T02:30", WARSAW)).isCloseTo("2022-10-30T00:30:00Z", aMinute());
  }

  @Test
  void clockRunsOn() {
    InstantSource clock = SetClock.startingAt(Instant.EPOCH);

    Instant first = clock.instant();
    Instant then = clock.instant();
    while (then.equals(first)) {
      Thread.onSpinWait();
      then = clock.instant();
    }

    assertThat(then).isAfter(first);
  }

  @Test
  void zoneIsThatOfTheNearestEvent() {
    Event near = Folders.meeting(LocalDate.of(2022, 2, 17), KYIV);
    Event far = Folders.meeting(LocalDate.of(2021, 2, 17), WARSAW);

    assertThat(SetClock.zoneOf(List.of(far, near), Instant.parse("2022-02-01T00:00:00Z")))
        .isEqualTo(KYIV);
  }

  @Test
  void withoutEventsTheZoneIsPolish() {
    assertThat(SetClock.zoneOf(List.of(), Instant.EPOCH)).isEqualTo(WARSAW);
  }

  private static Instant at(String local, ZoneId zone) {
    return SetClock.startingAt(LocalDateTime.parse(local), zone).instant();
  }

  private static TemporalUnitOffset aMinute() {
    return within(1, ChronoUnit.MINUTES);
  }
}
