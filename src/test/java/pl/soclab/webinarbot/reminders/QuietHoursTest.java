package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, WARSAW);
  }

  @ParameterizedTest
  @CsvSource({
    "2022-02-16T20:59:59, false",
    "2022-02-16T21:00:00, true",
    "2022-02-17T07:59:59, true",
    "2022-02-17T08:00:00, false"
  })
  void nightLastsFromNineToEight(String local, boolean quiet) {
    assertThat(QuietHours.USUAL.isQuiet(at(local), WARSAW)).isEqualTo(quiet);
  }

  @Test
  void quietHoursMayLieWithinADay() {
    var noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));

    assertThat(noon.isQuiet(at("2022-02-17T13:00"), WARSAW)).isTrue();
    assertThat(noon.isQuiet(at("2022-02-17T14:00"), WARSAW)).isFalse();
    assertThat(local(noon.endAfter(at("2022-02-17T13:00"), WARSAW))).isEqualTo("2022-02-17T14:00");
  }

  @Test
  void equalEndsMeanNoQuietHours() {
    var never = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    assertThat(never.isQuiet(at("2022-02-17T00:00"), WARSAW)).isFalse();
    assertThat(never.isQuiet(at("2022-02-17T03:00"), WARSAW)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // start, lead, when it goes
    "2022-02-17T09:00, P1D, 2022-02-16T09:00",
    "2022-02-17T07:30, P1D, 2022-02-16T08:00",
    "2022-02-17T23:00, P1D, 2022-02-17T08:00",
    "2022-02-17T10:00, PT12H, 2022-02-16T20:30",
    "2022-02-17T09:30, PT2H, 2022-02-17T08:00",
    "2022-02-17T07:30, PT2H, 2022-02-16T20:30",
    "2022-02-17T08:30, PT1H, 2022-02-17T08:00",
    "2022-02-17T07:30, PT1H, 2022-02-17T06:30",
    "2022-02-17T07:30, PT10M, 2022-02-17T07:20",
    "2022-02-17T22:00, PT10M, 2022-02-17T21:50"
  })
  void reminderKeepsOutOfTheNightWhereItCan(String start, String lead, String expected) {
    Duration before = Duration.parse(lead.startsWith("PT") ? lead : "PT24H");

    Instant due = QuietHours.USUAL.fit(at(start).minus(before), at(start), before, WARSAW);

    assertThat(local(due)).isEqualTo(LocalDateTime.parse(expected));
  }

  @Test
  void morningAfterTheClockWasChangedIsAtEight() {
    // On 27 March 2022 two o'clock became three.
    assertThat(local(QuietHours.USUAL.endAfter(at("2022-03-26T22:00"), WARSAW)))
        .isEqualTo("2022-03-27T08:00");
    // On 30 October 2022 three o'clock became two.
    assertThat(local(QuietHours.USUAL.endAfter(at("2022-10-29T22:00"), WARSAW)))
        .isEqualTo("2022-10-30T08:00");
  }
}
