package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.ADesk.RESIDENT;
import static pl.soclab.webinarbot.desk.ADesk.WEBINAR;
import static pl.soclab.webinarbot.desk.ADesk.withTheWebinar;
import static pl.soclab.webinarbot.desk.ADesk.withoutEvents;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.reminders.Scope;

class PlanTest {
  @Test
  void planTellsWhatIsSentWhenToHowMany() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5).waits(Duration.ofDays(-1));
    desk.subscriptions.subscribe(RESIDENT, WEBINAR, Scope.LAST_HOUR, "pl", desk.now());

    desk.types("/plan");

    assertThat(desk.reads())
        .contains("środa, 16 lutego, 9:00 – „O platformie CitizenLab”, dzień przed, 5 osób")
        .contains("czwartek, 17 lutego, 8:00 – „O platformie CitizenLab”, godzinę przed, 6 osób")
        .contains("czwartek, 17 lutego, 8:50 – „O platformie CitizenLab”, 10 minut przed, 5 osób")
        .doesNotContain("cisza");
  }

  @Test
  void whatHasPassedIsNotInThePlan() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);

    assertThat(desk.types("/plan").reads()).contains("godzinę przed").doesNotContain("dzień przed");
  }

  @Test
  void reminderThatTheNightMovesSaysSo() {
    var desk = withoutEvents().with("swit", "Spacer o świcie", "2022-02-19T05:30");

    assertThat(desk.types("/plan").reads())
        .contains("piątek, 18 lutego, 8:00", "(później niż o 5:30, bo trwa cisza nocna)");
  }

  @Test
  void eventOfWhichNothingIsPlannedSaysWhy() {
    var desk =
        withoutEvents()
            .with("a", "Bez daty", null)
            .with("b", "Odwołane spotkanie", "2022-02-20T10:00", Event.Status.CANCELLED)
            .with("c", "Przełożone spotkanie", null, Event.Status.MOVED)
            .with("d", "Już zaraz", "2022-02-16T12:05")
            .with("e", "Dawno było", "2022-01-16T12:05");

    desk.types("/plan");

    assertThat(desk.reads())
        .contains("Żadne przypomnienie nie jest zaplanowane")
        .contains("„Bez daty”: plik nie podaje daty")
        .contains("„Odwołane spotkanie”: odwołane")
        .contains("„Przełożone spotkanie”: przełożone, a plik nie podaje nowej daty")
        .contains("„Już zaraz”: wszystkie przypomnienia już wyszły albo ich pora minęła")
        .doesNotContain("Dawno było");
  }

  @Test
  void eventThatIsPutOffAndKeepsItsDateInTheFileIsNotPlanned() {
    var desk = withTheWebinar();
    desk.tellsAll();
    desk.forgets(WEBINAR);
    desk.with(WEBINAR, "O platformie CitizenLab", "2022-02-17T09:00", Event.Status.MOVED);

    desk.types("/plan");

    assertThat(desk.reads())
        .contains("Żadne przypomnienie", "„O platformie CitizenLab”: przełożone, a plik");
  }

  @Test
  void dayWithoutAnHourIsPlannedForTheMorning() {
    var desk = withoutEvents().with("piknik", "Piknik", "2022-02-20");

    assertThat(desk.types("/plan").reads())
        .contains("sobota, 19 lutego, 9:00 – „Piknik”, dzień przed")
        .doesNotContain("cisza");
  }

  @Test
  void planIsShortHoweverManyEventsThereAre() {
    var desk = withoutEvents();
    for (int day = 10; day < 30; day++) {
      desk.with("e" + day, "Spotkanie " + day, "2022-03-" + day + "T12:00");
    }

    desk.types("/plan");

    assertThat(desk.reads().lines().filter(line -> line.startsWith("•"))).hasSize(20);
    assertThat(desk.reads()).endsWith("… i jeszcze dalsze: 40");
  }

  @Test
  void broadcastsUnderWayAreInThePlan() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);

    desk.types("/plan");

    assertThat(desk.reads()).contains("Teraz:", "Rozsyłka nr " + id + ": trwa");
    assertThat(desk.presses("Nr " + id + ": szczegóły").labels()).contains("Wstrzymaj");
  }

  @ParameterizedTest
  @CsvSource({
    "P1D, dzień przed",
    "P2D, 2 dni przed",
    "P7D, 7 dni przed",
    "PT1H, godzinę przed",
    "PT2H, 2 godziny przed",
    "PT12H, 12 godzin przed",
    "PT1M, minutę przed",
    "PT22M, 22 minuty przed",
    "PT90M, 1 godzinę 30 minut przed",
    "PT25H, 1 dzień 1 godzinę przed"
  })
  void leadsAreCountedInPolish(Duration lead, String words) {
    assertThat(PlanWriter.before(lead)).isEqualTo(words);
  }
}
