package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.preview.SentMessage;

/**
 * An event whose every fact holds what Telegram would take for markup, and residents who write such
 * things too. The stand-in refuses what Telegram refuses, so whatever was not escaped never comes.
 */
class HostileKnowledgeServeTest {
  private static final String EVIL = "<b>&\"</b><a href=\"tg://resolve?domain=evil\">tu</a>&lt;";

  @TempDir static Path folder;
  private static ServedDesk desk;

  @BeforeAll
  static void program() throws Exception {
    String quoted = "'" + EVIL + " %s'";
    var event = new StringBuilder("---\npoczątek: 2022-02-17 09:00\nlink: javascript:alert(1)\n");
    for (String key :
        List.of(
            "tytuł",
            "miejsce",
            "platforma spotkania",
            "hasło",
            "telefon do spotkania",
            "tłumaczenie",
            "dostępność",
            "organizatorzy",
            "partnerzy",
            "goście",
            "kontakt",
            "zapisy",
            "liczba miejsc",
            "koszt",
            "czas trwania",
            "program",
            "dla kogo",
            "nagranie",
            "materiały",
            "zaświadczenie",
            "projekt",
            "finansowanie")) {
      event.append(key).append(": ").append(quoted.formatted(key)).append('\n');
    }
    ServedDesk.save(
        folder, "wydarzenia/zle.md", event + "---\nZapraszamy " + EVIL + " na zebranie.\n");
    ServedDesk.save(
        folder, "odpowiedzi/zle.md", "# Czy będzie kawa " + EVIL + "?\n\nTak, " + EVIL + ".\n");
    desk = ServedDesk.over(folder);
  }

  @AfterAll
  static void stopped() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gdzie to jest?", "jaki jest koszt?", "kto organizuje?", "jaki jest program?",
        "czy będzie nagranie?", "kto jest partnerem?", "czy trzeba się zapisać?",
            "jakie jest hasło?",
        "czy będzie kawa?", "dla kogo to jest?", "kiedy to jest?"
      })
  void answersHoldTheVeryCharacters(String question) {
    SentMessage answer = desk.resident("Zofia").asks(question);

    assertThat(answer.text()).doesNotContain("&lt;b", "&amp;", "&quot;");
    assertThat(answer.entities()).noneMatch(entity -> entity.toString().contains("text_link"));
    assertThat(answer.buttons().toString()).doesNotContain("evil\"", "javascript");
  }

  @Test
  void placeIsShownAsItIsWritten() {
    assertThat(desk.resident("Zofia").asks("gdzie to jest?").text()).contains(EVIL + " miejsce");
  }

  @Test
  void linkThatIsNoneIsNeverSent() {
    SentMessage answer = desk.resident("Zofia").asks("podaj link");

    assertThat(answer.text()).doesNotContain("javascript");
  }

  @Test
  void everyCommandIsWrittenWithoutMarkupFromTheFiles() {
    Phone resident = desk.resident(EVIL);
    for (String command :
        List.of(
            "/start",
            "/pomoc",
            "/wydarzenia",
            "/kiedy",
            "/link",
            "/program",
            "/przypomnij",
            "/przypomnienia",
            "/zapytaj " + EVIL,
            EVIL,
            "czy przyjdzie " + EVIL + "?")) {
      assertThat(desk.resident(EVIL).asks(command).text()).isNotBlank();
    }
    resident.asks("/zapytaj " + EVIL);
    for (String command :
        List.of(
            "/panel",
            "/sprawdz",
            "/plan",
            "/rozsylki",
            "/plik",
            "/wersje",
            "/bez_odpowiedzi",
            "/rozeslij " + EVIL,
            "/zapytaj_na_probe gdzie to jest " + EVIL,
            "/organizatorzy_bota",
            "/wylacz " + EVIL)) {
      assertThat(desk.anna.asks(command).text()).isNotBlank();
    }
    assertThat(desk.anna.sends("zle.md", ("# " + EVIL + "\n\n17.02.2022 o 9:00").getBytes()).text())
        .isNotBlank();

    assertThat(
            desk.bean(MeterRegistry.class)
                .find("telegram.sends")
                .tag("outcome", "rejected")
                .counters())
        .isEmpty();
  }
}
