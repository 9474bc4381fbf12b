package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.ADesk.ANNA;
import static pl.soclab.webinarbot.desk.ADesk.BARTEK;
import static pl.soclab.webinarbot.desk.ADesk.GROUP;
import static pl.soclab.webinarbot.desk.ADesk.RESIDENT;
import static pl.soclab.webinarbot.desk.ADesk.RESIDENTS;
import static pl.soclab.webinarbot.desk.ADesk.WEBINAR;
import static pl.soclab.webinarbot.desk.ADesk.withTheWebinar;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Medium;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unreadable;
import pl.soclab.webinarbot.desk.BotSwitch.Switching;

class SwitchingTest {
  private static final String YES = "Tak, wyłącz bota";

  private static ADesk switchedOff(String reason) {
    return withTheWebinar().types("/wylacz " + reason).presses(YES);
  }

  private static Switching last(ADesk desk) {
    return Objects.requireNonNull(desk.botSwitch.last());
  }

  @Test
  void reasonIsAskedForShownAsResidentsReadItAndConfirmed() {
    var desk = withTheWebinar().types("/wylacz");
    assertThat(desk.reads()).contains("Dlaczego", "30 minut");
    assertThat(desk.labels()).containsExactly("Anuluj");

    desk.types("Zły link,\n czekamy na nowy");
    assertThat(desk.reply().getFirst().text().text())
        .contains("Organizatorzy wyłączyli tego bota", "„Zły link, czekamy na nowy”");
    assertThat(desk.botSwitch.isOff()).isFalse();

    desk.presses(YES);
    assertThat(desk.reads()).startsWith("Bot jest wyłączony.").contains("/wlacz");
    assertThat(last(desk))
        .isEqualTo(new Switching(1, true, "Zły link, czekamy na nowy", desk.now(), ANNA));
    assertThat(desk.awaited.of(ANNA)).isNull();
  }

  @Test
  void othersAreToldOnceWhoAndWhy() {
    var desk = switchedOff("Awaria");

    assertThat(desk.reports())
        .containsExactly(
            BARTEK
                + ": Bot jest wyłączony od 16 lutego, 12:00 (przez organizatora, numer 501000001)."
                + " Powód: „Awaria”. Z powrotem włącza go /wlacz.");
    desk.waits(Duration.ofMinutes(1)).types("/wlacz");
    assertThat(desk.reports().getLast())
        .isEqualTo(
            BARTEK
                + ": Bot jest znów włączony od 16 lutego, 12:01 (przez organizatora, numer"
                + " 501000001).");
    desk.types("/wlacz");
    assertThat(desk.reports()).hasSize(2);
  }

  @Test
  void confirmationThatComesAgainSwitchesOnceAndTellsOnce() {
    var desk = withTheWebinar().types("/wylacz Awaria");
    String yes = desk.data(YES);
    String first = desk.pressesData(yes).reads();

    assertThat(desk.pressesData(yes).reads()).isEqualTo(first);
    assertThat(desk.botSwitch.log()).hasSize(1);
    assertThat(desk.reports()).hasSize(1);
  }

  @Test
  void reasonThatComesAgainIsShownAgain() {
    var desk = withTheWebinar().types("/wylacz");
    String first = desk.types("Awaria").reads();

    assertThat(desk.types("Awaria").reads()).isEqualTo(first);
  }

  @Test
  void oldConfirmationAfterSwitchingOnSwitchesNothingOff() {
    var desk = withTheWebinar().types("/wylacz Awaria");
    String yes = desk.data(YES);
    desk.pressesData(yes).types("/wlacz");

    desk.pressesData(yes);

    assertThat(desk.reads()).startsWith("Ten przycisk już nie działa");
    assertThat(desk.botSwitch.isOff()).isFalse();
  }

  @Test
  void ofTwoWhoConfirmTheFirstHoldsAndTheOtherIsTold() {
    var desk = withTheWebinar().types("/wylacz Powód Anny");
    String annas = desk.data(YES);
    desk.sends(BARTEK, new Text("/wylacz Powód Bartka")).presses(BARTEK, YES);

    desk.pressesData(annas);

    assertThat(desk.reads())
        .contains("zmienił to ktoś inny", "przez organizatora, numer 501000002", "„Powód Bartka”");
    assertThat(desk.botSwitch.log()).hasSize(1);
  }

  @Test
  void askedWhileItIsOffItTellsSinceWhenAndByWhom() {
    var desk = switchedOff("Awaria").waits(Duration.ofHours(2));

    assertThat(desk.types("/wylacz").reads())
        .startsWith("Bot jest wyłączony od 16 lutego, 12:00 (z tej rozmowy). Powód: „Awaria”.");
    assertThat(desk.sends(BARTEK, new Text("/wylacz")).reads())
        .contains("przez organizatora, numer 501000001");
    assertThat(desk.awaited.of(ANNA)).isNull();
  }

  @Test
  void askedWhileItIsOnItTellsSinceWhenAndByWhom() {
    var desk = withTheWebinar();
    assertThat(desk.types("/wlacz").reads()).isEqualTo("Bot jest włączony. Wyłącza go /wylacz.");
    desk.types("/wylacz Awaria").presses(YES);

    assertThat(desk.sends(BARTEK, new Text("/wlacz")).reads()).startsWith("Bot jest włączony:");
    assertThat(desk.types("/włącz").reads())
        .startsWith("Bot jest włączony od 16 lutego, 12:00 (przez organizatora, numer 501000002)");
    assertThat(desk.botSwitch.log()).hasSize(2);
  }

  @Test
  void reasonCanBeChangedWithoutSwitchingOn() {
    var desk = switchedOff("Awarai");

    desk.sends(BARTEK, new Text("/wylacz Awaria")).presses(BARTEK, "Tak, zmień powód");

    assertThat(last(desk).reason()).isEqualTo("Awaria");
    assertThat(desk.botSwitch.log()).extracting(Switching::off).containsExactly(true, true);
    assertThat(desk.reports()).hasSize(2);
  }

  @Test
  void olderButtonSwitchesNothingForANewerReason() {
    var desk = withTheWebinar().types("/wylacz Pierwszy");
    String first = desk.data(YES);
    desk.types("/wylacz Drugi");

    desk.pressesData(first);

    assertThat(desk.reads()).startsWith("Ten przycisk już nie działa");
    assertThat(desk.botSwitch.isOff()).isFalse();
    assertThat(desk.types("/wylacz Drugi").presses(YES).reads()).startsWith("Bot jest wyłączony");
  }

  @Test
  void oldConfirmationIsAskedAgain() {
    var desk = withTheWebinar().types("/wylacz Awaria");
    String yes = desk.data(YES);

    desk.waits(Duration.ofMinutes(16)).pressesData(yes);

    assertThat(desk.reads()).contains("minęło ponad 15 minut");
    assertThat(desk.botSwitch.isOff()).isFalse();
    desk.presses(YES);
    assertThat(desk.botSwitch.isOff()).isTrue();
  }

  @Test
  void markupInAReasonIsShownAsItWasWritten() {
    var desk = switchedOff("<b>Awaria</b> & {0} „x”");

    assertThat(desk.types("/wylacz").reads()).contains("Powód: „<b>Awaria</b> & {0} „x””.");
    assertThat(desk.reports().getFirst()).contains("<b>Awaria</b> & {0} „x”");
  }

  @Test
  void questionInsteadOfAConfirmationIsAQuestion() {
    var desk = withTheWebinar().types("/wylacz Awaria");

    desk.types("o której to?");

    assertThat(desk.reads()).contains("jest odrzucona", RESIDENTS);
    assertThat(desk.awaited.of(ANNA)).isNull();
  }

  @Test
  void reasonThatComesTooLateIsAQuestion() {
    var desk = withTheWebinar().types("/wylacz").waits(Duration.ofMinutes(31));

    desk.types("Awaria");

    assertThat(desk.reads()).contains("jest odrzucona", RESIDENTS);
  }

  @Test
  void otherCommandEndsTheWait() {
    var desk = withTheWebinar().types("/wylacz").types("/plan");

    assertThat(desk.reads()).contains("jest odrzucona");
    assertThat(desk.types("Awaria").reads()).isEqualTo(RESIDENTS);
  }

  @Test
  void cancelledNothingChanges() {
    var desk = withTheWebinar().types("/wylacz").presses("Anuluj");

    assertThat(desk.reads()).isEqualTo("Nic się nie zmieniło.");
    assertThat(desk.types("Awaria").reads()).isEqualTo(RESIDENTS);
  }

  @Test
  void tooLongReasonIsSentBackAndStillAwaited() {
    var desk = withTheWebinar().types("/wylacz " + "a".repeat(301));
    assertThat(desk.reads()).contains("301 znaków", "300");

    desk.types("Awaria").presses(YES);

    assertThat(last(desk).reason()).isEqualTo("Awaria");
  }

  @Test
  void pictureIsNoReason() {
    var desk = withTheWebinar().types("/wylacz");

    desk.sends(ANNA, new Unreadable(Medium.PHOTO));

    assertThat(desk.reads()).startsWith("Powód musi być tekstem.");
    assertThat(desk.types("Awaria").labels()).contains(YES);
  }

  @Test
  void waitOutlivesARestart() {
    var desk = withTheWebinar().types("/wylacz");
    desk.restarts();

    desk.types("Awaria");
    desk.restarts();
    desk.presses(YES);

    assertThat(desk.botSwitch.isOff()).isTrue();
  }

  @Test
  void deskWorksWhileTheBotIsOff() {
    var desk = withTheWebinar().subscribed(WEBINAR, 3);
    desk.types("/wylacz Awaria").presses(YES);

    assertThat(desk.types("/plan").reads()).doesNotContain("Przepraszam");
    long id = desk.sendsOut("Przepraszamy za awarię");
    assertThat(desk.reads()).contains("jest zatwierdzona", "wysyłka czeka na /wlacz");
    desk.begins(id);
    desk.newBoard().tick(desk.now());
    assertThat(desk.telegram.sent())
        .singleElement()
        .asString()
        .endsWith("Bot jest wyłączony, więc wysyłka czeka na /wlacz.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/wylacz", "/wylacz Powód", "/wlacz", "/Wyłącz"})
  void residentsAndGroupsAreRefused(String command) {
    var desk = switchedOff("Awaria");

    assertThat(desk.sends(RESIDENT, new Text(command)).reads())
        .contains("tylko organizatorzy")
        .containsOnlyOnce(".");
    assertThat(desk.sends(GROUP, ChatType.GROUP, new Text(command)).reads())
        .contains("w rozmowie prywatnej");
    assertThat(desk.botSwitch.log()).hasSize(1);
  }

  @Test
  void strangersAndForgedButtonsSwitchNothing() {
    var desk = withTheWebinar().types("/wylacz Awaria");
    String yes = desk.data(YES);

    assertThat(desk.sends(RESIDENT, new ButtonPress(yes)).reads()).isEqualTo(RESIDENTS);
    assertThat(desk.sends(BARTEK, new ButtonPress(yes)).reads())
        .startsWith("Ten przycisk już nie działa");
    for (String forged : List.of("sw:", "sw:y:", "sw:y:0:abc:", "sw:y:99999999999999999999:a:b")) {
      assertThat(desk.pressesData(forged).reads()).startsWith("Ten przycisk już nie działa");
    }
    assertThat(desk.botSwitch.isOff()).isFalse();
  }
}
