package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.soclab.webinarbot.conversation.AnEvent.aWebinar;
import static pl.soclab.webinarbot.conversation.AnEvent.anEvent;
import static pl.soclab.webinarbot.conversation.AnEvent.knowledgeOf;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcast.Kind;

class ReminderWriterTest {
  private static final ChatId CHAT = new ChatId(42);

  private final ReminderWriter writer = new ReminderWriter(new BotProfile("Bot webinarowy", null));

  private static AnEvent webinar() {
    return aWebinar().on("2022-02-17", "9:00");
  }

  @Test
  void reminderStandsAlone() {
    OutgoingMessage reminder = Objects.requireNonNull(reminder(webinar(), "2022-02-16T09:00"));

    assertThat(reminder.text().text())
        .isEqualTo(
            """
            Jutro, w czwartek 17 lutego 2022, o 9:00 czasu polskiego: O platformie CitizenLab
            Gdzie: online (Zoom)
            Link: https://us02web.zoom.us/j/81951034606
            ID spotkania: 819 5103 4606
            Hasło: 969412

            Żeby nie dostawać przypomnień: /stop""");
    assertThat(reminder.text().spans())
        .contains(
            new RichText.Span("O platformie CitizenLab", RichText.Style.BOLD),
            new RichText.Span("819 5103 4606", RichText.Style.CODE),
            new RichText.Span("969412", RichText.Style.CODE));
    assertThat(labels(reminder)).containsExactly("Jak dołączyć", "Kiedy", "Nie przypominaj");
  }

  @ParameterizedTest
  @CsvSource({
    "2022-02-10T09:00:00, 'Za tydzień, w czwartek'",
    "2022-02-14T09:00:00, 'Za 3 dni, w czwartek'",
    "2022-02-15T23:59:00, 'Pojutrze, w czwartek'",
    "2022-02-16T00:00:00, 'Jutro, w czwartek'",
    "2022-02-17T00:10:00, 'Dziś, w czwartek'",
    "2022-02-17T06:00:00, 'Za 3 godziny, dziś, w czwartek'",
    "2022-02-17T07:35:00, 'Za godzinę i 25 minut, dziś, w czwartek'",
    "2022-02-17T08:00:07, 'Za godzinę, dziś, w czwartek'",
    "2022-02-17T08:02:00, 'Za 58 minut, dziś, w czwartek'",
    "2022-02-17T08:50:20, 'Za 10 minut, dziś, w czwartek'",
    "2022-02-17T08:59:50, 'Za minutę, dziś, w czwartek'"
  })
  void distanceIsThatOfTheClock(String now, String expected) {
    assertThat(text(reminder(webinar(), now))).startsWith(expected);
  }

  /** 2:00 became 3:00 in the night to 27 March 2022, and 3:00 became 2:00 to 30 October. */
  @ParameterizedTest
  @CsvSource({
    "2022-03-27, 9:00, 2022-03-26T09:00, 'Jutro, w niedzielę 27 marca 2022, o 9:00'",
    "2022-03-27, 3:30, 2022-03-27T01:30, 'Za godzinę, dziś, w niedzielę 27 marca 2022, o 3:30'",
    "2022-03-27, 9:00, 2022-03-27T00:30, 'Dziś, w niedzielę 27 marca 2022, o 9:00'",
    "2022-10-30, 9:00, 2022-10-29T09:00, 'Jutro, w niedzielę 30 października 2022, o 9:00'",
    "2022-10-30, 3:30, 2022-10-30T01:30, 'Za 3 godziny, dziś, w niedzielę 30 października 2022'",
    "2022-10-30, 0:30, 2022-10-29T23:40, 'Za 50 minut, jutro, w niedzielę 30 października 2022'"
  })
  void distanceIsRightInTheNightsOfTheClockChange(
      String date, String hour, String now, String expected) {
    assertThat(text(reminder(aWebinar().on(date, hour), now))).startsWith(expected);
  }

  @Test
  void eventInAnotherZoneIsToldByItsOwnClock() {
    AnEvent london = aWebinar().in("Europe/London").on("2022-02-17", "0:30");

    // Half past midnight in Warsaw is half past eleven of the day before in London.
    assertThat(text(reminder(london, "2022-02-17T00:30")))
        .startsWith(
            "Za godzinę, jutro, w czwartek 17 lutego 2022, o 0:30 czasu w strefie Europe/London:");
  }

  @Test
  void dayWithoutAnHourIsRemindedOfOnTheDayItself() {
    assertThat(text(reminder(aWebinar().on("2022-02-17"), "2022-02-17T09:00")))
        .startsWith("Dziś, w czwartek 17 lutego 2022 (godziny organizatorzy nie podali): ");
  }

  @Test
  void placeIsThatOfTheSession() {
    AnEvent points =
        anEvent("2022-02-17-citizenlab", "Punkty konsultacyjne")
            .with(FactKind.PLACE, "Ursynów")
            .on("2022-02-17", "13:00", "16:00", "przy kościele");

    assertThat(text(reminder(points, "2022-02-16T13:00")))
        .contains("Gdzie: przy kościele")
        .doesNotContain("Ursynów", "Link", "Hasło");
  }

  @Test
  void cutLinkIsNotSent() {
    AnEvent cut = webinar().with(FactKind.LINK, "https://us02web.zoom.us/j/8195...");

    assertThat(text(reminder(cut, "2022-02-16T09:00"))).contains("969412").doesNotContain("http");
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'Tomorrow, Thursday, 17 February 2022, at 9:00 Polish time: O platformie CitizenLab'",
    "uk, 'Завтра, четвер, 17 лютого 2022, 9:00 за польським часом: O platformie CitizenLab'",
    "de, 'Jutro, w czwartek 17 lutego 2022, o 9:00 czasu polskiego: O platformie CitizenLab'"
  })
  void reminderSpeaksTheSubscribersLanguage(String language, String expected) {
    Broadcast reminder = broadcast(Kind.REMINDER, startOf(webinar()), null);

    assertThat(text(write(reminder, language, "2022-02-16T09:00", webinar()))).startsWith(expected);
  }

  @Test
  void whatIsNotTrueAnyMoreIsNotWritten() {
    Broadcast reminder = broadcast(Kind.REMINDER, startOf(webinar()), null);
    Broadcast change = broadcast(Kind.CHANGE, null, "PLANNED Europe/Warsaw 2022-02-16T09:00");
    String now = "2022-02-16T09:00";

    assertThat(write(reminder, "pl", now)).isNull();
    assertThat(write(reminder, "pl", now, aWebinar().on("2022-02-18", "9:00"))).isNull();
    assertThat(write(reminder, "pl", now, webinar().that(Event.Status.CANCELLED))).isNull();
    assertThat(write(reminder, "pl", "2022-02-17T09:00", webinar())).isNull();
    assertThat(write(change, "pl", now)).isNull();
    assertThat(write(change, "pl", now, aWebinar().on("2022-02-16", "9:00"))).isNull();
  }

  @Test
  void movedEventTellsTheOldAndTheNewHour() {
    OutgoingMessage notice =
        Objects.requireNonNull(change("PLANNED Europe/Warsaw 2022-02-16T10:00", webinar()));

    assertThat(text(notice))
        .startsWith(
            """
            Zmiana terminu: O platformie CitizenLab
            Było: środa, 16 lutego 2022, godz. 10:00 czasu polskiego
            Jest: czwartek, 17 lutego 2022, godz. 9:00 czasu polskiego
            Gdzie: online (Zoom)
            Link: https://us02web.zoom.us/j/81951034606
            """)
        .endsWith("/stop");
    assertThat(labels(notice)).containsExactly("Kiedy", "Do kalendarza", "Nie przypominaj");
  }

  @Test
  void ofSeveralSessionsOnlyThoseThatDifferAreTold() {
    AnEvent series =
        aWebinar().on("2022-02-16", "18:00").on("2022-02-18", "19:00").on("2022-02-20", "18:00");
    String former =
        "PLANNED Europe/Warsaw 2022-02-15T08:00 2022-02-16T18:00 2022-02-18T18:00 2022-02-20T18:00";

    assertThat(text(change(former, series)))
        .contains("Było: piątek, 18 lutego 2022, godz. 18:00")
        .contains("Jest: piątek, 18 lutego 2022, godz. 19:00")
        .doesNotContain("15 lutego", "16 lutego", "20 lutego");
  }

  @Test
  void addedAndDroppedSessionsAreToldApart() {
    String two = "PLANNED Europe/Warsaw 2022-02-17T09:00 2022-02-18T09:00";
    AnEvent three =
        aWebinar().on("2022-02-17", "9:00").on("2022-02-21", "9:00").on("2022-02-22", "9:00");

    assertThat(text(change(two, webinar())))
        .contains("Nie odbędzie się: piątek, 18 lutego 2022")
        .doesNotContain("Dochodzi");
    assertThat(text(change(two, three)))
        .contains("Nie odbędzie się: piątek, 18 lutego 2022")
        .contains("Dochodzi: poniedziałek, 21 lutego 2022", "Dochodzi: wtorek, 22 lutego 2022");
  }

  @Test
  void hourPutOffAfterTheStartIsStillTold() {
    AnEvent later = aWebinar().on("2022-02-15", "11:00");

    assertThat(text(change("PLANNED Europe/Warsaw 2022-02-15T09:30", later)))
        .contains("Było: wtorek, 15 lutego 2022, godz. 9:30", "Jest: wtorek, 15 lutego 2022");
  }

  @Test
  void eventWithoutANewDateIsSaidToBePutOff() {
    AnEvent moved = webinar().that(Event.Status.MOVED);

    OutgoingMessage notice =
        Objects.requireNonNull(change("PLANNED Europe/Warsaw 2022-02-17T09:00", moved));

    assertThat(text(notice))
        .startsWith("Przełożone: O platformie CitizenLab\nByło: czwartek, 17 lutego 2022")
        .contains("Nowego terminu organizatorzy jeszcze nie podali.")
        .doesNotContain(AnEvent.LINK);
    assertThat(labels(notice)).doesNotContain("Do kalendarza");
  }

  @Test
  void newDateOfAnEventThatWasPutOffIsTold() {
    AnEvent moved = aWebinar().on("2022-03-17", "9:00").that(Event.Status.MOVED);

    assertThat(text(change("POSTPONED Europe/Warsaw 2022-02-17T09:00", moved)))
        .contains("Było: czwartek, 17 lutego 2022", "Jest: czwartek, 17 marca 2022");
  }

  @Test
  void firstDateIsTold() {
    assertThat(text(change("PLANNED Europe/Warsaw", webinar())))
        .startsWith("Jest termin: O platformie CitizenLab\nTermin: czwartek, 17 lutego 2022");
  }

  @Test
  void dateThatVanishedIsTold() {
    assertThat(text(change("PLANNED Europe/Warsaw 2022-02-17T09:00", aWebinar())))
        .contains("Było: czwartek, 17 lutego 2022", "Nowego terminu organizatorzy jeszcze nie");
  }

  @Test
  void cancelledEventIsSaidToBeCancelledWithoutALink() {
    AnEvent cancelled = webinar().that(Event.Status.CANCELLED);

    assertThat(text(change("PLANNED Europe/Warsaw 2022-02-17T09:00", cancelled)))
        .startsWith("Odwołane: O platformie CitizenLab\nTermin: czwartek, 17 lutego 2022")
        .contains("Wydarzenie się nie odbędzie.")
        .doesNotContain(AnEvent.LINK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CANCELLED", "POSTPONED"})
  void eventThatIsOnAgainIsSaidToTakePlaceAfterAll(String former) {
    assertThat(text(change(former + " Europe/Warsaw 2022-02-17T09:00", webinar())))
        .startsWith("Jednak się odbędzie: O platformie CitizenLab\nTermin: czwartek, 17 lutego")
        .contains(AnEvent.LINK);
  }

  @Test
  void cancelledEventWithANewDateTakesPlaceAfterAll() {
    AnEvent moved = aWebinar().on("2022-03-17", "9:00").that(Event.Status.MOVED);

    assertThat(text(change("CANCELLED Europe/Warsaw 2022-02-17T09:00", moved)))
        .startsWith("Jednak się odbędzie: O platformie CitizenLab\nByło: czwartek, 17 lutego")
        .contains("Jest: czwartek, 17 marca 2022");
  }

  @Test
  void organisersWordsStandUnderTheTitleOrTheBotsName() {
    Broadcast words = broadcast(Kind.MESSAGE, null, "Sala 12 zamiast 7.");
    Broadcast toAll = ofNoEvent(Kind.MESSAGE, "Dziękujemy za udział.");

    OutgoingMessage ofEvent =
        Objects.requireNonNull(write(words, "pl", "2022-02-16T09:00", webinar()));
    OutgoingMessage ofNone =
        Objects.requireNonNull(write(toAll, "pl", "2022-02-16T09:00", webinar()));

    assertThat(text(ofEvent)).startsWith("O platformie CitizenLab\nSala 12 zamiast 7.\n\n");
    assertThat(labels(ofEvent)).containsExactly("Nie przypominaj");
    assertThat(text(ofNone)).startsWith("Bot webinarowy\nDziękujemy").endsWith("/stop");
    assertThat(labels(ofNone)).containsExactly("Wyłącz wszystkie");
  }

  @Test
  void answerIsToldWithItsQuestionInTheLanguageThatGoesAlong() {
    String content =
        new ToldAnswer(ReplyLanguage.ENGLISH, "parking?", "Tak.\n\nZa szkołą.").content();
    Broadcast ofEvent = broadcast(Kind.ANSWER, null, content);
    Broadcast ofNone = ofNoEvent(Kind.ANSWER, content);

    assertThat(text(write(ofEvent, "uk", "2022-02-16T09:00", webinar())))
        .isEqualTo(
            "O platformie CitizenLab\nThe organisers have answered the question “parking?”:"
                + "\n\nTak.\n\nZa szkołą.");
    assertThat(text(write(ofNone, "pl", "2022-02-16T09:00")))
        .startsWith("The organisers have answered");
    assertThatThrownBy(() -> ToldAnswer.parse("pl\nparking?"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void reportIsItsTextAlone() {
    Broadcast report = ofNoEvent(Kind.REPORT, "Jedno przypomnienie nie wyszło.");

    assertThat(write(report, "pl", "2022-02-16T09:00"))
        .isEqualTo(OutgoingMessage.text(CHAT, "Jedno przypomnienie nie wyszło."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pl", "en", "uk"})
  void longestMessagesStayShort(String language) {
    AnEvent wordy =
        anEvent("2022-02-17-citizenlab", "Konsultacje społeczne ".repeat(30))
            .with(FactKind.PLACE, "Urząd Miejski w Wasilkowie, sala konferencyjna ".repeat(10))
            .with(FactKind.LINK, "https://teams.example.org/" + "a".repeat(250))
            .with(FactKind.MEETING_ID, "819 5103 4606")
            .with(FactKind.PASSCODE, "969412");
    for (int day = 10; day < 28; day++) {
      wordy.on("2022-03-" + day, "9:00");
    }
    Broadcast reminder = broadcast(Kind.REMINDER, startOf(wordy), null);
    Broadcast change =
        broadcast(Kind.CHANGE, null, "PLANNED Europe/Warsaw" + " 2022-02-20T09:00".repeat(12));

    assertThat(text(write(reminder, language, "2022-03-09T09:00", wordy)))
        .hasSizeLessThanOrEqualTo(1000)
        .contains("https://teams");
    assertThat(text(write(change, language, "2022-02-16T09:00", wordy)))
        .hasSizeLessThanOrEqualTo(1000);
  }

  private @Nullable OutgoingMessage reminder(AnEvent event, String now) {
    return write(broadcast(Kind.REMINDER, startOf(event), null), "pl", now, event);
  }

  private @Nullable OutgoingMessage change(String former, AnEvent present) {
    return write(broadcast(Kind.CHANGE, null, former), "pl", "2022-02-15T10:00", present);
  }

  private @Nullable OutgoingMessage write(
      Broadcast broadcast, String language, String now, AnEvent... events) {
    Instant instant = LocalDateTime.parse(now).atZone(ZoneId.of("Europe/Warsaw")).toInstant();
    return writer.write(broadcast, CHAT, language, knowledgeOf(events), instant);
  }

  private static Instant startOf(AnEvent event) {
    return event.build().sessions().getFirst().startInstant();
  }

  private static Broadcast broadcast(Kind kind, @Nullable Instant start, @Nullable String content) {
    return broadcast(kind, "2022-02-17-citizenlab", start, content);
  }

  private static Broadcast ofNoEvent(Kind kind, String content) {
    return broadcast(kind, null, null, content);
  }

  private static Broadcast broadcast(
      Kind kind, @Nullable String eventId, @Nullable Instant start, @Nullable String content) {
    return new Broadcast(
        1,
        kind,
        null,
        eventId,
        start,
        null,
        Set.of(),
        content,
        Broadcast.State.RUNNING,
        Instant.EPOCH,
        null,
        null,
        null,
        null,
        null);
  }

  private static String text(@Nullable OutgoingMessage message) {
    return Objects.requireNonNull(message).text().text();
  }

  private static List<String> labels(OutgoingMessage message) {
    return message.buttons().stream().flatMap(List::stream).map(Button::label).toList();
  }
}
