package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.conversation.AResident.asking;
import static pl.soclab.webinarbot.conversation.AnEvent.aWebinar;
import static pl.soclab.webinarbot.conversation.AnEvent.anEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Knowledge;

class CommandsTest {
  private static AnEvent webinar() {
    return aWebinar().on("2022-02-17", "9:00");
  }

  private static AnEvent training() {
    return anEvent("szkolenie-senior", "Szkolenie dla seniorów")
        .with(FactKind.PLACE, "biblioteka")
        .on("2022-04-05", "17:00", "19:00");
  }

  @Test
  void startSaysWhoTheBotIsWhoseItIsAndWhatItKnows() {
    var resident = asking(webinar());

    resident.types("/start");

    assertThat(resident.reads())
        .contains("Tu Bot webinarowy", "Prowadzi mnie gmina.", "Fundacja SocLab")
        .contains("O platformie CitizenLab – czwartek, 17 lutego 2022, godz. 9:00");
    assertThat(resident.labels()).hasSize(5).contains("Kiedy", "Jak dołączyć", "O czym");
  }

  @Test
  void startNamesOnlyEventsToComeWhileThereAreAny() {
    var resident = asking(webinar(), training()).at("2022-03-01T10:00");

    resident.types("/start");

    assertThat(resident.reads()).contains("Szkolenie dla seniorów").doesNotContain("CitizenLab");
  }

  @Test
  void startNamesTheLastEventWhereNoneIsToCome() {
    var resident = asking(webinar()).at("2022-03-01T10:00");

    resident.types("/start");

    assertThat(resident.reads())
        .contains("O nowych wydarzeniach jeszcze nic nie wiem")
        .contains("odbyło się: czwartek, 17 lutego 2022");
  }

  @Test
  void deepLinkOpensTheCardOfItsEvent() {
    var resident = asking(webinar(), training());

    resident.types("/start szkolenie-senior");

    assertThat(resident.reads())
        .contains("Szkolenie dla seniorów", "5 kwietnia 2022", "biblioteka")
        .doesNotContain("CitizenLab");
  }

  @Test
  void deepLinkWithAHashOpensAnEventWhoseNameTelegramWouldNotTake() {
    String id = "zażółć gęślą jaźń";
    var resident = asking(webinar(), anEvent(id, "Jaźń").on("2022-05-01", "12:00"));

    resident.types("/start " + EventKey.forDeepLink(id));

    assertThat(EventKey.forDeepLink(id)).matches("[A-Za-z0-9_-]{1,64}");
    assertThat(resident.reads()).contains("Jaźń", "1 maja 2022");
  }

  @Test
  void deepLinkToAnUnknownEventIsAPlainStart() {
    var resident = asking(webinar());

    resident.types("/start nie-ma-takiego");

    assertThat(resident.reads()).contains("Tu Bot webinarowy", "Wiem o tych wydarzeniach");
  }

  @ParameterizedTest
  @CsvSource({
    "/kiedy, 17 lutego 2022",
    "/KIEDY, 17 lutego 2022",
    "/when, 17 lutego 2022",
    "/kiedy?, 17 lutego 2022",
    "/link, https://us02web.zoom.us/j/81951034606",
    "/tlumaczenie, na język polski",
    "/tłumaczenie, na język polski",
    "/Tłumaczenie, na język polski",
    "/translation, na język polski",
    "/organizatorzy, Fundacja SocLab",
    "/organisers, Fundacja SocLab",
    "/wydarzenia, Wydarzenia",
    "/events, Wydarzenia",
    "/kalendarz, Plik do kalendarza",
    "/calendar, Plik do kalendarza",
    "/pomoc, /kalendarz – plik do kalendarza",
    "/help, /kalendarz – plik do kalendarza",
    "/prywatnosc, 30 minut",
    "/prywatność, 30 minut",
    "/privacy, 30 minut",
    "/haslo, 969412",
    "help, /kalendarz – plik do kalendarza",
    "Pomoc?, /kalendarz – plik do kalendarza",
    "start, Wiem o tych wydarzeniach"
  })
  void commandIsAnswered(String command, String expected) {
    var resident = asking(webinar());

    resident.types(command);

    assertThat(resident.reads()).contains(expected);
  }

  @Test
  void unknownCommandNamesThoseThatExist() {
    var resident = asking(webinar());

    resident.types("/qwrtplk");

    assertThat(resident.reads()).contains("Nie znam takiego polecenia", "/kiedy", "/prywatnosc");
  }

  @Test
  void unknownCommandDoesNotLeanOnTheThread() {
    var resident = asking(webinar());

    resident.types("kiedy?").types("/foo");

    assertThat(resident.reads()).contains("Nie znam takiego polecenia");
  }

  @Test
  void unknownCommandThatNamesAFactAsksWhichEvent() {
    var resident = asking(webinar(), anEvent("warsztaty", "Warsztaty").on("2022-02-20", "11:00"));

    resident.types("/haslo");

    assertThat(resident.labels()).contains("20 lutego: Warsztaty", "Żadne z tych");
  }

  @Test
  void wordsBehindACommandChooseTheEvent() {
    var resident = asking(webinar(), training());

    resident.types("/kiedy szkolenie");

    assertThat(resident.reads()).contains("5 kwietnia 2022").doesNotContain("17 lutego");
  }

  @Test
  void wordsBehindTheCalendarCommandChooseTheFile() {
    var resident = asking(webinar(), training());

    resident.types("/kalendarz szkolenie");

    assertThat(resident.file().fileName()).isEqualTo("szkolenie-senior.ics");
  }

  @Test
  void eventsAreListedWithThoseToComeFirstAndPastOnesMarked() {
    var resident =
        asking(
                webinar(),
                training(),
                anEvent("piknik", "Piknik").on("2022-03-20").that(Event.Status.CANCELLED),
                anEvent("kiedys", "Narada"))
            .at("2022-03-01T10:00");

    resident.types("/wydarzenia");

    assertThat(resident.reads())
        .isEqualTo(
            """
            Wydarzenia, o których wiem:
            • Piknik – niedziela, 20 marca 2022 (odwołane)
            • Szkolenie dla seniorów – wtorek, 5 kwietnia 2022, godz. 17:00–19:00
            • Narada – terminu nie podano

            Wcześniejsze wydarzenia:
            • O platformie CitizenLab – odbyło się: czwartek, 17 lutego 2022, godz. 9:00""");
    assertThat(resident.labels())
        .containsExactly(
            "20 marca: Piknik",
            "5 kwietnia: Szkolenie dla seniorów",
            "Narada",
            "17 lutego: O platformie CitizenLab");
  }

  @Test
  void eventWithSeveralSessionsIsListedByTheNextOne() {
    var resident =
        asking(
            anEvent("narada", "Narada")
                .on("2022-02-15", "10:00")
                .on("2022-02-18", "10:00")
                .on("2022-02-20", "10:00"));

    resident.types("/wydarzenia");

    assertThat(resident.reads())
        .contains("Narada – kilka terminów, najbliższy: piątek, 18 lutego 2022, godz. 10:00");
  }

  @Test
  void buttonOfTheListOpensTheCard() {
    var resident = asking(webinar(), training());

    resident.types("/wydarzenia").presses("5 kwietnia: Szkolenie dla seniorów");

    assertThat(resident.reads()).contains("Szkolenie dla seniorów", "biblioteka");
  }

  @Test
  void calendarWithoutADateIsRefusedInWords() {
    var resident = asking(anEvent("narada", "Narada"));

    resident.types("/kalendarz");

    assertThat(resident.reads()).contains("Narada", "nie podali terminu");
    assertThat(resident.hasFile()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/kiedy", "/link", "/wydarzenia", "/kalendarz"})
  void withoutEventsTheBotSaysSo(String command) {
    var resident = asking(Knowledge.empty());

    resident.types(command);

    assertThat(resident.reads()).startsWith("Organizatorzy nie");
    assertThat(resident.hasFile()).isFalse();
  }

  @Test
  void withoutKnowledgeAQuestionIsPutOff() {
    var resident = asking(Knowledge.empty());

    resident.types("kiedy jest webinar?");

    assertThat(resident.reads()).contains("nie dodali jeszcze żadnych informacji");
  }

  @Test
  void withoutKnowledgeStartStillIntroducesTheBot() {
    var resident = asking(Knowledge.empty());

    resident.types("/start");

    assertThat(resident.reads()).contains("Tu Bot webinarowy", "nie dodali jeszcze");
  }

  @ParameterizedTest
  @CsvSource({
    "en, Hello. This is Bot webinarowy, 'Thursday, 17 February 2022, 9:00'",
    "en-GB, Hello. This is Bot webinarowy, 'Thursday, 17 February 2022, 9:00'",
    "uk, Добрий день. Це Bot webinarowy, '17 лютого 2022, 9:00'",
    "de, Dzień dobry. Tu Bot webinarowy, 'czwartek, 17 lutego 2022, godz. 9:00'"
  })
  void startSpeaksTheLanguageOfTheTelegram(String code, String hello, String date) {
    var resident = asking(webinar()).speaking(code);

    resident.types("/start");

    assertThat(resident.reads()).contains(hello, date);
  }

  @Test
  void residentWithoutALanguageIsSpokenToInPolish() {
    var resident = asking(webinar()).speaking(null);

    resident.types("/help");

    assertThat(resident.reads()).contains("Proszę pytać zwykłymi słowami");
  }

  @Test
  void helpSpeaksUkrainian() {
    var resident = asking(webinar()).speaking("uk");

    resident.types("/help");

    assertThat(resident.reads()).contains("Питайте звичайними словами", "/kalendarz – файл");
  }

  @Test
  void menuKeepsToTheLettersThatTelegramTakes() {
    assertThat(CommandMenu.commands())
        .hasSize(12)
        .allSatisfy(
            command -> {
              assertThat(command.name()).matches("[a-z0-9_]{1,32}");
              assertThat(command.description()).isNotBlank().hasSizeLessThan(256);
            });
  }
}
