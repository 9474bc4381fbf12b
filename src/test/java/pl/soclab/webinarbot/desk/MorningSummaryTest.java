package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.soclab.webinarbot.questions.Tally;
import pl.soclab.webinarbot.reminders.Broadcast;

class MorningSummaryTest {
  private static final String FILE = "wydarzenia/spotkanie.md";

  @TempDir Path path;

  private AWatchedFolder folderAt(String local, String... facts) {
    return AWatchedFolder.at(path, local).saves(FILE, event(facts)).restarts();
  }

  private static String event(String... facts) {
    return "---\ntytuł: Plac zabaw\n" + String.join("\n", facts) + "\n---\nZapraszamy.";
  }

  private static List<Instant> instants(AWatchedFolder folder) {
    return folder.reports().stream().map(Broadcast::due).toList();
  }

  @Test
  void eveAndDayHaveASummaryAtTheEndOfTheQuietHours() {
    var folder = folderAt("2022-02-15T20:30", "początek: 2022-02-17 9:00");

    folder.runsUntil("2022-02-15T20:31");
    for (String morning : List.of("2022-02-16", "2022-02-17", "2022-02-18")) {
      folder.sleepsUntil(morning + "T07:58").runsUntil(morning + "T08:02");
    }

    assertThat(instants(folder))
        .containsExactly(
            AWatchedFolder.instant("2022-02-16T08:00"), AWatchedFolder.instant("2022-02-17T08:00"));
    assertThat(folder.told())
        .satisfiesExactly(
            eve -> assertThat(eve).startsWith("Jutro o 9:00: „Plac zabaw”\n"),
            day -> assertThat(day).startsWith("Dziś o 9:00: „Plac zabaw”\n"));
  }

  @Test
  void summaryTellsHowThingsStand() {
    var folder =
        folderAt("2022-02-14T12:00", "początek: 2022-02-17 9:00", "miejsce: Szkoła")
            .look()
            .subscribed("spotkanie", 25);
    folder.tallies.add(new Tally(LocalDate.of(2022, 2, 15), "fact", "time", 11));
    folder.tallies.add(new Tally(LocalDate.of(2022, 2, 15), "not_known", "recording", 3));
    folder.tallies.add(new Tally(LocalDate.of(2022, 2, 16), "fact", "time", 7));

    folder.sleepsUntil("2022-02-16T08:00").look();

    assertThat(folder.told())
        .singleElement()
        .asString()
        .isEqualTo(
            """
            Jutro o 9:00: „Plac zabaw”
            Zapisani: 25 osób.
            Wczoraj: 14 pytań, bez odpowiedzi 3 (21%). Te bez odpowiedzi pokazuje /bez_odpowiedzi.
            Wyjdą:
            • środa, 16 lutego, 9:00 – „Plac zabaw”, dzień przed, 25 osób
            • czwartek, 17 lutego, 8:00 – „Plac zabaw”, godzinę przed, 25 osób
            • czwartek, 17 lutego, 8:50 – „Plac zabaw”, 10 minut przed, 25 osób
            Nie podano: czy trzeba się zapisać; ile to kosztuje; czy będzie tłumaczenie.
            Więcej pokazuje /panel.""");
  }

  @ParameterizedTest
  @CsvSource({
    // The clock goes forward in the night to Sunday: seven in the morning comes an hour sooner.
    "2022-03-25T12:00, 2022-03-27 10:00, 2022-03-26T07:00:00Z, 2022-03-27T06:00:00Z",
    "2022-10-28T12:00, 2022-10-30 10:00, 2022-10-29T06:00:00Z, 2022-10-30T07:00:00Z"
  })
  void changeOfTheClockLeavesTheMorningAlone(String now, String start, String eve, String day) {
    var folder = folderAt(now, "początek: " + start).look();

    for (String morning : List.of(eve, day)) {
      String local =
          Instant.parse(morning)
              .minus(Duration.ofSeconds(30))
              .atZone(ZoneId.of("Europe/Warsaw"))
              .toLocalDateTime()
              .toString();
      folder.sleepsUntil(local).passes(Duration.ofMinutes(2));
    }

    assertThat(instants(folder)).containsExactly(Instant.parse(eve), Instant.parse(day));
  }

  @Test
  void summaryThatTheProgramSleptThroughComesUntilTheEvening() {
    var folder = folderAt("2022-02-15T12:00", "początek: 2022-02-17 9:00").look();

    folder.sleepsUntil("2022-02-16T19:59").restarts();

    assertThat(folder.told()).hasSize(1);
  }

  @Test
  void eveningIsTooLate() {
    var folder = folderAt("2022-02-15T12:00", "początek: 2022-02-17 9:00").look();

    folder.sleepsUntil("2022-02-16T20:00").restarts();

    assertThat(folder.told()).isEmpty();
  }

  @Test
  void restartTellsNothingTwice() {
    var folder = folderAt("2022-02-15T12:00", "początek: 2022-02-17 9:00").look();
    folder.sleepsUntil("2022-02-16T08:00").look();

    folder.sleepsUntil("2022-02-16T12:00").restarts();
    folder.saves(FILE, event("początek: 2022-02-17 9:00", "koszt: 5 zł"));
    folder.passes(Duration.ofMinutes(1));

    assertThat(folder.told()).hasSize(1);
  }

  @Test
  void cancelledEventHasNone() {
    var folder = folderAt("2022-02-15T12:00", "początek: 2022-02-17 9:00", "stan: odwołane").look();

    folder.sleepsUntil("2022-02-16T08:00").look();

    assertThat(folder.told()).isEmpty();
  }

  @Test
  void eventThatWasWrittenDuringTheDayHasItsFirstInTheNextMorning() {
    var folder = AWatchedFolder.at(path, "2022-02-16T10:00").look();
    folder.saves(FILE, event("początek: 2022-02-17 9:00")).passes(Duration.ofMinutes(2));
    assertThat(folder.told()).isEmpty();

    folder.sleepsUntil("2022-02-17T08:00").look();

    assertThat(folder.told()).singleElement().asString().startsWith("Dziś o 9:00");
  }

  @Test
  void sessionsOfTwoDaysAreTold() {
    var folder =
        folderAt(
                "2022-02-15T12:00",
                "terminy:",
                "  - {początek: 2022-02-16 9:00, koniec: 2022-02-16 10:00}",
                "  - {początek: 2022-02-16 13:00, koniec: 2022-02-16 14:00}",
                "  - {początek: 2022-02-17 17:00, koniec: 2022-02-17 18:00}")
            .look();

    folder.sleepsUntil("2022-02-16T08:00").look();

    assertThat(folder.told())
        .last()
        .asString()
        .startsWith("Dziś o 9:00 i 13:00, jutro o 17:00: „Plac zabaw”");
  }

  @Test
  void eventThatIsOverHasNone() {
    var folder =
        folderAt("2022-02-15T12:00", "początek: 2022-02-16 6:00", "koniec: 2022-02-16 7:00").look();
    folder.told();

    folder.sleepsUntil("2022-02-16T08:00").look();

    assertThat(folder.told()).isEmpty();
  }

  @Test
  void dayWithoutAnHourIsToldWithoutOne() {
    var folder = folderAt("2022-02-15T12:00", "początek: 2022-02-17").look();

    folder.sleepsUntil("2022-02-16T08:00").look();

    assertThat(folder.told()).singleElement().asString().startsWith("Jutro: „Plac zabaw”");
  }

  @Test
  void twoEventsOfOneDayHaveASummaryEach() {
    var folder = folderAt("2022-02-15T12:00", "początek: 2022-02-17 9:00");
    folder.saves("wydarzenia/inne.md", "---\ntytuł: Inne\npoczątek: 2022-02-17 19:00\n---\nT.");
    folder.passes(Duration.ofMinutes(1));

    folder.sleepsUntil("2022-02-16T08:00").look();

    assertThat(folder.told()).hasSize(2);
  }

  @Test
  void errorsInFilesAreMentioned() {
    var folder = folderAt("2022-02-15T12:00", "początek: 2022-02-17 9:00").look();
    folder.saves("wydarzenia/zle.md", "---\ntytuł: Złe\npoczątek: 2022-02-37\n---\nT.");
    folder.passes(Duration.ofMinutes(2)).told();

    folder.sleepsUntil("2022-02-16T08:00").look();

    assertThat(folder.told()).singleElement().asString().contains("Pliki: 1 błąd (/sprawdz).");
  }

  @Test
  void withoutOrganisersNothingIsMade() {
    var folder =
        folderAt("2022-02-15T12:00", "początek: 2022-02-17 9:00").look().withoutOrganisers();

    folder.sleepsUntil("2022-02-16T08:00").look();

    assertThat(folder.reports()).isEmpty();
  }
}
