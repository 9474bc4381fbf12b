package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.ServedDesk.event;
import static pl.soclab.webinarbot.ServedDesk.save;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.preview.SentMessage;

/** What the files do not say: who is asked, who answers, who is told. */
class DeskQuestionsServeTest {
  private static final String MARKED = "Tak, <b>kawa</b>, *ciasto* i [sok](http://x).";

  @TempDir static Path folder;
  private static ServedDesk desk;
  private static Phone anna;

  @BeforeAll
  static void program() throws Exception {
    save(folder, "wydarzenia/chor.md", event("Koncert <chóru>", "19:00", "kościół"));
    desk = ServedDesk.over(folder);
    anna = desk.anna;
  }

  @AfterAll
  static void end() {
    desk.close();
  }

  @Test
  void answerTypedByTheOrganiserReachesWhoeverWaitsForItOnceAndThenEverybody() throws Exception {
    Phone bartek = desk.resident("Bartek <b>");
    Phone celina = desk.resident("Celina");
    SentMessage unknown = bartek.asks("czy będzie poczęstunek? tel. 600 700 800");
    assertThat(unknown.text()).startsWith("Organizatorzy nie podali, czy będzie poczęstunek.");
    assertThat(bartek.taps(unknown, "Daj mi znać").text()).startsWith("Dam znać");
    celina.asks("czy będzie poczęstunek?");

    SentMessage list = anna.asks("/bez_odpowiedzi");
    assertThat(list.text())
        .contains("zadane 2 razy", "na odpowiedź czeka: 1 osoba")
        .doesNotContain("600", "Bartek", "Celina", "" + bartek.owner().id());
    anna.taps(list, list.labels().getFirst());
    assertThat(anna.asks(MARKED).text()).as("the preview").isEqualTo(MARKED);
    assertThat(anna.taps(anna.next(), "Opublikuj").text())
        .contains("Sprawdzone: na każde z tych pytań bot odpowiada teraz tą odpowiedzią.")
        .contains("O wiadomość z odpowiedzią prosi: 1 osoba.");

    assertThat(bartek.hears("Organizatorzy odpowiedzieli").text()).endsWith("\n\n" + MARKED);
    assertThat(celina.asks("czy będzie poczęstunek?").text()).isEqualTo(MARKED);
    assertThat(anna.asks("/bez_odpowiedzi").text()).doesNotContain("poczęstunek");
    bartek.hearsNothingMore();
    assertThat(celina.times("Organizatorzy odpowiedzieli")).isZero();
  }

  @Test
  void questionToAPersonComesBackAnsweredAndTellsNobodyWhoAsked() {
    Phone dorota = desk.resident("Dorota");
    SentMessage unknown = dorota.asks("czy można przyjść z psem?");

    SentMessage seen = dorota.taps(unknown, "Zapytaj organizatora");
    assertThat(seen.text()).contains("dokładnie to:\n\n„czy można przyjść z psem?”");
    assertThat(dorota.taps(seen, "Przekaż").text()).contains("zostało przekazane");
    SentMessage passedOn = anna.hears("„czy można przyjść z psem?”");
    assertThat(passedOn.text()).contains("Koncert <chóru>").doesNotContain("Dorota");
    anna.owner().repliesTo(passedOn, "Tak, z <małym> psem & smyczą.");

    assertThat(anna.hears("wyjdzie za pół minuty").text()).contains("z <małym> psem & smyczą.");
    assertThat(dorota.hears("Odpowiedź organizatora").text())
        .endsWith("Tak, z <małym> psem & smyczą.");
    dorota.hearsNothingMore();
  }

  @Test
  void replyThatIsHeldBackNeverReachesTheResident() {
    Phone edward = desk.resident("Edward");
    SentMessage unknown = edward.asks("czy będzie parking?");
    edward.taps(edward.taps(unknown, "Zapytaj organizatora"), "Przekaż");
    SentMessage passedOn = anna.hears("„czy będzie parking?”");
    anna.owner().repliesTo(passedOn, "Nie wiem.");

    anna.taps(anna.hears("wyjdzie za pół minuty"), "Wstrzymaj");

    edward.hearsNothingMore();
    assertThat(edward.times("Nie wiem.")).isZero();
  }

  @Test
  void whoeverWasToldAFactThatHasChangedIsToldTheNewOneAndNobodyElse() throws Exception {
    Phone filip = desk.resident("Filip");
    Phone grazyna = desk.resident("Grażyna");
    assertThat(filip.asks("o której jest koncert?").text()).contains("19:00");
    grazyna.asks("gdzie jest koncert?");

    desk.save("wydarzenia/chor.md", event("Koncert <chóru>", "20:15", "kościół"));
    SentMessage proposal = anna.hears("Zmiana w wydarzeniu „Koncert <chóru>”");
    assertThat(proposal.text()).contains("było: 24 lutego, 19:00, jest: 24 lutego, 20:15");
    String yes = proposal.labels().getFirst();
    assertThat(yes).startsWith("Powiadom ");
    assertThat(anna.taps(proposal, yes).text()).startsWith("Za pół minuty zacznę powiadamiać");

    assertThat(filip.hears("Poprawka: Koncert <chóru>").text()).contains("20:15");
    filip.hearsNothingMore();
    assertThat(grazyna.times("Poprawka")).isZero();
    assertThat(anna.taps(proposal, yes).text()).contains("drugi raz nie wyjdzie");
  }
}
