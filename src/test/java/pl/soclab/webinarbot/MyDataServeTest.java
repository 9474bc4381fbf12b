package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.ChatRecords;
import pl.soclab.webinarbot.preview.SentMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A resident reads and erases what is kept, in the whole program. */
class MyDataServeTest {
  @TempDir Path folder;

  @Test
  void everythingIsSentAsAFileAndErasedAlsoWhileTheBotIsOff() throws Exception {
    Served.withMeeting(folder);
    try (var desk = ServedDesk.over(folder)) {
      Phone zofia = desk.resident("Zofia Kanarkowa");
      var chat = new ChatId(zofia.owner().id());
      zofia.taps(zofia.asks("/przypomnij"), "Wszystkie przypomnienia");
      zofia.asks("o której będzie zebranie z moim kanarkiem?");
      zofia.taps(zofia.asks("/zapytaj Czy mogę przyjść z kanarkiem?"), "Przekaż");
      desk.anna.hears("kanarkiem");
      SentMessage sure = desk.anna.hearsAfter("/wylacz Remont sali", "Wyłączyć bota?");
      desk.anna.taps(sure, "Tak, wyłącz bota");

      JsonNode kept = file(zofia.asks("/moje_dane")).get("zapisane");

      assertThat(kept.propertyNames())
          .contains(
              "włączone przypomnienia",
              "pytania do organizatorów",
              "tematy odpowiedzi (do poprawek)");
      assertThat(kept.at("/pytania do organizatorów/0/pytanie").stringValue())
          .isEqualTo("Czy mogę przyjść z kanarkiem?");

      assertThat(zofia.taps(zofia.asks("/usun_dane"), "Usuń").text())
          .startsWith("Wszystko, co było zapisane o tej rozmowie, zostało usunięte.");

      desk.anna.asks("/wlacz");
      zofia.hearsNothingMore();
      assertThat(desk.bean(ChatRecords.class).of(chat)).isEmpty();
    }
  }

  private static JsonNode file(SentMessage message) {
    SentMessage.SentFile file = Objects.requireNonNull(message.file(), message.text());
    assertThat(file.fileName()).isEqualTo("moje-dane.json");
    return JsonMapper.builder()
        .build()
        .readTree(new String(file.content().toArray(), StandardCharsets.UTF_8));
  }
}
