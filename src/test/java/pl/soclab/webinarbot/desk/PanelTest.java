package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.ADesk.GROUP;
import static pl.soclab.webinarbot.desk.ADesk.RESIDENT;
import static pl.soclab.webinarbot.desk.ADesk.WEBINAR;
import static pl.soclab.webinarbot.desk.ADesk.withTheWebinar;
import static pl.soclab.webinarbot.desk.ADesk.withoutEvents;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.SourceLine;
import pl.soclab.webinarbot.questions.Tally;

class PanelTest {
  private static final LocalDate TODAY = LocalDate.of(2022, 2, 16);

  private static void asked(ADesk desk, LocalDate day, String kind, String topic, long number) {
    desk.tallies.add(new Tally(day, kind, topic, number));
  }

  private static Finding finding(Finding.Severity severity) {
    return new Finding(new SourceLine("a.md", 1), severity, "Zdanie.");
  }

  @Test
  void panelOfAQuietDayIsShort() {
    assertThat(withTheWebinar().types("/panel").reads())
        .isEqualTo(
            """
            16 lutego, 12:00. Bot działa.

            Dziś: brak pytań.
            Wczoraj: brak pytań.

            Wydarzenia:
            • „O platformie CitizenLab”, czwartek, 17 lutego, 9:00: 0 osób zapisanych

            Najbliższe przypomnienia (wszystkie: /plan):
            • czwartek, 17 lutego, 8:00 – „O platformie CitizenLab”, godzinę przed, 0 osób
            • czwartek, 17 lutego, 8:50 – „O platformie CitizenLab”, 10 minut przed, 0 osób

            Pliki: bez błędów i ostrzeżeń.""");
  }

  @Test
  void questionsOfTwoDaysAreCountedWithThoseUnanswered() {
    var desk = withTheWebinar();
    asked(desk, TODAY, "fact", "time", 8);
    asked(desk, TODAY, "not_known", "recording", 2);
    asked(desk, TODAY, "clarification", "", 1);
    asked(desk, TODAY, "out_of_scope", "", 3);
    asked(desk, TODAY, "small_talk", "greeting", 50);
    asked(desk, TODAY.minusDays(1), "fact", "link", 1);
    asked(desk, TODAY.minusDays(2), "not_known", "link", 99);

    desk.types("/panel");

    assertThat(desk.reads())
        .contains("Dziś: 14 pytań, bez odpowiedzi 2 (14%), bot dopytał: 1, nie na temat: 3.\n")
        .contains("Wczoraj: 1 pytanie, bez odpowiedzi 0.\n")
        .contains("Najczęściej pytano: Kiedy (8), Nagranie (2), Link (1).\n")
        .contains("Pytania bez odpowiedzi: /bez_odpowiedzi");
  }

  @Test
  void onlyThreeTopicsAreNamedTheMostAskedFirst() {
    var desk = withTheWebinar();
    asked(desk, TODAY, "fact", "time", 2);
    asked(desk, TODAY.minusDays(1), "fact", "time", 2);
    asked(desk, TODAY, "fact", "link", 3);
    asked(desk, TODAY, "passage", "cost", 5);
    asked(desk, TODAY, "passage", "place", 1);

    assertThat(desk.types("/panel").reads())
        .contains("Najczęściej pytano: Koszt (5), Kiedy (4), Link (3).");
  }

  @Test
  void eventsToComeHaveTheirSubscribers() {
    var desk =
        withTheWebinar()
            .with("piknik", "Piknik", "2022-02-20")
            .with("kiedys", "Kiedyś", null)
            .with("odwolane", "Odwołane", "2022-02-19T10:00", Event.Status.CANCELLED)
            .with("bylo", "Było", "2022-01-10T10:00")
            .subscribed(WEBINAR, 25)
            .subscribed("piknik", 2);

    assertThat(desk.types("/panel").reads())
        .contains(
            """
            • „O platformie CitizenLab”, czwartek, 17 lutego, 9:00: 25 osób zapisanych
            • „Piknik”, niedziela, 20 lutego: 2 osoby zapisane
            • „Kiedyś”, bez daty: 0 osób zapisanych

            """)
        .doesNotContain("Odwołane", "Było");
  }

  @Test
  void panelWithoutEventsSaysSo() {
    assertThat(withoutEvents().types("/panel").reads())
        .contains("W plikach nie ma wydarzenia, które dopiero będzie.")
        .contains("Żadne przypomnienie nie jest zaplanowane, powody pokazuje /plan.");
  }

  @Test
  void broadcastsUnderWayAreOnThePanel() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);

    assertThat(desk.types("/panel").reads())
        .contains("Teraz (szczegóły: /rozsylki):\n• Rozsyłka nr " + id + ": trwa\n");
  }

  @Test
  void whatIsWrongWithTheFilesIsCounted() {
    var desk = withTheWebinar();
    desk.findings.add(finding(Finding.Severity.ERROR));
    desk.findings.add(finding(Finding.Severity.WARNING));
    desk.findings.add(finding(Finding.Severity.WARNING));
    desk.findings.add(finding(Finding.Severity.NOTE));

    assertThat(desk.types("/panel").reads()).endsWith("Pliki: 1 błąd, 2 ostrzeżenia (/sprawdz).");
  }

  @Test
  void panelOfASwitchedOffBotSaysWhy() {
    var desk = withTheWebinar().isOff("zmiana sali.");

    assertThat(desk.types("/panel").reads())
        .startsWith("16 lutego, 12:00. Bot jest wyłączony: zmiana sali.")
        .doesNotContain("Bot działa");
  }

  @Test
  void panelIsShortHoweverMuchThereIs() {
    var desk = withoutEvents();
    for (int day = 10; day < 30; day++) {
      desk.with("e" + day, "Bardzo długa nazwa ".repeat(10) + day, "2022-03-" + day + "T12:00");
    }

    desk.types("/panel");

    assertThat(desk.reads()).hasSizeLessThan(2500).contains("… i jeszcze: 15");
  }

  @Test
  void buttonShowsThePanelAnew() {
    var desk = withTheWebinar();
    desk.types("/panel");
    asked(desk, TODAY, "fact", "time", 1);

    desk.presses("Odśwież");

    assertThat(desk.reads()).contains("Dziś: 1 pytanie");
    assertThat(desk.labels()).containsExactly("Odśwież");
  }

  @Test
  void nobodyElseSeesThePanel() {
    var desk = withTheWebinar();

    assertThat(desk.sends(RESIDENT, new Text("/panel")).reads())
        .startsWith("Przepraszam, panel widzą tylko organizatorzy")
        .doesNotContain("pytań");
    assertThat(desk.sends(GROUP, ChatType.GROUP, new Text("/panel")).reads())
        .startsWith("Polecenie /panel działa tylko dla organizatorów");
  }
}
