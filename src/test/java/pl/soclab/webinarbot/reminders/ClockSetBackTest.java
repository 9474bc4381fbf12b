package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.soclab.webinarbot.database.TestDatabases;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.SendOutcome;

/** The machine's clock was an hour ahead and is put right while the program runs. */
class ClockSetBackTest {
  private static final AnEvent WEBINAR = AnEvent.at("2022-02-17T09:00");
  private static final Duration HOUR = Duration.ofHours(1);

  static List<Function<String, ATown>> towns() {
    return List.of(ATown::inMemory, HistoriesTest.townsOn(TestDatabases.h2()));
  }

  private static ATown town(Function<String, ATown> towns) {
    return towns.apply("2022-02-14T12:00").files(WEBINAR).look().subscribe(1, Scope.ALL);
  }

  private static List<String> kinds(ATown town) {
    return town.arrivals.stream().map(ATown.Arrival::rest).toList();
  }

  @ParameterizedTest
  @MethodSource("towns")
  void noReminderComesTwiceAndNoneIsLost(Function<String, ATown> towns) {
    ATown town = town(towns).runUntil("2022-02-17T08:05");

    town.jumpTo(town.now().minus(HOUR)).runUntil("2022-02-17T12:00");

    assertThat(kinds(town)).containsExactly("PT24H", "PT1H", "PT10M");
    assertThat(town.missed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("towns")
  void programThatStartsAnewAfterItRemembersWhatLeft(Function<String, ATown> towns) {
    ATown town = town(towns).runUntil("2022-02-17T08:55");

    town.sleepUntil(town.now().minus(HOUR)).restart().runUntil("2022-02-17T12:00");

    assertThat(kinds(town)).containsExactly("PT24H", "PT1H", "PT10M");
    assertThat(town.missed).isEmpty();
  }

  /** By the right clock the hour of that reminder is yet to come. */
  @ParameterizedTest
  @MethodSource("towns")
  void reminderThatTelegramHeldUpLeavesInTimeByTheRightClock(Function<String, ATown> towns) {
    ATown town = town(towns).runUntil("2022-02-17T07:59");
    town.answers(1, new SendOutcome.RetryAfter(Duration.ofSeconds(30)));
    town.runUntil("2022-02-17T08:00");

    town.jumpTo(town.now().minus(HOUR)).runUntil("2022-02-17T08:01");

    assertThat(kinds(town)).containsExactly("PT24H", "PT1H");
  }

  @ParameterizedTest
  @MethodSource("towns")
  void stopIsSilenceAllTheSame(Function<String, ATown> towns) {
    ATown town = town(towns).runUntil("2022-02-17T08:05");
    town.subscriptions.stop(new ChatId(1));

    town.jumpTo(town.now().minus(HOUR)).runUntil("2022-02-17T12:00");

    assertThat(kinds(town)).containsExactly("PT24H", "PT1H");
  }
}
