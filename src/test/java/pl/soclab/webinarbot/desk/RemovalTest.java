package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.ADesk.ANNA;
import static pl.soclab.webinarbot.desk.ADesk.BARTEK;
import static pl.soclab.webinarbot.desk.ADesk.CELINA;
import static pl.soclab.webinarbot.desk.ADesk.RESIDENT;
import static pl.soclab.webinarbot.desk.ADesk.RESIDENTS;
import static pl.soclab.webinarbot.desk.ADesk.WEBINAR;
import static pl.soclab.webinarbot.desk.ADesk.withTheWebinar;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcast.State;
import pl.soclab.webinarbot.reminders.Delivery;
import pl.soclab.webinarbot.reminders.NewBroadcast;

class RemovalTest {
  private static final String CODE = new PairingCode("K7M2QX9RT").hash();

  private static ADesk withCelina() {
    return paired(withTheWebinar().subscribed(WEBINAR, 3), CELINA);
  }

  private static ADesk paired(ADesk desk, ChatId chat) {
    desk.pairings.issue(CODE, null, desk.now());
    desk.pairings.redeem(chat, CODE, desk.now());
    return desk;
  }

  private static void removeCelina(ADesk desk) {
    desk.types("/organizatorzy_bota").presses("Usuń numer 501000003").presses("Tak, usuń");
  }

  @Test
  void organiserOfTheSettingsIsMarkedAndCannotBeRemoved() {
    var desk = withCelina();

    desk.types("/organizatorzy_bota");

    assertThat(desk.reads())
        .contains("numer 501000001 (ta rozmowa): z ustawień programu; usunąć można tylko tam")
        .contains("numer 501000003: 16 lutego, 12:00, kod wypisany przy uruchomieniu programu");
    assertThat(desk.labels()).containsExactly("Zaproś organizatora", "Usuń numer 501000003");
    desk.pressesData("og:y:501000002:" + Fresh.at(desk.now()));
    assertThat(desk.reads()).contains("nie ma wśród organizatorów, których można tu usunąć");
    assertThat(desk.organisers.contains(BARTEK)).isTrue();
  }

  @Test
  void removedOneLosesEveryCommandAndTheOthersAreTold() {
    var desk = withCelina();

    removeCelina(desk);

    assertThat(desk.reads()).isEqualTo("Numer 501000003 nie należy już do organizatora.");
    for (String command : List.of("/rozeslij Tekst", "/plan", "/wylacz", "/organizatorzy_bota")) {
      assertThat(desk.sends(CELINA, new Text(command)).reads()).startsWith("Przepraszam");
    }
    assertThat(desk.menus).containsExactly(CELINA);
    assertThat(desk.reports())
        .containsExactly(
            BARTEK
                + ": Numer 501000003 nie jest już organizatorem bota (usunięto z rozmowy numer"
                + " 501000001).");
  }

  @Test
  void removedInTheMiddleOfADraftHeCanSendNothingOfIt() {
    var desk = withCelina();
    desk.sends(CELINA, new Text("/rozeslij Zmiana sali")).presses(CELINA, "Wyślij do 3 osób");
    String yes = desk.data("Tak, wyślij do 3 osób");

    removeCelina(desk);
    desk.sends(CELINA, new ButtonPress(yes));

    assertThat(desk.reads()).isEqualTo(RESIDENTS);
    assertThat(desk.drafts()).isEmpty();
    assertThat(desk.confirmed()).noneMatch(one -> CELINA.equals(one.author()));
    paired(desk.waits(Duration.ofMinutes(1)), CELINA);
    assertThat(desk.sends(CELINA, new ButtonPress(yes)).reads()).doesNotContain("zatwierdzona");
  }

  @Test
  void textThatHeWasAskedForIsAQuestionAfterwards() {
    var desk = withCelina();
    desk.sends(CELINA, new Text("/wylacz"));

    removeCelina(desk);

    assertThat(desk.sends(CELINA, new Text("Awaria")).reads()).isEqualTo(RESIDENTS);
    assertThat(desk.awaited.of(CELINA)).isNull();
  }

  @Test
  void whatHeConfirmedLeavesAndReportsReachHimNoMore() {
    var desk = withCelina();
    desk.sends(CELINA, new Text("/rozeslij Zmiana sali")).presses(CELINA, "Wyślij do 3 osób");
    desk.presses(CELINA, "Tak, wyślij do 3 osób");
    desk.types("/wylacz Awaria").presses("Tak, wyłącz bota");
    assertThat(desk.reports()).anyMatch(report -> report.startsWith(CELINA + ":"));

    removeCelina(desk);

    assertThat(desk.reports()).noneMatch(report -> report.startsWith(CELINA + ":"));
    assertThat(desk.confirmed()).anyMatch(one -> CELINA.equals(one.author()));
  }

  @ParameterizedTest
  @EnumSource(names = {"QUESTION", "PROPOSAL", "REPORT"})
  void whatIsOnItsWayToOrganisersReachesHimNoMore(Broadcast.Kind kind) {
    var desk = withCelina();
    var atNight =
        NewBroadcast.stored(
            kind, "at night", WEBINAR, 1, desk.now().plus(Duration.ofHours(8)), null);
    Broadcast waiting =
        Objects.requireNonNull(desk.broadcasts.create(atNight, List.of(ANNA, CELINA)));

    removeCelina(desk);

    assertThat(desk.delivery(waiting, CELINA)).isEqualTo(Delivery.State.SKIPPED);
    assertThat(desk.delivery(waiting, ANNA)).isEqualTo(Delivery.State.PENDING);
  }

  @Test
  void progressOfWhatHeConfirmedIsShownToHimNoMore() {
    var desk = withCelina();
    desk.sends(CELINA, new Text("/rozeslij Zmiana sali")).presses(CELINA, "Wyślij do 3 osób");
    desk.presses(CELINA, "Tak, wyślij do 3 osób");
    desk.begins(desk.scheduled().id());
    removeCelina(desk);

    desk.newBoard().tick(desk.now());

    assertThat(desk.telegram.sent()).isEmpty();
  }

  @Test
  void pressThatComesAgainRemovesNobodyElse() {
    var desk = withCelina();
    removeCelina(desk);
    String again = "og:y:501000003:" + Fresh.at(desk.now());

    desk.pressesData(again);

    assertThat(desk.reads()).contains("Numeru 501000003 nie ma");
    assertThat(desk.reports()).hasSize(1);
  }

  @Test
  void oldQuestionIsAskedAgain() {
    var desk = withCelina();
    desk.types("/organizatorzy_bota").presses("Usuń numer 501000003");
    String yes = desk.data("Tak, usuń");

    desk.waits(Duration.ofMinutes(16)).pressesData(yes);

    assertThat(desk.reads()).contains("minęło ponad 15 minut", "Na pewno usunąć numer 501000003");
    assertThat(desk.organisers.contains(CELINA)).isTrue();
  }

  @Test
  void organiserRemovesHimself() {
    var desk = withCelina();

    desk.sends(CELINA, new Text("/organizatorzy_bota")).presses(CELINA, "Usuń tę rozmowę");
    desk.presses(CELINA, "Tak, usuń");

    assertThat(desk.reads()).startsWith("Ta rozmowa nie należy już do organizatora");
    assertThat(desk.organisers.all()).containsExactly(ANNA, BARTEK);
    assertThat(desk.reports()).hasSize(2);
  }

  @Test
  void lastOneIsAskedTwiceAndToldHowToPairAgain() {
    var desk = paired(ADesk.listing(), CELINA);
    desk.sends(CELINA, new Text("/organizatorzy_bota")).presses(CELINA, "Usuń tę rozmowę");

    desk.presses(CELINA, "Tak, usuń");

    assertThat(desk.reads()).contains("ostatni organizator", "ponownym uruchomieniu");
    assertThat(desk.organisers.all()).containsExactly(CELINA);
    desk.presses(CELINA, "Tak, usuń ostatniego");
    assertThat(desk.organisers.all()).isEmpty();
    assertThat(desk.inviting().atStart()).isNotNull();
  }

  @Test
  void keptOrganiserStays() {
    var desk = withCelina();

    desk.types("/organizatorzy_bota").presses("Usuń numer 501000003").presses("Nie usuwaj");

    assertThat(desk.reads()).isEqualTo("Nikt nie został usunięty.");
    assertThat(desk.organisers.contains(CELINA)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"og:", "og:q:1:", "og:y::", "og:y:99999999999999999999:x", "og:a:x:"})
  void forgedButtonsDoNothing(String data) {
    var desk = withCelina();

    assertThat(desk.pressesData(data).reads()).contains("/organizatorzy_bota");
    assertThat(desk.organisers.all()).hasSize(3);
  }

  @Test
  void strangersButtonsDoNothing() {
    var desk = withCelina();

    desk.sends(RESIDENT, new ButtonPress("og:y:501000003:" + Fresh.at(desk.now())));
    desk.sends(RESIDENT, new ButtonPress("og:i:0:"));

    assertThat(desk.reads()).isEqualTo(RESIDENTS);
    assertThat(desk.organisers.contains(CELINA)).isTrue();
    assertThat(desk.broadcasts.in(Set.of(State.SCHEDULED))).isEmpty();
  }
}
