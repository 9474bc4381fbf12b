package pl.soclab.webinarbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsOfFilesTest {
  private static final String START = "początek: 2022-02-17 9:00";

  @TempDir Path path;
  private AFolder folder;

  @BeforeEach
  void emptyFolder() {
    folder = new AFolder(path);
  }

  private void assertFinding(String start, String... parts) {
    assertThat(folder.findings()).singleElement().asString().startsWith(start);
    assertThat(parts).allSatisfy(part -> assertThat(folder.findings().getFirst()).contains(part));
  }

  @ParameterizedTest
  @CsvSource({
    "pocztek, początek",
    "organizatozy, organizatorzy",
    "haslop, hasło",
    "przypomnenia, przypomnienia"
  })
  void unknownKeyNamesTheNearest(String written, String nearest) {
    folder.withEvent(START, written + ": coś");

    assertFinding("wydarzenia/e.md:3: ostrzeżenie: Nieznany klucz", written, nearest);
  }

  @Test
  void keyFarFromAllNamesNone() {
    folder.withEvent(START, "pogoda: słonecznie");

    assertFinding("wydarzenia/e.md:3: ostrzeżenie: Nieznany klucz „pogoda”", "z instrukcji");
  }

  @Test
  void weekdayAgainstDateInTheFrontMatter() {
    folder.withEvent("początek: piątek, 2022-02-17 9:00");

    assertFinding("wydarzenia/e.md:2: ostrzeżenie:", "„piątek”", "17 lutego 2022 to czwartek");
    assertThat(folder.event().sessions()).hasSize(1);
  }

  @Test
  void weekdayAgainstDateInTitleAndText() {
    folder.with(
        "wydarzenia/e.md",
        "---\ntytuł: Webinar w piątek 17.02\n"
            + START
            + "\n---\nW środę, 17 lutego, startujemy.\n");

    assertThat(folder.findings())
        .satisfiesExactly(
            title -> assertThat(title).startsWith("wydarzenia/e.md:2:").contains("„piątek”"),
            text -> assertThat(text).startsWith("wydarzenia/e.md:5:").contains("„środa”"));
  }

  @Test
  void weekdayInBracketsAgainstDate() {
    folder.with("wydarzenia/e.md", "---\n" + START + "\n---\nZapraszamy 17.02.2022 r. (piątek).\n");

    assertFinding("wydarzenia/e.md:4: ostrzeżenie:", "„piątek”");
  }

  @Test
  void meetingIdThatIsNone() {
    folder.withEvent(START, "id: citizenlab");

    assertFinding("wydarzenia/e.md:3: błąd: „citizenlab” nie jest ID spotkania");
    assertThat(folder.event().facts()).doesNotContainKey(FactKind.MEETING_ID);
  }

  @Test
  void titleUnderTheKeyOfAReference() {
    folder.withEvent(START, "wydarzenie: Webinar o platformie");

    assertFinding("wydarzenia/e.md:3: ostrzeżenie: Klucz „wydarzenie”", "„tytuł: ...”");
    assertThat(folder.event().sessions()).hasSize(1);
  }

  @Test
  void answersInTheFolderOfTestQuestions() {
    folder.with("pytania/a.md", "# Ile to trwa?\nGodzinę.\n");

    assertFinding("pytania/a.md:1: ostrzeżenie: W folderze pytania", "odpowiedzi");
    assertThat(folder.read().knowledge().isEmpty()).isTrue();
  }

  @Test
  void endBeforeStartIsNotTold() {
    folder.withEvent(START, "koniec: 8:00");

    assertFinding("wydarzenia/e.md:3: błąd: Koniec nie jest późniejszy");
    assertThat(folder.event().sessions().getFirst().end()).isNull();
  }

  @Test
  void cutZoomLinkIsKeptUpToTheDots() {
    folder.withEvent(START, "link: https://us02web.zoom.us/j/81951034606...");

    assertFinding("wydarzenia/e.md:3: ostrzeżenie: Link jest ucięty");
    assertThat(folder.fact(FactKind.LINK).value())
        .isEqualTo("https://us02web.zoom.us/j/81951034606");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://us02web.zoom.us/j/8195...",
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting…",
        "https://us02web.zoom.us/j/81951034606?pwd=abc..."
      })
  void otherCutLinkIsNoLink(String link) {
    folder.withEvent(START, "link: " + link);

    assertFinding("wydarzenia/e.md:3: błąd: Link jest ucięty", "Proszę wkleić");
    assertThat(folder.event().facts()).doesNotContainKey(FactKind.LINK);
  }

  @Test
  void cutLinkInATextIsNeverShownAsALink() {
    folder.with("projekt/a.txt", "Więcej: https://example.org/bardzo-dlugi... oraz w urzędzie.");

    assertFinding("projekt/a.txt:1: ostrzeżenie: Link w tym wierszu jest ucięty");
    assertThat(folder.read().knowledge().passages().getFirst().text())
        .isEqualTo("Więcej: (link w tekście jest ucięty) oraz w urzędzie.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wyślemy później", "us02web.zoom.us/j/81951034606", "https://zoom"})
  void linkThatIsNone(String link) {
    folder.withEvent(START, "link: " + link);

    assertFinding("wydarzenia/e.md:3: błąd: To nie jest link");
    assertThat(folder.event().facts()).doesNotContainKey(FactKind.LINK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"biuro@example", "biuro@@example.org", "tel. 85 123 45", "500 600 70"})
  void contactThatIsNone(String contact) {
    folder.withEvent(START, "kontakt: " + contact);

    assertFinding("wydarzenia/e.md:3: błąd: „", "Proszę go poprawić");
    assertThat(folder.event().facts()).doesNotContainKey(FactKind.CONTACT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "biuro@example.org",
        "Jan Kowalski, jan.kowalski@um.example.pl, tel. 85 123 45 67",
        "+48 500 600 700",
        "tel. 19115",
        "(22) 123-45-67",
        "ul. Rynek 32, 05-082 Stare Babice",
        "+49 30 123456"
      })
  void contactThatIsOne(String contact) {
    folder.withEvent(START, "kontakt: " + contact);

    assertThat(folder.findings()).isEmpty();
    assertThat(folder.fact(FactKind.CONTACT).value()).isEqualTo(contact);
  }

  @Test
  void sameEventTwice() {
    folder
        .with("wydarzenia/a.md", "---\ntytuł: Platforma CitizenLab\n" + START + "\n---\n")
        .with("wydarzenia/b.md", "---\ntytuł: O platformie CitizenLab\n" + START + "\n---\n")
        .with("wydarzenia/c.md", "---\ntytuł: Plac zabaw\n" + START + "\n---\n");

    assertFinding("wydarzenia/b.md:2: ostrzeżenie: To samo wydarzenie", "wydarzenia/a.md:2");
  }

  @Test
  void sameFileNameTwiceGetsAnIdOfItsOwn() {
    folder
        .with("inne/a.md", "---\ntytuł: Plac zabaw\n" + START + "\n---\nRaz.")
        .with("wydarzenia/a.md", "---\ntytuł: Platforma\n" + START + "\n---\nDwa.");

    assertFinding("inne/a.md:1: ostrzeżenie: Plik nazywa się tak samo", "„a-2”");
    assertThat(folder.read().knowledge().events())
        .extracting(Event::id)
        .containsExactlyInAnyOrder("a", "a-2");
    assertThat(folder.read().knowledge().passages())
        .extracting(Passage::eventId)
        .containsExactly("a-2", "a");
  }

  @Test
  void brokenLineLeavesTheOtherKeysAndTheBody() {
    folder.withEvent(START, "organizatorzy: [Fundacja SocLab", "hasło: \"12", "koszt: 10 zł");

    assertThat(folder.findings())
        .satisfiesExactly(
            list -> assertThat(list).startsWith("wydarzenia/e.md:3: błąd: Brakuje nawiasu"),
            quote -> assertThat(quote).startsWith("wydarzenia/e.md:4: błąd: Brakuje drugiego"));
    assertThat(folder.fact(FactKind.COST).value()).isEqualTo("10 zł");
    assertThat(folder.read().knowledge().passages()).hasSize(1);
  }

  @Test
  void missingSpaceIsMended() {
    folder.withEvent("początek:2022-02-17 9:00");

    assertFinding("wydarzenia/e.md:2: ostrzeżenie: Po dwukropku brakuje spacji");
    assertThat(folder.event().sessions().getFirst().startTime()).isEqualTo(LocalTime.of(9, 0));
  }

  @Test
  void colonInsideAValueIsMended() {
    folder.withEvent(START, "koszt: uwaga: 10 zł");

    assertFinding("wydarzenia/e.md:3: ostrzeżenie: Wartość ma znaki");
    assertThat(folder.fact(FactKind.COST).value()).isEqualTo("uwaga: 10 zł");
  }

  @Test
  void openingTabIsMended() {
    folder.withEvent("terminy:", "\t- 2022-02-17 9:00");

    assertFinding("wydarzenia/e.md:3: ostrzeżenie: Wiersz zaczyna się tabulatorem");
    assertThat(folder.event().sessions()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&a1", "*a1", "!a1", "!!java.net.URL x"})
  void anchorsAliasesAndTagsAreRefused(String value) {
    folder.withEvent(START, "hasło: " + value);

    assertFinding("wydarzenia/e.md:3: błąd: Wartość zaczyna się od znaku", "cudzysłów");
    assertThat(folder.event().facts()).doesNotContainKey(FactKind.PASSCODE);
  }

  @Test
  void passcodeThatLooksLikeARemark() {
    folder.withEvent(START, "hasło: #1234");

    assertFinding("wydarzenia/e.md:3: ostrzeżenie: To, co stoi za znakiem #", "„#1234”");
  }

  @Test
  void keyTwice() {
    folder.withEvent(START, "hasło: 123", "passcode: 456");

    assertFinding("wydarzenia/e.md:4: błąd: Klucz „passcode” znaczy to samo", "z wiersza 3");
    assertThat(folder.fact(FactKind.PASSCODE).value()).isEqualTo("123");
  }

  @Test
  void missingClosingLine() {
    folder.with("wydarzenia/e.md", "---\n" + START + "\n\nZapraszamy.\n");

    assertFinding("wydarzenia/e.md:1: błąd: Brakuje drugiej linii ---");
    assertThat(folder.event().sessions()).hasSize(1);
    assertThat(folder.read().knowledge().passages().getFirst().source().line()).isEqualTo(4);
  }

  @Test
  void unknownStatusZoneReminderAndYesOrNo() {
    folder.withEvent(START, "stan: może", "strefa: Europa/Paris", "przypomnienia: [1 dzień, rano]");

    assertThat(folder.findings())
        .satisfiesExactly(
            status -> assertThat(status).startsWith("wydarzenia/e.md:3: błąd: Nieznany stan"),
            zone -> assertThat(zone).startsWith("wydarzenia/e.md:4: błąd: Nieznana strefa"),
            time -> assertThat(time).startsWith("wydarzenia/e.md:5: błąd: Nie wiadomo, kiedy"));

    folder.with("wydarzenia/e.md", "---\nogólne: trochę\n" + START + "\n---\n");
    assertFinding("wydarzenia/e.md:2: ostrzeżenie: „trochę” to ani tak, ani nie");
  }

  @Test
  void answerAboutAnEventThatIsNotThere() {
    folder
        .withEvent(START)
        .with("odpowiedzi/a.md", "---\nwydarzenie: f\n---\n# Ile to trwa?\nGodzinę.\n");

    assertFinding("odpowiedzi/a.md:2: błąd: Nie ma wydarzenia „f”", "jedno z: e");
  }

  @Test
  void fileNameThatNoLinkHolds() {
    folder.with("wydarzenia/Spotkanie w świetlicy.md", "---\n" + START + "\n---\n");

    assertFinding("wydarzenia/Spotkanie w świetlicy.md:1: uwaga: Nazwa pliku");
    assertThat(folder.event().id()).isEqualTo("spotkanie-w-swietlicy");
  }

  @Test
  void dayInTheFileNameAgainstTheStart() {
    folder.with("wydarzenia/2022-03-17-e.md", "---\n" + START + "\n---\n");

    assertFinding("wydarzenia/2022-03-17-e.md:2: ostrzeżenie:", "17 marca 2022");
  }

  @Test
  void linkOfAnotherMeeting() {
    folder.withEvent(START, "link: https://zoom.us/j/81951034606", "id spotkania: 819 5103 4607");

    assertFinding("wydarzenia/e.md:4: ostrzeżenie: ID spotkania jest inne");
  }

  @Test
  void brokenLinesOfTheDictionary() {
    folder.with("slownik.txt", "a => b => c\nkasa = koszt\n=> koszt\nsamo\na, b\n");

    assertThat(folder.read().knowledge().synonyms()).hasSize(1);
    assertThat(folder.findings())
        .hasSize(4)
        .allMatch(finding -> finding.contains("Proszę napisać „słowo, inne słowo”"));
  }

  @Test
  void questionWithoutAnAnswer() {
    folder.with("odpowiedzi/a.md", "# Ile to kosztuje?\n\n# Czy będzie nagranie?\nNie.\n\n# Co?\n");

    assertFinding("odpowiedzi/a.md:6: ostrzeżenie: Pod tym pytaniem nie ma odpowiedzi");
  }

  @Test
  void eventWithoutADay() {
    folder.withEvent("koszt: 10 zł");

    assertFinding("wydarzenia/e.md:4: ostrzeżenie: Nie widać, kiedy");
  }
}
