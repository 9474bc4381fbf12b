package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.conversation.AResident.asking;
import static pl.soclab.webinarbot.conversation.AnEvent.aWebinar;
import static pl.soclab.webinarbot.conversation.AnEvent.anEvent;
import static pl.soclab.webinarbot.conversation.AnEvent.knowledgeOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Knowledge;

class RemindingTest {
  private static final String WEEK_BEFORE = "2022-02-10T12:00";
  private static final String ALL = "Wszystkie przypomnienia";

  private static AnEvent webinar() {
    return aWebinar()
        .on("2022-02-17", "9:00")
        .remindedOf(Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(10));
  }

  private static AnEvent workshop() {
    return anEvent("warsztaty", "Warsztaty garncarskie")
        .with(FactKind.PLACE, "dom kultury")
        .on("2022-04-20", "11:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/przypomnij",
        "/remind",
        "/przypomnij webinar",
        "przypomnij mi",
        "daj znać dzień wcześniej",
        "czy dostanę przypomnienie przed wydarzeniem",
        "/start przypomnij-2022-02-17-citizenlab"
      })
  void wishIsAnsweredWithAChoiceAndSubscribesToNothing(String wish) {
    var resident = asking(webinar()).at(WEEK_BEFORE);

    resident.types(wish);

    assertThat(resident.reads())
        .contains("O platformie CitizenLab")
        .contains("Mogę przypomnieć dzień, godzinę i 10 minut przed początkiem.");
    assertThat(resident.labels())
        .containsExactly(ALL, "Tylko godzinę przed", "Tylko zmiany i odwołanie");
    assertThat(resident.subscribed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Wszystkie przypomnienia, ALL, 'Przypomnę dzień, godzinę i 10 minut przed początkiem.'",
    "Tylko godzinę przed, LAST_HOUR, Przypomnę godzinę przed początkiem.",
    "Tylko zmiany i odwołanie, CHANGES, 'Napiszę tylko wtedy, gdy zmieni się termin'"
  })
  void choiceIsConfirmedWithWhatWillComeAndHowToStop(String label, String scope, String promise) {
    var resident = asking(webinar()).at(WEEK_BEFORE);

    resident.types("/przypomnij").presses(label);

    assertThat(resident.subscribed()).containsExactly("2022-02-17-citizenlab " + scope + " pl");
    assertThat(resident.reads())
        .contains("W czwartek 17 lutego 2022, o 9:00 czasu polskiego")
        .contains(promise)
        .contains("/stop")
        .doesNotContain(AnEvent.LINK);
    assertThat(resident.labels()).hasSize(3).contains("Nie przypominaj").doesNotContain(label);
  }

  @Test
  void choiceCanBeChangedAndSwitchedOff() {
    var resident = asking(webinar()).at(WEEK_BEFORE);

    resident.types("/przypomnij").presses(ALL).presses("Tylko godzinę przed");
    List<String> changed = resident.subscribed();
    resident.types("/przypomnij");
    String choice = resident.reads();
    resident.presses("Nie przypominaj");

    assertThat(changed).containsExactly("2022-02-17-citizenlab LAST_HOUR pl");
    assertThat(choice).contains("Teraz włączone: tylko godzinę przed.");
    assertThat(resident.subscribed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kiedy?", "link", "jak dołączyć?", "/kalendarz", "o czym wiesz"})
  void answersAboutTimeAndLinkOfferAReminder(String question) {
    var resident = asking(webinar()).at(WEEK_BEFORE);

    resident.types(question.equals("o czym wiesz") ? "/start 2022-02-17-citizenlab" : question);

    assertThat(resident.labels()).contains("Przypomnij mi");
    assertThat(resident.presses("Przypomnij mi").labels()).contains(ALL);
  }

  @Test
  void severalQuestionsWithAReminderAmongThemOfferIt() {
    var resident = asking(webinar()).at(WEEK_BEFORE);

    resident.types("kiedy to jest? i przypomnij mi");

    assertThat(resident.reads()).contains("17 lutego 2022");
    assertThat(resident.presses("Przypomnij mi").labels()).contains(ALL);
  }

  @Test
  void reminderIsNotOfferedWhereAllAreOn() {
    var resident = asking(webinar()).at(WEEK_BEFORE);

    resident.types("/przypomnij").presses("Tylko godzinę przed").types("kiedy?");
    assertThat(resident.labels()).contains("Przypomnij mi");

    resident.presses("Przypomnij mi").presses(ALL).types("kiedy?");
    assertThat(resident.labels()).doesNotContain("Przypomnij mi").contains("Do kalendarza");
  }

  @Test
  void reminderIsNotOfferedOnceTheEventHasBegun() {
    var resident = asking(webinar()).at("2022-02-17T09:00");

    assertThat(resident.types("kiedy?").labels()).doesNotContain("Przypomnij mi");
    assertThat(resident.types("/przypomnij").reads()).contains("już się zaczęło");
    assertThat(resident.at("2022-02-18T09:00").types("/przypomnij").reads()).contains("już minęło");
  }

  @Test
  void cancelledEventIsNotRemindedOf() {
    var resident = asking(webinar()).at(WEEK_BEFORE);
    resident.types("/przypomnij");

    resident.knowledgeBecomes(knowledgeOf(webinar().that(Event.Status.CANCELLED)));
    resident.presses(ALL);

    assertThat(resident.reads()).contains("zostało odwołane");
    assertThat(resident.subscribed()).isEmpty();
    assertThat(resident.types("kiedy?").labels()).doesNotContain("Przypomnij mi");
  }

  @Test
  void withoutEventsThereIsNothingToRemindOf() {
    var resident = asking(Knowledge.empty());

    resident.types("/przypomnij");

    assertThat(resident.reads()).contains("Nie ma teraz o czym przypominać");
  }

  @Test
  void eventWithoutADateIsRememberedForLater() {
    var resident = asking(anEvent("narada", "Narada")).at(WEEK_BEFORE);

    resident.types("/przypomnij").presses(ALL);

    assertThat(resident.reads()).contains("Terminu organizatorzy jeszcze nie podali. Napiszę");
    assertThat(resident.subscribed()).containsExactly("narada ALL pl");
  }

  @Test
  void severalEventsAreAskedBack() {
    var resident = asking(webinar(), workshop()).at(WEEK_BEFORE);

    resident.types("/przypomnij");

    assertThat(resident.labels())
        .containsExactly(
            "17 lutego: O platformie CitizenLab", "20 kwietnia: Warsztaty garncarskie");
    resident.presses("20 kwietnia: Warsztaty garncarskie").presses(ALL);
    assertThat(resident.subscribed()).containsExactly("warsztaty ALL pl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/przypomnij warsztaty", "przypomnij mi o warsztatach garncarskich"})
  void namedEventIsNotAskedBack(String wish) {
    var resident = asking(webinar(), workshop()).at(WEEK_BEFORE);

    resident.types(wish);

    assertThat(resident.reads()).contains("Warsztaty garncarskie");
    assertThat(resident.labels()).contains(ALL);
  }

  @Test
  void eventJustTalkedAboutIsNotAskedBack() {
    var resident = asking(webinar(), workshop()).at(WEEK_BEFORE);

    resident.types("kiedy są warsztaty garncarskie?").types("przypomnij mi");

    assertThat(resident.reads()).contains("Warsztaty garncarskie");
    assertThat(resident.labels()).contains(ALL);
  }

  @Test
  void lateSubscriberGetsTheEssentialsAtOnce() {
    var resident = asking(webinar()).at("2022-02-16T12:00");

    resident.types("/przypomnij").presses(ALL);

    assertThat(resident.reads())
        .contains("Jutro, w czwartek 17 lutego 2022, o 9:00 czasu polskiego")
        .contains("Gdzie: online (Zoom)", AnEvent.LINK, "819 5103 4606", "969412")
        .contains("Przypomnę godzinę i 10 minut przed początkiem.");
  }

  @Test
  void reminderThatLeavesBeforeTheNightIsMissedByWhoeverComesInTheNight() {
    var morning = aWebinar().on("2022-02-17", "6:30");
    var resident = asking(morning).at("2022-02-15T22:00");

    resident.types("/przypomnij").presses(ALL);

    assertThat(resident.reads()).contains("Przypomnę dzień i godzinę przed");
    resident.at("2022-02-16T20:45").types("/stop").presses("Przywróć: O platformie CitizenLab");
    assertThat(resident.reads()).contains("Jutro, w czwartek").contains("Przypomnę godzinę przed");
  }

  @Test
  void subscriberOfTheLastMinuteIsPromisedNothingMore() {
    var resident = asking(webinar()).at("2022-02-17T08:55");

    resident.types("/przypomnij").presses(ALL);

    assertThat(resident.reads()).contains("Za 5 minut, dziś").contains("kolejnego nie będzie");
  }

  @Test
  void trainingOnTwoEveningsIsRemindedOfBothTimes() {
    var training =
        anEvent("szkolenie", "Szkolenie").on("2022-05-02", "18:00").on("2022-05-03", "18:00");
    var resident = asking(training).at(WEEK_BEFORE);

    resident.types("/przypomnij").presses(ALL);

    assertThat(resident.reads())
        .contains("• w poniedziałek 2 maja 2022, o 18:00", "• we wtorek 3 maja 2022, o 18:00")
        .contains("Przypomnę dzień i godzinę przed początkiem każdego terminu.");
  }

  @Test
  void eventWithoutRemindersStillGivesTheHourBefore() {
    var resident = asking(webinar().remindedOf()).at(WEEK_BEFORE);

    resident.types("/przypomnij");

    assertThat(resident.labels())
        .containsExactly("Tylko godzinę przed", "Tylko zmiany i odwołanie");
    assertThat(resident.presses("Tylko godzinę przed").reads())
        .contains("Przypomnę godzinę przed początkiem.");
  }

  @Test
  void reminderSpeaksTheLanguageOfTheTalkAndNotOfThePhone() {
    var resident = asking(webinar()).at(WEEK_BEFORE).speaking("en");

    resident.types("kiedy to jest?").presses("Przypomnij mi").presses(ALL);

    assertThat(resident.subscribed()).containsExactly("2022-02-17-citizenlab ALL pl");
    assertThat(resident.types("/remind").reads()).contains("I can remind you a day, an hour");
  }

  @Test
  void ukrainianIsRemindedInUkrainian() {
    var resident = asking(webinar()).at(WEEK_BEFORE);

    resident.types("нагадай мені").presses("Усі нагадування");

    assertThat(resident.subscribed()).containsExactly("2022-02-17-citizenlab ALL uk");
    assertThat(resident.reads()).contains("Нагадаю за день, годину та 10 хвилин до початку.");
  }

  @Test
  void groupSubscribesToo() {
    var resident = asking(webinar()).at(WEEK_BEFORE);

    resident.sends(new Text("/przypomnij"), ChatType.GROUP, true);
    String data = resident.buttons().getFirst().data();
    resident.sends(new ButtonPress(data), ChatType.GROUP, true);

    assertThat(resident.subscribed()).hasSize(1);
  }

  @Test
  void linkToTheRemindersOfAnEventFitsWhateverItsName() {
    String id = "2022-05-01-" + "bardzo-dlugie-wydarzenie-".repeat(4);
    var resident = asking(webinar(), anEvent(id, "Długie").on("2022-05-01", "8:15"));

    String link = EventKey.forReminderLink(id);
    resident.types("/start " + link);

    assertThat(link).matches("[A-Za-z0-9_-]{1,64}");
    assertThat(resident.reads()).contains("Tu Bot webinarowy", "Przypomnienia: Długie");
    assertThat(resident.buttons())
        .allSatisfy(
            button ->
                assertThat(button.data().getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(64));
    assertThat(resident.presses(ALL).subscribed()).containsExactly(id + " ALL pl");
  }

  @Test
  void linkToTheRemindersOfAnUnknownEventIsAPlainStart() {
    var resident = asking(webinar());

    resident.types("/start przypomnij-nie-ma");

    assertThat(resident.reads()).contains("Wiem o tych wydarzeniach");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "r:",
        "r:all:pl:",
        "r:all::x",
        "r:nonsense:pl:x",
        "r:ALL:pl:x",
        "r:stop:pl:x",
        "r:ask:pl:",
        "r:all:pl:nie-ma",
        "r:off:xx:nie-ma",
        "r:hour:pl:\u0000"
      })
  void forgedButtonSubscribesToNothing(String data) {
    var resident = asking(webinar()).at(WEEK_BEFORE);

    resident.pressesData(data);

    assertThat(resident.reply()).hasSize(1);
    assertThat(resident.subscribed()).isEmpty();
  }
}
