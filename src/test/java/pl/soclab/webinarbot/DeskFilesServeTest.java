package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.ServedDesk.event;
import static pl.soclab.webinarbot.ServedDesk.save;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.publishing.ADocx;

/** Files that change on the disk and from the chat, as the organiser and residents live through. */
class DeskFilesServeTest {
  @TempDir static Path folder;
  private static ServedDesk desk;
  private static Phone anna;

  @BeforeAll
  static void program() throws Exception {
    Served.withMeeting(folder);
    save(folder, "wydarzenia/bieg.md", event("Bieg niepodległości", "11:00", "stadion"));
    save(
        folder,
        "pytania/bieg.jsonl",
        "{\"q\": \"gdzie jest bieg niepodległości\", \"must\": [[\"stadion\"]]}\n");
    desk = ServedDesk.over(folder);
    anna = desk.anna;
  }

  @AfterAll
  static void end() {
    desk.close();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void fileEditedOnTheDiskChangesTheNextAnswerAndABrokenOneChangesNothing() throws Exception {
    String question = "gdzie jest bieg niepodległości?";
    desk.residentsHear(question, "stadion");

    desk.save("wydarzenia/bieg.md", event("Bieg niepodległości", "77:15", "stadion miejski"));

    assertThat(anna.hears("W pliku wydarzenia/bieg.md jest błąd:").text())
        .contains("wiersz 3", "Do czasu poprawki odpowiadam z poprzedniej wersji.");
    assertThat(desk.resident("Bartek").asks(question).text()).isEqualTo("Miejsce: stadion");
    desk.save("wydarzenia/bieg.md", event("Bieg niepodległości", "11:00", "park"));
    desk.residentsHear(question, "Miejsce: park");
    // Two watches tell of it, and neither waits for the other.
    List<SentMessage> told =
        anna.hearsInAnyOrder(
            "przestało mieć odpowiedź", "Plik wydarzenia/bieg.md jest już w porządku.");
    assertThat(told.getFirst().text())
        .contains("„gdzie jest bieg niepodległości”", "wydarzenia/bieg.md");
    assertThat(anna.times("W pliku wydarzenia/bieg.md jest błąd:")).isEqualTo(1);
  }

  @Test
  void organiserSendsAFileAndResidentsHaveTheNewAnswerUntilItIsRestored() throws Exception {
    Phone bartek = desk.resident("Bartek");
    Phone celina = desk.resident("Celina");
    String question = "gdzie są warsztaty z ceramiki?";
    String former = event("Warsztaty z ceramiki", "16:00", "żłobek");
    desk.save("wydarzenia/ceramika.md", former);
    desk.residentsHear(question, "żłobek");

    String changed = event("Warsztaty z ceramiki", "17:00", "świetlica w Łężycy");
    SentMessage seen = anna.sends("ceramika.md", changed.getBytes(Charset.forName("windows-1250")));
    assertThat(seen.text())
        .contains("w nietypowym kodowaniu", "Zmiana pliku: wydarzenia/ceramika.md")
        .contains("miejsce: świetlica w Łężycy (wiersz 4)")
        .contains("godzina: 16:00 → 17:00", "miejsce: żłobek → świetlica w Łężycy")
        .contains("Nic jeszcze nie jest zapisane.");
    assertThat(desk.saved("wydarzenia/ceramika.md")).isEqualTo(former);
    assertThat(anna.taps(seen, "Opublikuj").text())
        .contains("Opublikowane: wydarzenia/ceramika.md");
    assertThat(bartek.asks(question).text()).contains("świetlica w Łężycy");
    assertThat(desk.saved("wydarzenia/ceramika.md")).isEqualTo(changed);

    SentMessage versions = anna.asks("/wersje");
    assertThat(versions.text()).contains("wydarzenia/ceramika.md", "z tej rozmowy");
    SentMessage back = anna.taps(versions, versions.labels().get(1));
    assertThat(back.text()).contains("godzina: 17:00 → 16:00");
    anna.taps(back, "Opublikuj");
    assertThat(celina.asks(question).text()).contains("żłobek");
    assertThat(desk.saved("wydarzenia/ceramika.md")).isEqualTo(former);
  }

  @Test
  void documentOfWordAndAForwardedAnnouncementBecomeEvents() throws Exception {
    byte[] word =
        new ADocx()
            .paragraph("Spacer ornitologiczny")
            .paragraph("W sobotę 26 lutego 2022 o godz. 7:30 zapraszamy na spacer ornitologiczny.")
            .bytes();
    SentMessage document = anna.sends("Zaproszenie końcowe (2).docx", word);
    assertThat(document.text())
        .contains("Nowy plik: wydarzenia/2022-02-26-spacer-ornitologiczny.txt")
        .contains("termin: sobota 26 lutego 2022, 7:30");
    anna.taps(document, "Opublikuj");

    SentMessage passedOn =
        anna.forwards(
            "Turniej szachowy odbędzie się w niedzielę 27 lutego 2022 o godz. 10:45 w Domu Kultury,"
                + " ul. Hoża 7. Zapisy pod numerem 87 643 00 00.");
    assertThat(passedOn.text())
        .contains("Nowy plik: wydarzenia/2022-02-27-turniej-szachowy.txt")
        .contains("wydarzenie: Turniej szachowy (wiersz 1)", "Kultury, ul. Hoża 7 (wiersz 1)");
    assertThat(anna.taps(passedOn, "Odrzuć").text()).contains("W plikach nic się nie zmieniło.");

    Phone bartek = desk.resident("Bartek");
    assertThat(bartek.asks("o której jest spacer ornitologiczny?").text()).contains("7:30");
    assertThat(bartek.asks("/wydarzenia").text()).doesNotContain("szachowy");
  }

  @Test
  void presentFileComesBackForEditingAndAQuestionIsTriedOut() throws Exception {
    String text = event("Dożynki", "18:00", "altana");
    desk.save("wydarzenia/dozynki.md", text);
    desk.residentsHear("gdzie są dożynki?", "altana");

    SentMessage file = anna.asks("/plik dozynki");
    SentMessage answer = anna.asks("/zapytaj_na_probe gdzie są dożynki?");

    SentMessage.SentFile sent = Objects.requireNonNull(file.file());
    assertThat(sent.fileName()).isEqualTo("dozynki.md");
    assertThat(sent.content().text()).isEqualTo(text);
    assertThat(answer.text()).isEqualTo("Miejsce: altana");
    assertThat(anna.next().text()).contains("Źródło: wydarzenia/dozynki.md, wiersz 4.");
  }
}
