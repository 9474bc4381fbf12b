package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.AnEditor.ANNA;
import static pl.soclab.webinarbot.desk.AnEditor.BARTEK;
import static pl.soclab.webinarbot.desk.AnEditor.EVENT;
import static pl.soclab.webinarbot.desk.AnEditor.FILE;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.Document;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.publishing.ADocx;

class EditingTest {
  private static final String NAME = "2022-02-17-zebranie.md";
  private static final String AT_TEN = EVENT.replace("9:00", "10:00");

  @TempDir Path path;
  private AnEditor editor;

  @BeforeEach
  void open() {
    editor = AnEditor.withTheMeeting(path);
  }

  @Test
  void changedHourIsShownBeforeAnythingIsWritten() {
    editor.sendsFile(NAME, AT_TEN);

    assertThat(editor.reads())
        .contains("Zmiana pliku: " + FILE)
        .contains("• wydarzenie: Zebranie o placu zabaw (wiersz 2)")
        .contains("• termin: czwartek 17 lutego 2022, 10:00, Europe/Warsaw (wiersz 3)")
        .contains("• godzina: 9:00 → 10:00")
        .contains("Wiersze: +1, −1")
        .contains("Nic jeszcze nie jest zapisane.");
    assertThat(editor.labels()).containsExactly("Opublikuj", "To do innego pliku", "Odrzuć");
    assertThat(editor.disk(FILE)).isEqualTo(EVENT);
  }

  @Test
  void addedAndRemovedFactsAreNamed() {
    editor.sendsFile(
        NAME, EVENT.replace("kontakt: plac@gmina.example", "hasło: \"969412\"\nkoszt: 0 zł"));

    assertThat(editor.reads())
        .contains("• hasło: dodano", "• koszt: dodano", "• kontakt: usunięto");
  }

  @Test
  void publishedFileIsAnsweredFromAtOnce() {
    editor.sendsFile(NAME, AT_TEN).presses("Opublikuj");

    assertThat(editor.reads())
        .contains("Opublikowane: " + FILE)
        .containsPattern("Bot odpowiada teraz na \\d+ z 60");
    assertThat(editor.disk(FILE)).isEqualTo(AT_TEN);
    assertThat(editor.answers("o której to jest")).contains("10:00");
  }

  @Test
  void questionThatIsAnsweredNowIsNamed() {
    editor.sendsFile(NAME, EVENT.replace("kontakt:", "koszt: wstęp wolny\nkontakt:"));

    editor.presses("Opublikuj");

    assertThat(editor.reads()).contains("Od teraz odpowiada też na: ile to kosztuje");
  }

  @Test
  void discardedUploadChangesNothing() {
    String publish = editor.sendsFile(NAME, AT_TEN).data("Opublikuj");
    editor.presses("Odrzuć");
    assertThat(editor.reads()).contains("Odrzucone");

    editor.pressesData(publish);

    assertThat(editor.reads()).contains("już odrzucona");
    assertThat(editor.disk(FILE)).isEqualTo(EVENT);
  }

  @Test
  void publishingTwiceSaysSo() {
    String publish = editor.sendsFile(NAME, AT_TEN).data("Opublikuj");
    editor.pressesData(publish).pressesData(publish);

    assertThat(editor.reads()).contains("już opublikowana");
    assertThat(editor.publisher().versions(10)).hasSize(1);
  }

  @Test
  void uploadOutlivesARestart() {
    String publish = editor.sendsFile(NAME, AT_TEN).data("Opublikuj");

    editor.restarts().pressesData(publish);

    assertThat(editor.disk(FILE)).isEqualTo(AT_TEN);
  }

  @Test
  void uploadOfAWeekAgoIsForgotten() {
    String publish = editor.sendsFile(NAME, AT_TEN).data("Opublikuj");

    editor.waits(Duration.ofDays(8)).pressesData(publish);

    assertThat(editor.reads()).contains("czeka najwyżej 7 dni");
    assertThat(editor.disk(FILE)).isEqualTo(EVENT);
  }

  @Test
  void fileThatChangedMeanwhileIsShownAnew() {
    String publish = editor.sendsFile(NAME, AT_TEN).data("Opublikuj");
    editor.onDisk(FILE, EVENT.replace("9:00", "8:30"));

    editor.pressesData(publish);

    assertThat(editor.reads()).contains("coś się zmieniło", "• godzina: 8:30 → 10:00");
    assertThat(editor.disk(FILE)).contains("8:30");
    editor.presses("Opublikuj");
    assertThat(editor.disk(FILE)).isEqualTo(AT_TEN);
  }

  @Test
  void secondOfTwoOrganisersIsShownWhatTheFirstOneChanged() {
    String anna = editor.sendsFile(NAME, AT_TEN).data("Opublikuj");
    String bartek =
        editor.as(BARTEK).sendsFile(NAME, EVENT.replace("9:00", "11:00")).data("Opublikuj");
    editor.as(ANNA).pressesData(anna);

    editor.as(BARTEK).pressesData(bartek);

    assertThat(editor.reads()).contains("coś się zmieniło", "• godzina: 10:00 → 11:00");
    assertThat(editor.disk(FILE)).isEqualTo(AT_TEN);
  }

  @Test
  void uploadIsOnesOwn() {
    String publish = editor.sendsFile(NAME, AT_TEN).data("Opublikuj");

    editor.as(BARTEK).pressesData(publish);

    assertThat(editor.disk(FILE)).isEqualTo(EVENT);
  }

  @Test
  void turnThatComesAgainBehindTheWritingIsDone() {
    editor.subscribed("2022-02-17-zebranie", 3);
    String changed = EVENT.replace("świetlica", "szkoła");
    String publish = editor.sendsFile(NAME, changed).data("Opublikuj");
    // The file is written, and the program dies before it says so.
    editor.publisher().publish(FILE, EVENT, changed, ANNA, java.time.Instant.EPOCH);

    editor.restarts().pressesData(publish);

    assertThat(editor.reads()).contains("Opublikowane: " + FILE);
    assertThat(editor.publisher().versions(10)).hasSize(1);
  }

  @Test
  void errorHasToBeMendedFirst() {
    editor.sendsFile(NAME, EVENT.replace("2022-02-17 9:00", "2022-02-31 9:00"));

    assertThat(editor.reads())
        .contains("• błąd, wiersz 3: ")
        .contains("nie da się opublikować", "poprawić wiersz 3");
    assertThat(editor.labels()).doesNotContain("Opublikuj");
  }

  @Test
  void errorsComeBeforeOtherRemarks() {
    editor.sendsFile(
        NAME,
        EVENT.replace(
            "początek: 2022-02-17 9:00", "nieznany klucz: tak\npoczątek: 2022-02-31 9:00"));

    assertThat(editor.reads().indexOf("• błąd"))
        .isLessThan(editor.reads().indexOf("• ostrzeżenie"));
  }

  @Test
  void questionThatWouldLoseItsAnswerIsNamed() {
    editor.onDisk(
        "pytania/p.jsonl",
        """
        {"id": "1", "q": "gdzie to będzie", "answerable": true, "must": [["świetlica"]]}
        {"id": "2", "q": "o której to jest", "answerable": true, "must": [["9:00"]]}
        """);

    editor.sendsFile(NAME, AT_TEN);

    assertThat(editor.reads())
        .contains("1 pytanie z folderu pytania straci odpowiedź", "• „o której to jest”")
        .doesNotContain("gdzie to będzie");
  }

  @Test
  void sameFileNeedsNoPublishing() {
    editor.sendsFile(NAME, EVENT);

    assertThat(editor.reads()).contains("już dokładnie tę treść");
    assertThat(editor.labels()).doesNotContain("Opublikuj");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NAME,
        "2022-02-17-zebranie (1).md",
        "2022-02-17-ZEBRANIE.MD",
        "2022-02-17-zebranie.txt",
        "/home/anna/2022-02-17-zebranie.md"
      })
  void fileFindsItsWayByItsName(String name) {
    editor.onDisk("wydarzenia/inne.md", EVENT.replace("17 9:00", "18 9:00"));

    editor.sendsFile(name, AT_TEN);

    assertThat(editor.reads()).contains("Zmiana pliku: " + FILE);
  }

  @Test
  void announcementOfTheSameEventIsRecognised() {
    editor.forwards(
        "Zebranie o placu zabaw\n\nZapraszamy w czwartek 17 lutego 2022 o godz. 12:00 do świetlicy.");

    assertThat(editor.reads()).contains("Zmiana pliku: " + FILE, "9:00 → 12:00");
  }

  @Test
  void pastedAnnouncementIsTakenAsAForwardedOne() {
    editor.types(
        """
        Sprzątanie lasu

        Zapraszamy w sobotę 5 marca 2022 o godz. 10:00. Spotykamy się przy leśniczówce, a worki i
        rękawice czekają na miejscu. Po pracy będzie ognisko.

        Organizator: Rada Sołecka w Lipowej, kontakt: rada@lipowa.example, udział jest bezpłatny.
        """);

    assertThat(editor.reads()).contains("Nowy plik: wydarzenia/2022-03-05-sprzatanie-lasu.txt");
  }

  @Test
  void shortTextInSeveralLinesIsAQuestion() {
    editor.types("Dzień dobry,\no której to jest?\nAnna");

    assertThat(editor.reads()).isEqualTo("Odpowiedź dla mieszkańca");
  }

  @Test
  void organiserChoosesWhereItIsNotCertain() {
    editor.forwards(
        "Warsztaty z garncarstwa\n\nZapraszamy w czwartek 17 lutego 2022 o godz. 12:00.");

    assertThat(editor.reads()).contains("Którego pliku dotyczy ten tekst?");
    assertThat(editor.labels())
        .containsExactly("Zmień „Zebranie o placu zabaw”", "To nowe wydarzenie", "Odrzuć");
    String event = editor.data("To nowe wydarzenie");
    editor.restarts().pressesData(event);
    assertThat(editor.reads())
        .contains("Nowy plik: wydarzenia/2022-02-17-warsztaty-z-garncarstwa.txt");
    editor.presses("Opublikuj");
    assertThat(editor.answers("o której są warsztaty z garncarstwa")).contains("12:00");
  }

  @Test
  void otherFileCanBeChosenAfterAll() {
    editor.sendsFile(NAME, AT_TEN).presses("To do innego pliku");
    String change = editor.data("Zmień „Zebranie o placu zabaw”");
    editor.presses("To nowe wydarzenie");

    assertThat(editor.reads())
        .contains("Nowy plik: wydarzenia/2022-02-17-zebranie-o-placu-zabaw.md");
    String publish = editor.data("Opublikuj");
    editor.pressesData(change);
    assertThat(editor.reads()).contains("Zmiana pliku: " + FILE);
    // The button above stood under another file.
    editor.pressesData(publish);
    assertThat(editor.reads()).contains("coś się zmieniło", "Zmiana pliku: " + FILE);
    assertThat(editor.files()).containsExactly(FILE);
  }

  @Test
  void newEventGetsAFileOfItsDayAndTitle() {
    editor.forwards("Sprzątanie lasu\n\nZapraszamy w sobotę 5 marca 2022 o godz. 10:00.");
    assertThat(editor.reads()).contains("Nowy plik: wydarzenia/2022-03-05-sprzatanie-lasu.txt");

    editor.presses("Opublikuj");

    assertThat(editor.files()).contains("wydarzenia/2022-03-05-sprzatanie-lasu.txt");
  }

  @Test
  void textWithoutAnEventIsAskedAbout() {
    editor.sendsFile(
        "Regulamin świetlicy.docx",
        new ADocx().paragraph("Świetlica jest dla wszystkich.").bytes());
    assertThat(editor.labels())
        .containsExactly("To nowe wydarzenie", "To inne informacje", "Odrzuć");

    editor.presses("To inne informacje");
    assertThat(editor.reads()).contains("Nowy plik: informacje/regulamin-swietlicy.txt");
    editor.presses("Opublikuj");

    assertThat(editor.disk("informacje/regulamin-swietlicy.txt"))
        .isEqualTo("Świetlica jest dla wszystkich.\n");
  }

  @Test
  void nameFromOutsideChoosesNoPath() {
    editor.sendsFile("../../etc/x.md", "Zwykły tekst o niczym.").presses("To inne informacje");
    editor.presses("Opublikuj");
    editor.sendsFile("informacje/../../../y.md", "Inny tekst.").presses("To inne informacje");
    editor.presses("Opublikuj");

    assertThat(editor.files()).containsExactly("informacje/x.md", "informacje/y.md", FILE);
  }

  @ParameterizedTest
  @CsvSource({
    "x.md, PK\u0003\u0004..., archiwum ZIP",
    "x.pdf, tekst, 'Przyjmuję tylko pliki .md, .txt i .docx'",
    "x.docx, tekst, dokumentu Worda",
    "x.txt, %PDF-1.7, nie ma zwykłego tekstu"
  })
  void whatCannotBeReadIsRefusedWithTheMend(String name, String content, String sentence) {
    editor.sendsFile(name, content);

    assertThat(editor.reads()).contains(sentence, "roszę", "wysłać");
    assertThat(editor.labels()).isEmpty();
  }

  @Test
  void emptyFileIsRefused() {
    editor.sendsFile("x.md", "");

    assertThat(editor.reads()).contains("nie ma żadnego tekstu");
  }

  @Test
  void longFileIsRefusedWhateverItsSenderSaysOfItsSize() {
    editor.sends(new Document("nowhere", "x.md", 5 * 1024 * 1024, ""));
    assertThat(editor.reads()).contains("najwyżej 1 MB");

    editor.sendsFile("x.md", new byte[5 * 1024 * 1024]);
    assertThat(editor.reads()).contains("najwyżej 1 MB");
  }

  @Test
  void fileThatTelegramDoesNotGiveIsAskedForAgain() {
    editor.sends(new Document("nowhere", "x.md", 10, ""));

    assertThat(editor.reads()).contains("wysłać go jeszcze raz");
  }

  @Test
  void fileInWindows1250IsReadAndSaid() {
    editor.sendsFile(NAME, AT_TEN.getBytes(Charset.forName("windows-1250")));
    assertThat(editor.reads()).contains("nietypowym kodowaniu", "świetlica");

    editor.presses("Opublikuj");

    assertThat(editor.disk(FILE)).isEqualTo(AT_TEN);
  }

  @Test
  void markupInNamesAndTextsIsShownAsItIs() {
    editor.sendsFile(
        "<b>x</b>.md",
        EVENT
            .replace("Zebranie o placu zabaw", "<b>Zebranie</b> _o_ *placu* [x](y)")
            .replace("świetlica", "<script>alert(1)</script>"));

    assertThat(editor.reads())
        .contains("<b>Zebranie</b> _o_ *placu* [x](y)", "<script>alert(1)</script>");
    assertThat(editor.reply().getFirst().text().spans())
        .allMatch(span -> span.style() == RichText.Style.PLAIN);
  }

  @Test
  void longFileIsShownShort() {
    var text =
        new StringBuilder("Sprzątanie lasu\n\nZapraszamy w sobotę 5 marca 2022 o godz. 10:00.\n");
    for (int i = 0; i < 600; i++) {
      text.append("\nWiersz numer ").append(i).append(" o tym, co będzie na zebraniu.\n");
    }

    editor.forwards(text.toString());

    assertThat(editor.reads()).contains("Fragmenty tekstu: 60").hasSizeLessThan(3500);
    editor.presses("Opublikuj");
    assertThat(editor.disk("wydarzenia/2022-03-05-sprzatanie-lasu.txt")).hasLineCount(1203);
  }

  @Test
  void manyFactsAreCut() {
    var sessions = new StringBuilder("---\ntytuł: Punkty konsultacyjne\nterminy:\n");
    for (int day = 1; day <= 28; day++) {
      sessions.append("  - {początek: 2022-03-%02d 10:00}\n".formatted(day));
    }

    editor.sendsFile("punkty.md", sessions + "---\nZapraszamy.\n");

    assertThat(editor.reads()).contains("i 10 więcej");
  }

  @Test
  void diskThatWillNotTakeItIsTold() {
    String publish = editor.sendsFile(NAME, AT_TEN).data("Opublikuj");
    editor.publishesThrough(new FullDisk(editor.publisher()));

    editor.pressesData(publish);

    assertThat(editor.reads()).contains("Nie udało się zapisać", "nic się nie zmieniło");
    editor.publishesThrough(editor.publisher()).pressesData(publish);
    assertThat(editor.disk(FILE)).isEqualTo(AT_TEN);
  }

  @Test
  void subscribersOfAMovedEventAreToldByThemselves() {
    editor.subscribed("2022-02-17-zebranie", 5);

    editor.sendsFile(NAME, AT_TEN).presses("Opublikuj");

    assertThat(editor.reads()).contains("sam powiadomi zapisanych w ciągu dwóch minut: 5 osób");
    assertThat(editor.labels()).isEmpty();
  }

  @Test
  void atNightTheyAreToldInTheMorning() {
    editor.subscribed("2022-02-17-zebranie", 5).waits(Duration.ofHours(10));

    editor.sendsFile(NAME, AT_TEN).presses("Opublikuj");

    assertThat(editor.reads()).contains("5 osób. Trwa cisza nocna", "o 8:00");
  }

  @Test
  void otherNewsBecomeADraftThatIsConfirmedAsAnyOther() {
    editor.subscribed("2022-02-17-zebranie", 5);
    editor.sendsFile(NAME, EVENT.replace("81951034606", "90000000001")).presses("Opublikuj");
    assertThat(editor.reads()).contains("Zmienił się link: https://us02web.zoom.us/j/90000000001");

    editor.presses("Przygotuj wiadomość do 5 osób");

    assertThat(editor.reads())
        .contains("Od organizatorów: Zmienił się link: https://us02web.zoom.us/j/90000000001")
        .contains("Nic jeszcze nie wyszło");
    assertThat(editor.labels()).contains("Wyślij do 5 osób");
    assertThat(editor.drafts()).hasSize(1);
  }

  @Test
  void withoutSubscribersThereIsNobodyToTell() {
    editor.sendsFile(NAME, EVENT.replace("świetlica", "szkoła")).presses("Opublikuj");

    assertThat(editor.labels()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e:",
        "e:p:1:",
        "e:p:999999999999:x",
        "e:z:1:",
        "e:c:1:../../x",
        "e:v:77:",
        "e:f:0:zzz"
      })
  void forgedPressDoesNothing(String data) {
    editor.pressesData(data);

    assertThat(editor.reads()).isNotBlank();
    assertThat(editor.files()).containsExactly(FILE);
  }

  @Test
  void typedTextStaysAQuestion() {
    assertThat(editor.types("o której to?").reads()).isEqualTo(ADesk.RESIDENTS);
  }

  @Test
  void fileIsSentInUtf8() {
    editor.types("/plik");

    assertThat(editor.file().fileName()).isEqualTo(NAME);
    assertThat(new String(editor.file().content(), StandardCharsets.UTF_8)).isEqualTo(EVENT);
  }
}
