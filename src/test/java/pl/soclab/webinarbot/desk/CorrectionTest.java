package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.AnOffice.ANNA;
import static pl.soclab.webinarbot.desk.AnOffice.BARTEK;
import static pl.soclab.webinarbot.desk.AnOffice.EWA;
import static pl.soclab.webinarbot.desk.AnOffice.JAN;
import static pl.soclab.webinarbot.desk.AnOffice.WEBINAR;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.questions.Correction;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Scope;

class CorrectionTest {
  private static final Duration SETTLED = Duration.ofMinutes(2);
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  private final AnOffice office = new AnOffice();

  @BeforeEach
  void begin() {
    office.runs();
  }

  /** The passcode changes for good after Jan was told it. */
  private AnOffice passcodeChanges() {
    return office
        .types(JAN, "jakie jest hasło?")
        .waits(Duration.ofMinutes(5))
        .edits(FactKind.PASSCODE, "112233")
        .waits(SETTLED);
  }

  @Test
  void whoeverKnowsTheFormerFactIsToldTheNewOne() {
    office.types(JAN, "jakie jest hasło?").types(EWA, "kto organizuje?");
    office.waits(Duration.ofMinutes(5)).edits(FactKind.PASSCODE, "112233");
    assertThat(office.texts(ANNA)).isEmpty();
    office.waits(SETTLED);

    assertThat(office.last(ANNA))
        .contains(
            "O platformie CitizenLab", "hasło – było: 969412, jest: 112233", "1 osoba dostała");
    assertThat(office.labels(ANNA)).containsExactly("Powiadom 1 osobę", "Nie");
    assertThat(office.last(BARTEK)).isEqualTo(office.last(ANNA));
    office.presses(ANNA, "Powiadom 1 osobę");
    assertThat(office.last(ANNA)).contains("Za pół minuty", "1 osoba");
    assertThat(office.last(JAN)).contains("969412");
    office.waits(HALF_A_MINUTE);

    assertThat(office.last(JAN)).startsWith("Poprawka: ").contains("Hasło: 112233", "/stop");
    assertThat(office.last(EWA)).doesNotContain("Poprawka");
  }

  @Test
  void firstPressDecides() {
    passcodeChanges().presses(ANNA, "Powiadom 1 osobę");

    office.presses(BARTEK, "Powiadom 1 osobę");
    assertThat(office.last(BARTEK)).contains("już zdecydowano", "drugi raz nie wyjdzie");
    office.presses(BARTEK, "Nie").waits(HALF_A_MINUTE).presses(ANNA, "Powiadom 1 osobę");
    office.waits(HALF_A_MINUTE);

    assertThat(office.texts(JAN)).filteredOn(text -> text.startsWith("Poprawka")).hasSize(1);
  }

  @Test
  void refusedCorrectionIsNotSent() {
    passcodeChanges().presses(ANNA, "Nie").presses(BARTEK, "Powiadom 1 osobę");

    office.waits(Duration.ofHours(1));

    assertThat(office.last(BARTEK)).contains("nikt nie jest powiadamiany");
    assertThat(office.last(JAN)).contains("969412");
  }

  @Test
  void crashBehindTheDecisionIsMadeGoodByTheSamePress() {
    passcodeChanges();
    String data = office.data(ANNA, "Powiadom 1 osobę");
    long id = Long.parseLong(data.substring(data.lastIndexOf(':') + 1));
    office.corrections.decide(id, Correction.State.ACCEPTED, ANNA);

    office.restarts().pressesData(ANNA, data).waits(HALF_A_MINUTE);

    assertThat(office.last(JAN)).contains("112233");
  }

  @Test
  void firstSightProposesNothingAndRestartLosesNothing() {
    office.types(JAN, "jakie jest hasło?").waits(Duration.ofMinutes(5));
    office.restarts().runs().waits(SETTLED);
    assertThat(office.texts(ANNA)).isEmpty();

    office.edits(FactKind.PASSCODE, "112233").restarts().waits(SETTLED).restarts().runs();

    assertThat(office.texts(ANNA)).hasSize(1);
  }

  @Test
  void editThatIsTakenBackProposesNothing() {
    office.types(JAN, "jakie jest hasło?").waits(Duration.ofMinutes(5));
    office.edits(FactKind.PASSCODE, "1").waits(Duration.ofMinutes(1));
    office.edits(FactKind.PASSCODE, "969412").waits(Duration.ofMinutes(5));

    assertThat(office.texts(ANNA)).isEmpty();
  }

  @Test
  void whoeverAskedAgainSinceIsNotCounted() {
    passcodeChanges().types(JAN, "jakie jest hasło?");
    assertThat(office.last(JAN)).contains("112233");

    office.presses(ANNA, "Powiadom 1 osobę");

    assertThat(office.last(ANNA)).contains("Nie ma już kogo powiadamiać");
  }

  @Test
  void factThatNobodyWasToldProposesNothing() {
    office.types(JAN, "kto organizuje?").waits(Duration.ofMinutes(5));

    office.edits(FactKind.PASSCODE, "112233").waits(SETTLED);
    office.edits(FactKind.COST, "bezpłatnie").waits(SETTLED);

    assertThat(office.texts(ANNA)).isEmpty();
  }

  @Test
  void cardOfTheEventTellsEverything() {
    office.types(JAN, "/start " + WEBINAR).waits(Duration.ofMinutes(5));

    office.edits(FactKind.PASSCODE, "112233").edits(FactKind.ORGANISERS, null).waits(SETTLED);
    assertThat(office.last(ANNA))
        .contains(
            "hasło – było: 969412", "organizatorzy – było: Fundacja SocLab, jest: nie podano");
    office.presses(ANNA, "Powiadom 1 osobę").waits(HALF_A_MINUTE);

    assertThat(office.last(JAN)).contains("112233", "nie podali");
  }

  @Test
  void linkThatChangesIsCorrectedOnce() {
    office.types(JAN, "podaj link").waits(Duration.ofMinutes(5));

    office.edits(FactKind.LINK, "https://example.com/nowy").edits(FactKind.PASSCODE, "112233");
    office.waits(SETTLED).presses(ANNA, "Powiadom 1 osobę").waits(HALF_A_MINUTE);

    assertThat(office.last(JAN)).containsOnlyOnce("112233").containsOnlyOnce("example.com/nowy");
  }

  @Test
  void subscribersAreToldChangesOfTheTimesAnyway() {
    office.subscriptions.subscribe(EWA, WEBINAR, Scope.LAST_HOUR, "pl", office.now());
    office.types(JAN, "kiedy to jest?").types(EWA, "kiedy to jest?").waits(Duration.ofMinutes(5));

    office.movesTo("2022-02-18T10:00").waits(SETTLED);

    assertThat(office.last(ANNA))
        .contains("termin – było: 17 lutego, 9:00, jest: 18 lutego, 10:00", "1 osoba dostała");
    office.presses(ANNA, "Powiadom 1 osobę").waits(HALF_A_MINUTE);
    assertThat(office.last(JAN)).contains("18 lutego 2022");
    assertThat(office.last(EWA)).contains("17 lutego");
  }

  @Test
  void stopIsObeyedBeforeAndAfterTheDecision() {
    office.types(EWA, "jakie jest hasło?");
    passcodeChanges().types(EWA, "/stop").presses(ANNA, "Powiadom 2 osoby");
    assertThat(office.last(ANNA)).contains("1 osoba");

    office.types(JAN, "/stop").waits(HALF_A_MINUTE);

    assertThat(office.texts(JAN)).noneMatch(text -> text.startsWith("Poprawka"));
    assertThat(office.texts(EWA)).noneMatch(text -> text.startsWith("Poprawka"));
    assertThat(office.told.knows(JAN)).isFalse();
  }

  @Test
  void proposalAndCorrectionWaitForTheMorning() {
    office.at("2022-02-15T20:59").types(JAN, "jakie jest hasło?").at("2022-02-15T22:00");
    office.edits(FactKind.PASSCODE, "112233").waits(SETTLED);
    assertThat(office.texts(ANNA)).isEmpty();
    office.at("2022-02-16T08:00");
    assertThat(office.last(ANNA)).contains("112233");

    office.at("2022-02-16T22:00").presses(ANNA, "Powiadom 1 osobę").waits(HALF_A_MINUTE);

    assertThat(office.last(ANNA)).contains("rano", "17 lutego, 8:00");
    assertThat(office.last(JAN)).contains("969412");
    office.at("2022-02-17T08:00");
    assertThat(office.last(JAN)).contains("112233");
  }

  @Test
  void nothingIsToldWhenTheEventIsOver() {
    passcodeChanges().at("2022-02-17T12:00");

    office.presses(ANNA, "Powiadom 1 osobę").waits(HALF_A_MINUTE);

    assertThat(office.last(ANNA)).contains("już minęło");
    assertThat(office.last(JAN)).contains("969412");
    office.edits(FactKind.PASSCODE, "445566").waits(SETTLED);
    assertThat(office.last(ANNA)).contains("już minęło");
  }

  @Test
  void secondChangeCorrectsThemAgain() {
    passcodeChanges().presses(ANNA, "Powiadom 1 osobę").waits(Duration.ofMinutes(5));

    office.edits(FactKind.PASSCODE, "445566").waits(SETTLED);

    assertThat(office.last(ANNA)).contains("było: 112233, jest: 445566");
    office.presses(ANNA, "Powiadom 1 osobę").waits(HALF_A_MINUTE);
    assertThat(office.last(JAN)).contains("445566");
  }

  @Test
  void olderProposalTellsWhatIsTrueNowAndTheNewerOneNothingMore() {
    passcodeChanges();
    String older = office.data(ANNA, "Powiadom 1 osobę");
    office.edits(FactKind.PASSCODE, "445566").waits(SETTLED);
    String newer = office.data(ANNA, "Powiadom 1 osobę");

    office.pressesData(ANNA, older).waits(HALF_A_MINUTE).pressesData(ANNA, newer);

    assertThat(newer).isNotEqualTo(older);
    assertThat(office.last(JAN)).contains("445566");
    assertThat(office.last(ANNA)).contains("Nie ma już kogo");
  }

  @Test
  void renamedFileKeepsWhoWasTold() {
    office.types(JAN, "jakie jest hasło?").waits(Duration.ofMinutes(5));

    office.renamesFileTo("webinar").waits(SETTLED).edits(FactKind.PASSCODE, "112233");
    office.waits(SETTLED);

    assertThat(office.last(ANNA)).contains("1 osoba dostała");
  }

  @Test
  void correctionSpeaksTheLanguageOfTheAnswer() {
    office.types(JAN, "what is the passcode?").waits(Duration.ofMinutes(5));
    office.edits(FactKind.PASSCODE, "112233").waits(SETTLED);

    office.presses(ANNA, "Powiadom 1 osobę").waits(HALF_A_MINUTE);

    assertThat(office.last(JAN)).startsWith("Correction: ").contains("112233");
  }

  @Test
  void acceptedCorrectionCanBeStopped() {
    passcodeChanges().presses(ANNA, "Powiadom 1 osobę").presses(ANNA, "Zatrzymaj");
    assertThat(office.last(ANNA)).contains("Na pewno zakończyć");

    office.presses(ANNA, "Tak, zakończ").waits(HALF_A_MINUTE);

    assertThat(office.last(JAN)).contains("969412");
    assertThat(office.last(ANNA)).contains("Poprawka nr", "zakończono przed czasem");
  }

  @Test
  void nobodyIsAskedWhereThereIsNoOrganiser() {
    office.withoutOrganisers();

    passcodeChanges();

    assertThat(office.broadcasts.in(Broadcast.State.OPEN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"co:y:99", "co:n:99", "co:z:1", "co:"})
  void forgedButtonDecidesNothing(String data) {
    passcodeChanges().pressesData(ANNA, data);

    assertThat(office.last(ANNA)).contains("Tej propozycji już nie ma");
  }

  @Test
  void strangerDecidesNothing() {
    passcodeChanges().pressesData(EWA, office.data(ANNA, "Powiadom 1 osobę"));

    office.waits(HALF_A_MINUTE);

    assertThat(office.last(EWA)).contains("przycisk już nie działa");
    assertThat(office.last(JAN)).contains("969412");
  }
}
