package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.preview.SentMessage;

/** The bot as a whole: switched off and on, counted, asked by many at once, on the day. */
class DeskServeTest {
  private static final int ASKING = 50;
  private static final int QUESTIONS_EACH = 4;

  @TempDir Path folder;
  private ServedDesk desk;
  private Phone anna;

  @BeforeEach
  void program() throws Exception {
    Served.withMeeting(folder);
    desk = ServedDesk.over(folder);
    anna = desk.anna;
  }

  @AfterEach
  void end() {
    desk.close();
  }

  @Test
  void twoHundredQuestionsAtOnceAreAllAnsweredAndCounted() {
    List<Phone> residents =
        IntStream.range(0, ASKING).mapToObj(number -> desk.resident("M" + number)).toList();

    for (int times = 0; times < QUESTIONS_EACH; times++) {
      residents.forEach(resident -> resident.owner().writes("o której to jest?"));
    }

    residents.forEach(
        resident -> resident.owner().awaitMessages(QUESTIONS_EACH, Duration.ofSeconds(60)));
    assertThat(residents)
        .allSatisfy(
            resident ->
                assertThat(resident.texts())
                    .hasSize(QUESTIONS_EACH)
                    .allMatch(text -> text.contains("9:00")));
    anna.asksUntil("/panel", "Dziś: " + ASKING * QUESTIONS_EACH + " pytań, bez odpowiedzi 0.");
  }

  @Test
  void residentsReadTheReasonAsTypedWhileTheBotIsOffAndRemindersWait() {
    Phone bartek = desk.resident("Bartek");
    SentMessage offer = bartek.asks("/przypomnij");
    bartek.taps(offer, "Wszystkie przypomnienia");

    SentMessage sure = anna.hearsAfter("/wylacz Awaria <b>sali</b> & *prądu*", "Wyłączyć bota?");
    assertThat(anna.taps(sure, "Tak, wyłącz bota").text()).startsWith("Bot jest wyłączony.");

    assertThat(bartek.asks("o której to jest?").text())
        .contains("powód: „Awaria <b>sali</b> & *prądu*”");
    desk.telegram.clock().moveTo(Instant.parse("2022-02-17T07:10:00Z"));
    bartek.hearsNothingMore();
    assertThat(anna.hearsAfter("/wlacz", "Bot jest włączony").text()).contains("/plan");
    assertThat(desk.resident("Celina").asks("o której to jest?").text()).contains("9:00");
  }

  @Test
  void subscribersAreToldOfAChangedFactWhereTheOrganiserSaysSo() throws Exception {
    Phone bartek = desk.resident("Bartek");
    bartek.taps(bartek.asks("/przypomnij"), "Wszystkie przypomnienia");
    String changed = desk.saved("wydarzenia/zebranie.md").replace("świetlica", "szkoła <nr 2>");

    SentMessage seen = anna.sends("zebranie.md", changed.getBytes(StandardCharsets.UTF_8));
    SentMessage published = anna.taps(seen, "Opublikuj");
    assertThat(published.text()).contains("Propozycja: „", "Zmieniło się miejsce: szkoła <nr 2>");
    SentMessage shown = anna.taps(published, "Przygotuj wiadomość do 1 osoby");
    assertThat(shown.text()).contains("Zmieniło się miejsce: szkoła <nr 2>");
    SentMessage sure = anna.taps(anna.next(), "Wyślij do 1 osoby");
    assertThat(bartek.times("Zmieniło się miejsce")).as("before it is confirmed").isZero();
    anna.taps(sure, "Tak, wyślij do 1 osoby");

    assertThat(bartek.hears("Zmieniło się miejsce").text()).contains("szkoła <nr 2>");
    bartek.hearsNothingMore();
  }

  @Test
  void organiserReadsInTheMorningWhatTheDayWillBring() {
    Phone bartek = desk.resident("Bartek");
    bartek.taps(bartek.asks("/przypomnij"), "Wszystkie przypomnienia");
    desk.resident("Celina").asks("czy będzie poczęstunek?");
    assertThat(anna.asksUntil("/panel", "Dziś: 1 pytanie, bez odpowiedzi 1 (100%).").text())
        .contains("„Zebranie w sprawie placu”", "1 osoba zapisana");

    desk.telegram.clock().moveTo(Instant.parse("2022-02-17T07:00:00Z"));

    assertThat(anna.hears("Dziś o 9:00").text())
        .contains("„Zebranie w sprawie placu”", "Zapisani: 1 osoba.")
        .contains("Wczoraj: 1 pytanie", "/bez_odpowiedzi", "Nie podano: ");
  }
}
