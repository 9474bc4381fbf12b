package pl.soclab.webinarbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.knowledge.AnnouncementReader.Reading;

class AnnouncementReaderTest {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final LocalDate TODAY = LocalDate.of(2025, 5, 5);

  private static Reading reading(String text) {
    return AnnouncementReader.read(
        new TextLines("e.txt", 1, text.lines().toList()), WARSAW, TODAY, null);
  }

  private static Reading readingOf(String set, LocalDate today) throws IOException {
    Path file =
        Path.of("src/test/resources/pl/soclab/webinarbot/evaluation", set, "announcement.txt");
    return AnnouncementReader.read(
        new TextLines("e.txt", 1, Files.readAllLines(file)), WARSAW, today, null);
  }

  private static @Nullable String value(Reading reading, FactKind kind) {
    Fact fact = reading.facts().get(kind);
    return fact == null ? null : fact.value();
  }

  @Test
  void fiveDaysInFivePlacesAreFiveSessions() throws IOException {
    Reading reading = readingOf("punkty-konsultacyjne", TODAY);

    assertThat(reading.sessions())
        .extracting(session -> session.date() + " " + session.startTime() + " " + session.place())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("2025-05-12 10:00 targowisko"),
            second -> assertThat(second).startsWith("2025-05-14 15:00 Miejska Biblioteka"),
            third -> assertThat(third).startsWith("2025-05-16 07:30 dworzec PKP"),
            fourth -> assertThat(fourth).startsWith("2025-05-17 11:00 park Jordanowski"),
            fifth -> assertThat(fifth).startsWith("2025-05-20 16:30 Szkoła Podstawowa"));
    assertThat(reading.facts()).doesNotContainKey(FactKind.REGISTRATION_DEADLINE);
  }

  @Test
  void placeMayStandBetweenDayAndHour() {
    Reading reading =
        reading(
            """
            Punkty konsultacyjne
            1) sobota, 8 maja 2027 r. – targowisko miejskie, ul. Targowa 6 (obok wagi), godz. 10.00-13.00
            2) środa, 12 maja 2027 r. - Kozia Góra, świetlica wiejska, godz. 16.00-19.00
            """);

    assertThat(reading.sessions())
        .extracting(Session::place)
        .containsExactly(
            "targowisko miejskie, ul. Targowa 6 (obok wagi)", "Kozia Góra, świetlica wiejska");
    assertThat(reading.sessions())
        .extracting(Session::startTime)
        .containsExactly(LocalTime.of(10, 0), LocalTime.of(16, 0));
  }

  @Test
  void placeMayStandBelowItsDay() {
    Reading reading =
        reading(
            """
            Spacery badawcze
            📅 sobota, 10 maja
            ⏰ 10–12
            📍 Bojary, skwer przy ul. Słonimskiej

            📅 niedziela, 11 maja
            ⏰ 11–13
            📍 Bacieczki, tam gdzie zawsze
            """);

    assertThat(reading.sessions())
        .extracting(Session::place)
        .containsExactly("Bojary, skwer przy ul. Słonimskiej", "Bacieczki, tam gdzie zawsze");
  }

  @Test
  void numberOfHouseBeforeDashIsNoDay() {
    Reading reading =
        reading(
            """
            Punkty konsultacyjne
            1. Szymki, świetlica wiejska, Szymki 31 – 6 maja (wtorek), godz. 16.00–18.00
            2. Bondary, remiza OSP, ul. Kolejowa 2 – 7 maja (środa), godz. 17.00–19.00
            """);

    assertThat(reading.sessions())
        .extracting(session -> session.date() + " " + session.place())
        .containsExactly(
            "2025-05-06 Szymki, świetlica wiejska, Szymki 31",
            "2025-05-07 Bondary, remiza OSP, ul. Kolejowa 2");
  }

  @Test
  void dayOnWhichNothingHappensIsNoSession() {
    Reading reading =
        reading(
            """
            Spotkania o budżecie
            wtorek, 6 maja, świetlica w Brzózkach, godz. 17:30
            W środę 7 maja spotkania nie ma, zapraszamy wtedy na Rynek (początek o 11:00).
            Lekcja 9 maja do godz. 15.00 to termin oddania prac.
            """);

    assertThat(reading.sessions())
        .extracting(Session::date)
        .containsExactly(LocalDate.of(2025, 5, 6));
  }

  @Test
  void headingInCapitalsStatesNothing() {
    Reading reading =
        reading(
            """
            Szkolenie 6 maja o 18:00

            NAGRANIE I ZAŚWIADCZENIE
            Część pierwsza będzie nagrywana, film udostępnimy na 14 dni.
            Kto będzie na obu częściach, otrzyma zaświadczenie w PDF.
            """);

    assertThat(value(reading, FactKind.RECORDING)).startsWith("Część pierwsza");
    assertThat(value(reading, FactKind.CERTIFICATE)).startsWith("Kto będzie");
  }

  @Test
  void whatOnePartOfTheProgrammeAsksForIsNotAskedOfAll() {
    Reading reading =
        reading(
            """
            Piknik 10 maja od 12:00 do 19:00
            12:00 – powitanie
            12:30 – warsztaty (grupy po 10 osób, zapisy na miejscu)
            16:00 – turniej (zgłoszenia do 8 maja, tel. 512 555 087)
            """);

    assertThat(reading.facts())
        .doesNotContainKeys(FactKind.REGISTRATION, FactKind.REGISTRATION_DEADLINE, FactKind.SEATS);
  }

  @Test
  void valueOfProjectIsNoPrice() {
    Reading reading =
        reading(
            "Konsultacje 6 maja o 18:00\nWartość projektu: 412 500,00 zł, dofinansowanie: 350 625,00 zł.");

    assertThat(reading.facts()).doesNotContainKey(FactKind.COST);
  }

  @Test
  void whoeverLooksAfterPersonalDataIsNoContact() {
    Reading reading =
        reading(
            """
            Spotkanie 6 maja o 18:00
            Administratorem danych jest Urząd Gminy, iod@gmina.example.
            Pytania: urzad@gmina.example
            """);

    assertThat(value(reading, FactKind.CONTACT)).isEqualTo("urzad@gmina.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OGŁOSZENIE BURMISTRZA ŁĄK|w sprawie konsultacji planu|OGŁOSZENIE BURMISTRZA ŁĄK w sprawie konsultacji planu",
        "RADA OSIEDLA MŁYNY|zaprasza na PIKNIK SĄSIEDZKI|PIKNIK SĄSIEDZKI",
        "Fundacja Kładka|zaprasza na otwartą debatę o parku|Otwarta debata o parku",
        "Fundacja Kładka zaprasza na szkolenie|KLIKAM Z GŁOWĄ|Szkolenie: KLIKAM Z GŁOWĄ",
        "ZAWIADOMIENIE|Walne zebranie członków|Walne zebranie członków"
      })
  void titleSaysWhatItIs(String first, String second, String title) {
    assertThat(reading(first + "\n" + second + "\n6 maja o 18:00").title()).isEqualTo(title);
  }

  @Test
  void twoEveningsKeepTheirHoursAndWhatTheyAreAbout() throws IOException {
    Reading reading = readingOf("szkolenie-online", LocalDate.of(2024, 10, 1));

    assertThat(reading.sessions())
        .extracting(Session::startTime)
        .containsExactly(LocalTime.of(18, 0), LocalTime.of(17, 30));
    assertThat(reading.sessions()).allMatch(session -> session.place() == null);
    assertThat(value(reading, FactKind.MEETING_ID)).isEqualTo("846 2739 0155");
    assertThat(value(reading, FactKind.PASSCODE)).isEqualTo("550731");
    assertThat(value(reading, FactKind.LINK)).isEqualTo("https://us06web.zoom.us/j/84627390155");
    assertThat(value(reading, FactKind.DIAL_IN)).isEqualTo("+48 22 307 34 88");
    assertThat(value(reading, FactKind.PLATFORM)).isEqualTo("Zoom");
    assertThat(value(reading, FactKind.GUESTS)).contains("Marta Gawlik");
    assertThat(value(reading, FactKind.REGISTRATION_DEADLINE)).contains("4 października");
    assertThat(value(reading, FactKind.RECORDING)).contains("30 dni");
    assertThat(value(reading, FactKind.CERTIFICATE)).contains("Zaświadczenie");
  }

  @Test
  void formIsRegistrationAndNoMeetingLink() throws IOException {
    Reading reading = readingOf("konsultacje-wideo", LocalDate.of(2025, 3, 7));

    assertThat(reading.sessions()).hasSize(1);
    assertThat(reading.sessions().getFirst().end())
        .isEqualTo(LocalDate.of(2025, 3, 12).atTime(19, 0));
    assertThat(reading.facts()).doesNotContainKey(FactKind.LINK);
    assertThat(value(reading, FactKind.REGISTRATION)).contains("formularza");
    assertThat(value(reading, FactKind.ACCESSIBILITY)).contains("język migowy");
    assertThat(value(reading, FactKind.PLATFORM)).isEqualTo("Microsoft Teams");
    assertThat(value(reading, FactKind.ORGANISERS)).isEqualTo("Wójt Gminy Jeżowiec");
  }

  @Test
  void rainDateIsNoSessionAndNoMove() throws IOException {
    Reading reading = readingOf("spacer", LocalDate.of(2025, 6, 3));

    assertThat(reading.sessions())
        .extracting(Session::date)
        .containsExactly(LocalDate.of(2025, 6, 7));
    assertThat(reading.sessions().getFirst().startTime()).isEqualTo(LocalTime.of(10, 30));
    assertThat(reading.status()).isNull();
    assertThat(value(reading, FactKind.PLACE)).contains("mostku");
  }

  @Test
  void signsOfAPostAreLabels() throws IOException {
    Reading reading = readingOf("post", LocalDate.of(2018, 5, 11));

    assertThat(reading.sessions())
        .extracting(session -> session.date() + " " + session.startTime())
        .containsExactly("2018-05-15 17:00");
    assertThat(value(reading, FactKind.PLACE)).startsWith("Biblioteka na Ogrodowej 5");
    assertThat(value(reading, FactKind.CONTACT)).contains("512 000 347");
  }

  @Test
  void labelledDayWinsOverOthers() throws IOException {
    Reading reading = readingOf("second/konsultacje-strategii", LocalDate.of(2024, 2, 27));

    assertThat(reading.sessions())
        .extracting(Session::date)
        .containsExactly(LocalDate.of(2024, 3, 5));
  }

  @Test
  void deadlineIsNoSession() {
    Reading reading =
        reading("Zapraszamy 20 maja o godz. 17. Zapisy do wtorku 13 maja do godz. 12:00.");

    assertThat(reading.sessions())
        .extracting(Session::date)
        .containsExactly(LocalDate.of(2025, 5, 20));
    assertThat(value(reading, FactKind.REGISTRATION_DEADLINE)).contains("13 maja");
  }

  @Test
  void cutZoomLinkIsKeptUpToTheDotsAndSaid() {
    Reading reading =
        reading(
            "Webinar 20 maja o 17:00.\nLINK do wydarzenia: https://us02web.zoom.us/j/81951034606...");

    assertThat(value(reading, FactKind.LINK)).isEqualTo("https://us02web.zoom.us/j/81951034606");
    assertThat(reading.findings())
        .anyMatch(
            finding ->
                finding.severity() == Finding.Severity.WARNING && finding.source().line() == 2);
  }

  @Test
  void cutLinkThatIsNotWholeIsNoLink() {
    Reading reading =
        reading(
            "Webinar 20 maja o 17:00.\nLINK do wydarzenia: https://us02web.zoom.us/j/819510...");

    assertThat(reading.facts()).doesNotContainKey(FactKind.LINK);
    assertThat(reading.findings())
        .anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "W imieniu Fundacji Zielnik zapraszamy na webinar. | Fundacja Zielnik",
        "Szkolenie organizowane przez Stowarzyszenie Most. | Stowarzyszenie Most",
        "Organizator: Dom Kultury w Brzeziu | Dom Kultury w Brzeziu",
        "Gmina Lipowa serdecznie zaprasza na spotkanie. | Gmina Lipowa"
      })
  void organiserIsNamedInTheNominative(String text, String organiser) {
    assertThat(value(reading(text), FactKind.ORGANISERS)).isEqualTo(organiser);
  }

  @Test
  void wrongPolishIsNotMadeOfANameInAnotherCase() {
    Reading reading =
        reading("Spotkanie organizowane przez nas wspólnie z Urzędem Miejskim w Brzeziu.");

    assertThat(value(reading, FactKind.PARTNERS)).startsWith("Spotkanie organizowane");
  }

  @Test
  void signingUpOnTheMeetingsHostIsNoLinkToIt() {
    Reading reading =
        reading("Webinar 20 maja o 17. Zapisy: https://zoom.us/meeting/register/abc123");

    assertThat(reading.facts()).doesNotContainKey(FactKind.LINK);
  }

  @Test
  void passcodeMayHaveASpace() {
    assertThat(value(reading("Hasło: 123 456"), FactKind.PASSCODE)).isEqualTo("123 456");
  }

  @Test
  void cancelledEventIsRecognised() {
    assertThat(reading("ODWOŁANE: Spotkanie 20 maja o 17:00.").status())
        .isEqualTo(Event.Status.CANCELLED);
  }

  @Test
  void sameDayWithTwoHoursIsAContradiction() {
    Reading reading =
        reading("Spotkanie 20 maja o godz. 17:00.\nPrzypominamy: 20 maja, godz. 18:00.");

    assertThat(reading.findings())
        .anyMatch(
            finding ->
                finding.sentence().contains("18:00") && finding.sentence().contains("17:00"));
  }

  @Test
  void randomTextNeverThrows() {
    var random = new Random(7);
    List<String> pieces =
        List.of(
            "17.02",
            "godz.",
            "9:00",
            "https://",
            "...",
            "„",
            "(",
            "do",
            "Zapisy:",
            "maja",
            "\n",
            "📅",
            "99",
            "w piątek",
            "–",
            "id",
            "hasło");

    for (int round = 0; round < 500; round++) {
      var text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        text.append(pieces.get(random.nextInt(pieces.size())))
            .append(random.nextBoolean() ? " " : "");
      }

      assertThat(reading(text.toString()).facts()).isNotNull();
    }
  }

  @Test
  void headOfAMailIsNoTitle() {
    Reading reading =
        reading(
            """
            Od: Anna Kowal <anna@przyklad.example>
            Do: wszyscy@przyklad.example
            Temat: Fwd: Spacer po starym sadzie
            Zapraszamy w sobotę 17 maja 2025 r. o 11:00.
            """);

    assertThat(reading.title()).isEqualTo("Spacer po starym sadzie");
  }

  @ParameterizedTest
  @CsvSource({
    "'Szkolenie z obsługi platformy', ' odbędzie się w poniedziałek 21 lutego 2022 o godz. 17:00'",
    "'Zapraszamy na warsztaty z ceramiki', '. W sobotę 26 lutego 2022 o godz. 16:00, Dom Kultury'"
  })
  void firstSentenceOfAnAnnouncementOfOneParagraphNamesTheEvent(String title, String more) {
    Reading reading = reading(title + more + " w Augustowie. Udział jest bezpłatny, zapraszamy.");

    assertThat(reading.title()).isEqualTo(title);
  }

  @Test
  void valueMayStandBelowItsLabel() {
    Reading reading =
        reading(
            """
            Warsztaty szycia

            KIEDY?
            17 maja 2025 r., godz. 16.00

            GDZIE?
            Świetlica wiejska w Lipowej, ul. Ks. Skargi 4
            """);

    assertThat(value(reading, FactKind.PLACE))
        .isEqualTo("Świetlica wiejska w Lipowej, ul. Ks. Skargi 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w Szkole Podstawowej nr 3, ul. Leśna 5. Spotkanie potrwa do 19.00.",
        "w Szkole Podstawowej nr 3, ul. Leśna 5 od 17.00 do 19.00.",
        "w Szkole Podstawowej nr 3, ul. Leśna 5. Wstęp wolny."
      })
  void placeEndsWhereSomethingElseBegins(String sentence) {
    Reading reading = reading("Plac zabaw\n\nSpotykamy się 14 maja 2026 o 17.00 " + sentence);

    assertThat(value(reading, FactKind.PLACE)).isEqualTo("w Szkole Podstawowej nr 3, ul. Leśna 5");
  }

  @Test
  void invitationOfAMeetingServiceIsRead() {
    Reading reading =
        reading(
            """
            Rozmowa o rzece
            Topic: Rozmowa o rzece
            Time: May 18, 2025 05:00 PM Warsaw
            Join Zoom Meeting
            https://us02web.zoom.us/j/12345678901
            """);

    assertThat(reading.sessions())
        .extracting(session -> session.date() + " " + session.startTime())
        .containsExactly("2025-05-18 17:00");
  }

  @Test
  void lastLineWithANameIsTheSignature() {
    Reading reading =
        reading(
            """
            Zamiatanie świata

            Spotykamy się 17 maja 2025 r. o 11:00 nad stawem.

            Rada Osiedla Lipowe i Koło Wędkarzy
            Kontakt: Jan Lis, 600 100 200
            """);

    assertThat(value(reading, FactKind.ORGANISERS))
        .isEqualTo("Rada Osiedla Lipowe i Koło Wędkarzy");
  }

  @Test
  void hourOfTheEndIsReadWhereverItStands() {
    Reading reading =
        reading(
            """
            Potańcówka pod lipą
            Widzimy się 17 maja 2025 r. o 18:00. Będzie orkiestra i lemoniada. Kończymy o 22:00.
            """);

    assertThat(reading.sessions())
        .extracting(session -> String.valueOf(session.end()))
        .containsExactly("2025-05-17T22:00");
  }

  @Test
  void earlierEventGivesNoFacts() {
    Reading reading =
        reading(
            """
            Nocny spacer
            Zapraszamy 17 maja 2025 r. o 21:00. W zeszłym roku przyszło 60 osób.
            """);

    assertThat(reading.facts()).doesNotContainKey(FactKind.SEATS);
  }

  @Test
  void cellsOfATableAreNoPartOfAPlace() {
    Reading reading =
        reading(
            """
            Dyżury w sprawie planu

            | Termin | Miejsce |
            |---|---|
            | 17 maja 2025, 10:00 | Dom Sąsiedzki, ul. Leśna 2 |
            | 18 maja 2025, 12:00 | Szkoła nr 5 |
            """);

    assertThat(reading.sessions())
        .extracting(Session::place)
        .containsExactly("Dom Sąsiedzki, ul. Leśna 2", "Szkoła nr 5");
  }

  @Test
  void liftInOnePlaceIsNoFactOfAllPlaces() {
    Reading reading =
        reading(
            """
            Dyżury w sprawie planu
            - 17 maja 2025, godz. 10.00, Dom Sąsiedzki (jest winda)
            - 18 maja 2025, godz. 12.00, Szkoła nr 5
            """);

    assertThat(reading.facts()).doesNotContainKey(FactKind.ACCESSIBILITY);
  }

  @Test
  void placeMayStandInTheLineBelowTheDay() {
    Reading reading =
        reading(
            """
            Punkty konsultacyjne
            1. 6 maja 2025 r. (wtorek), 15:00-18:00
               Biblioteka Miejska, ul. Szewska 14
            2. 8 maja 2025 r. (czwartek), 9:00-12:00
               Targowisko Miejskie, wejście od ul. Rzecznej
            Wystarczy przyjść. Nie prowadzimy dyżurów przez internet.
            """);

    assertThat(reading.sessions())
        .extracting(Session::place)
        .containsExactly(
            "Biblioteka Miejska, ul. Szewska 14", "Targowisko Miejskie, wejście od ul. Rzecznej");
    assertThat(reading.facts()).doesNotContainKey(FactKind.PLACE);
  }

  @Test
  void posterSaysPlaceAndPriceInCapitals() {
    Reading reading =
        reading(
            """
            ŚWIĘTO ŁĘGOWA
            SOBOTA 10 MAJA 2025
            START 14:00
            POLANA PRZY REMIZIE OSP ŁĘGOWO
            WSTĘP WOLNY!

            PROGRAM
            14:00 powitanie
            15:30 budujemy hotele dla owadów
            (20 miejsc, zapisy telefoniczne do 8 maja)
            17:30 koncert

            LOTERIA
            los 5 zł przy scenie
            """);

    assertThat(value(reading, FactKind.PLACE)).isEqualTo("POLANA PRZY REMIZIE OSP ŁĘGOWO");
    assertThat(value(reading, FactKind.COST)).isEqualTo("WSTĘP WOLNY!");
    assertThat(reading.facts())
        .doesNotContainKeys(FactKind.SEATS, FactKind.REGISTRATION_DEADLINE)
        .extractingByKey(FactKind.PROGRAMME)
        .satisfies(programme -> assertThat(programme.values()).hasSize(3));
  }

  @Test
  void postBeginsItsLinesWithPictures() {
    Reading reading =
        reading(
            """
            SOBOTA NAD RZEKĄ
            W sobotę 10.05.2025 idziemy na łąki
            ⏰ start 9.30 spod starego młyna (Młynarska 40)
            🌼 rośliny pokaże Iga Wrona, botaniczka
            ✍️ ZAPISY: sms do Beaty 665 210 943 do czwartku do 20.00.
            """);

    assertThat(value(reading, FactKind.PLACE)).contains("spod starego młyna");
    assertThat(value(reading, FactKind.GUESTS)).startsWith("rośliny pokaże Iga Wrona");
    assertThat(value(reading, FactKind.REGISTRATION_DEADLINE)).contains("do czwartku");
  }

  @Test
  void newsletterIsReadBehindItsHead() {
    Reading reading =
        reading(
            """
            Dzień dobry,

            to już w przyszłym tygodniu! Zapraszamy na dwa wieczory „Spokój w domu”: bez żargonu. Spotykamy się na Zoomie.

            ZAPISY
            Formularz: https://most.example/spokoj
            Czekamy do poniedziałku 12 maja, do 12:00.

            JAK WEJŚĆ
            Nie masz internetu? Zadzwoń pod 22 307 19 44, wpisz identyfikator i zatwierdź krzyżykiem (#).
            NAGRANIE
            Odnośnik dostaną wszyscy zapisani, będzie działał do 15 grudnia.
            """);

    assertThat(reading.title()).isEqualTo("Dwa wieczory „Spokój w domu”");
    assertThat(value(reading, FactKind.PLACE)).isEqualTo("online (Zoom)");
    assertThat(value(reading, FactKind.REGISTRATION_DEADLINE)).contains("12 maja");
    assertThat(value(reading, FactKind.DIAL_IN)).isEqualTo("22 307 19 44");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Drodzy Rodzice, Babcie, Dziadkowie, Nauczyciele i wszyscy chętni!",
        "Miasto Olszanów  >  Aktualności  >  Transport i drogi"
      })
  void neitherGreetingNorPathOfAPageIsATitle(String first) {
    assertThat(reading(first + "\n\nRozmowa o parkowaniu na Podgrodziu\n").title())
        .isEqualTo("Rozmowa o parkowaniu na Podgrodziu");
  }

  @Test
  void numberOfARowIsNoPartOfThePlace() {
    Reading reading =
        reading(
            """
            Harmonogram spotkań
            Lp. | Termin | Miejsce i forma
            1. | 9 maja 2025 r. (piątek), 17:30-19:30 | Szkoła Podstawowa nr 3, ul. Parowozowa 8
            2. | 16 maja 2025 r. (piątek), 10:00-12:00 | Klub Seniora, ul. Dworcowa 21
            """);

    assertThat(reading.sessions())
        .extracting(Session::place)
        .containsExactly(
            "Szkoła Podstawowa nr 3, ul. Parowozowa 8", "Klub Seniora, ul. Dworcowa 21");
  }
}
