package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.conversation.AResident.asking;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.Blocked;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Medium;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unblocked;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unreadable;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.reminders.Scope;

class SwitchedTest {
  private static final String NOTICE =
      "Organizatorzy wyłączyli tego bota, więc na razie nie odpowiada na pytania i nie wysyła"
          + " przypomnień (powód: „Zły <b>link</b> & {0}”).";

  private static AnEvent webinar() {
    return AnEvent.aWebinar().on("2022-02-17", "9:00");
  }

  private static AResident whileOff() {
    return asking(webinar()).switchedOff("Zły <b>link</b> & {0}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o której to jest?",
        "/kiedy",
        "/start",
        "/pomoc",
        "/wydarzenia",
        "/przypomnij",
        "/przypomnienia",
        "/nie_ma",
        "dziękuję",
        "   "
      })
  void whateverIsAskedTheNoticeIsTheAnswer(String text) {
    assertThat(whileOff().types(text).reads()).isEqualTo(NOTICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t:time:", "r:all:pl:2022-02-17-citizenlab", "n:", "x"})
  void buttonsGetTheNoticeToo(String data) {
    var resident = whileOff();

    assertThat(resident.pressesData(data).reads()).isEqualTo(NOTICE);
    assertThat(resident.subscribed()).isEmpty();
  }

  @Test
  void noticeHasNoButtonsAndNoFile() {
    var resident = whileOff().types("/kalendarz");

    assertThat(resident.buttons()).isEmpty();
    assertThat(resident.hasFile()).isFalse();
  }

  @Test
  void stickerGetsTheNotice() {
    assertThat(whileOff().sends(new Unreadable(Medium.STICKER)).reads()).isEqualTo(NOTICE);
  }

  @ParameterizedTest
  @CsvSource({
    "en, what time does it start?, The organisers have switched this bot off",
    "pl, коли це буде?, Організатори вимкнули",
    "en, o której to jest?, Organizatorzy wyłączyli",
    "uk, /start, Організатори вимкнули",
    "en, /kiedy, The organisers have switched this bot off"
  })
  void noticeIsInTheLanguageOfTheQuestionAndTheReasonAsItWasWritten(
      String phone, String text, String beginning) {
    assertThat(whileOff().speaking(phone).types(text).reads())
        .startsWith(beginning)
        .contains("Zły <b>link</b> & {0}");
  }

  @Test
  void severalContactsAreToldApartAndAButtonsEventAlone() {
    var workshop =
        AnEvent.anEvent("warsztaty", "Warsztaty")
            .on("2022-02-16", "17:00")
            .with(FactKind.CONTACT, "a@gmina.example");
    var resident =
        asking(workshop, webinar().with(FactKind.CONTACT, "b@gmina.example")).switchedOff("Awaria");

    assertThat(resident.types("o której to?").reads())
        .endsWith(
            "\nKontakt w sprawie „Warsztaty”: a@gmina.example"
                + "\nKontakt w sprawie „O platformie CitizenLab”: b@gmina.example");
    assertThat(resident.pressesData("t:time:warsztaty").reads())
        .endsWith("\nKontakt: a@gmina.example");
  }

  @Test
  void contactOfThePastIsToldWhereNothingComes() {
    var resident =
        asking(
                AnEvent.anEvent("stare", "Stare")
                    .on("2021-02-16", "17:00")
                    .with(FactKind.CONTACT, "a@gmina.example"))
            .switchedOff("Awaria");

    assertThat(resident.types("kiedy?").reads()).endsWith("\nKontakt: a@gmina.example");
  }

  @Test
  void contactIsThatOfTheFiles() {
    var resident =
        asking(webinar().with(FactKind.CONTACT, "plac@gmina.example"))
            .switchedOff("Awaria")
            .types("o której to?");

    assertThat(resident.reads()).endsWith("\nKontakt: plac@gmina.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/stop", "stop", "nie pisz do mnie", "proszę przestać wysyłać mi przypomnienia"})
  void messagesCanBeEnded(String text) {
    var resident = subscribed();

    assertThat(resident.types(text).reads()).startsWith("Wyłączone.");
    assertThat(resident.subscribed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"r:stop:pl:", "r:off:pl:2022-02-17-citizenlab"})
  void buttonsThatEndMessagesWork(String data) {
    var resident = subscribed();

    resident.pressesData(data);

    assertThat(resident.subscribed()).isEmpty();
  }

  private static AResident subscribed() {
    var resident = whileOff();
    resident
        .subscriptions()
        .subscribe(AResident.CHAT, "2022-02-17-citizenlab", Scope.ALL, "pl", resident.now());
    return resident;
  }

  @Test
  void privacyIsTold() {
    assertThat(whileOff().types("/prywatnosc").reads()).contains("30 minut");
    assertThat(whileOff().types("jakie dane o mnie zbierasz?").reads()).contains("30 minut");
  }

  @Test
  void ownDataAreShownAndErased() {
    var resident = whileOff();

    assertThat(resident.types("/moje_dane").hasFile()).isTrue();
    assertThat(resident.types("/usun_dane").presses("Usuń").reads()).contains("zostało usunięte");
  }

  @Test
  void remindersOfOneWhoUnblockedTheBotGoOn() {
    var resident = subscribed();
    resident.sends(new Blocked());
    assertThat(resident.subscribed()).containsExactly("2022-02-17-citizenlab ALL pl paused");
    assertThat(resident.sends(new Unblocked()).reply()).isEmpty();

    resident.waits(Duration.ofMinutes(1)).types("/start");

    assertThat(resident.subscribed()).containsExactly("2022-02-17-citizenlab ALL pl");
    assertThat(resident.reads()).startsWith(NOTICE).contains("Przypomnienia są znów włączone");
  }

  @Test
  void groupThatDoesNotMeanTheBotHearsNothing() {
    assertThat(whileOff().sends(new Text("o której?"), ChatType.GROUP, false).reply()).isEmpty();
    assertThat(whileOff().sends(new Text("o której?"), ChatType.GROUP, true).reads())
        .isEqualTo(NOTICE);
  }

  @Test
  void organiserReadsTheSameAndHowToSwitchItOn() {
    var resident = whileOff().beingAnOrganiser();

    assertThat(resident.types("o której to?").reads()).startsWith(NOTICE).endsWith("/wlacz.");
  }

  @Test
  void switchedOnItAnswersAtOnce() {
    var resident = whileOff().types("o której to?").switchedOff(null);

    assertThat(resident.types("o której to?").reads()).contains("9:00");
  }
}
