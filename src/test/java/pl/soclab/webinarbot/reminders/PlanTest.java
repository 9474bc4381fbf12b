package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.knowledge.Event;

class PlanTest {
  /** When each leaves on the clock of the event's zone, and to whom. */
  private static List<String> plan(AnEvent event) {
    return Plan.of(event.build(), QuietHours.USUAL).stream()
        .map(
            reminder ->
                LocalDateTime.ofInstant(reminder.due(), event.zone())
                    + " "
                    + reminder.scopes().stream()
                        .sorted()
                        .map(Scope::name)
                        .collect(Collectors.joining("+")))
        .toList();
  }

  @Test
  void everySessionIsRemindedOfThreeTimes() {
    assertThat(plan(AnEvent.at("2022-02-17T09:00", "2022-02-24T17:00")))
        .containsExactly(
            "2022-02-16T09:00 ALL",
            "2022-02-17T08:00 ALL+LAST_HOUR",
            "2022-02-17T08:50 ALL",
            "2022-02-23T17:00 ALL",
            "2022-02-24T16:00 ALL+LAST_HOUR",
            "2022-02-24T16:50 ALL");
  }

  @Test
  void whoeverWantsTheLastHourGetsItWhateverTheFileSays() {
    assertThat(plan(AnEvent.at("2022-02-17T12:00").reminding(Duration.ofDays(2))))
        .containsExactly("2022-02-15T12:00 ALL", "2022-02-17T11:00 LAST_HOUR");
  }

  @Test
  void fileThatWantsNoRemindersHasNone() {
    assertThat(plan(AnEvent.at("2022-02-17T12:00").reminding()))
        .containsExactly("2022-02-17T11:00 LAST_HOUR");
  }

  @Test
  void cancelledEventHasNoReminder() {
    assertThat(plan(AnEvent.at("2022-02-17T12:00").that(Event.Status.CANCELLED))).isEmpty();
  }

  @Test
  void dayWithoutAnHourIsRemindedOfInTheMorningOfTheDayBefore() {
    assertThat(plan(AnEvent.at("2022-02-17"))).containsExactly("2022-02-16T09:00 ALL");
  }

  @Test
  void dayBeforeIsTheSameHourOverBothChangesOfTheClock() {
    assertThat(plan(AnEvent.at("2022-03-27T09:00")))
        .containsExactly(
            "2022-03-26T09:00 ALL", "2022-03-27T08:00 ALL+LAST_HOUR", "2022-03-27T08:50 ALL");
    assertThat(plan(AnEvent.at("2022-10-30T09:00")))
        .containsExactly(
            "2022-10-29T09:00 ALL", "2022-10-30T08:00 ALL+LAST_HOUR", "2022-10-30T08:50 ALL");
  }

  @Test
  void hourBeforeIsAnHourOnTheNightOfTheChange() {
    // 3:30 in summer time is half an hour after 1:59 in winter time.
    assertThat(plan(AnEvent.at("2022-03-27T03:30").reminding(Duration.ofHours(1))))
        .containsExactly("2022-03-27T01:30 ALL+LAST_HOUR");
  }

  @Test
  void hoursAreThoseOfTheEventsZone() {
    assertThat(plan(AnEvent.at("2022-02-17T09:00").in("Europe/Kyiv")))
        .contains("2022-02-16T09:00 ALL", "2022-02-17T08:00 ALL+LAST_HOUR");
  }

  @Test
  void twoRemindersThatWouldLeaveTogetherAreOne() {
    var event =
        AnEvent.at("2022-02-17T09:00").reminding(Duration.ofMinutes(90), Duration.ofHours(1));

    assertThat(plan(event)).containsExactly("2022-02-17T08:00 ALL+LAST_HOUR");
  }

  @Test
  void eventWithoutADateHasNothingToRemindOf() {
    assertThat(plan(AnEvent.at())).isEmpty();
  }
}
