package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.conversation.AResident.asking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.messaging.Attachment;
import pl.soclab.webinarbot.messaging.ChatRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MyDataTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static AResident resident() {
    var resident = asking(AnEvent.aWebinar().on("2022-02-17", "9:00"));
    resident
        .records()
        .keep(
            AResident.CHAT,
            new ChatRecord(
                "subscription",
                Map.of("scope", "LAST_HOUR", "since", Instant.parse("2022-02-16T11:00:00Z"))));
    return resident;
  }

  private static JsonNode read(Attachment file) {
    return JSON.readTree(new String(file.content(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/moje_dane", "/my_data", "/mojedane", "moje dane", "show my data", "Мої дані"})
  void everythingIsSentAsAFileWithPolishNames(String text) {
    var resident = resident().types(text);

    JsonNode file = read(resident.file());

    assertThat(resident.file().fileName()).isEqualTo("moje-dane.json");
    assertThat(file.get("numer rozmowy").longValue()).isEqualTo(AResident.CHAT.value());
    JsonNode row = file.get("zapisane").get("włączone przypomnienia").get(0);
    assertThat(row.get("wybór").stringValue()).isEqualTo("tylko godzinę przed");
    assertThat(row.get("od kiedy").stringValue()).isEqualTo("2022-02-16T12:00+01:00");
  }

  @Test
  void memoryOfTheTalkIsShownToo() {
    var resident = resident().types("o której to jest?").types("/moje_dane");

    assertThat(read(resident.file()).get("zapisane").toString())
        .contains("pamięć rozmowy", "\"tematy\":\"time\"", "2022-02-17-citizenlab");
  }

  @Test
  void whatHasNoPolishNameIsShownAllTheSame() {
    var resident = resident();
    resident.records().keep(AResident.CHAT, new ChatRecord("later", Map.of("column", "value")));

    assertThat(read(resident.types("/moje_dane").file()).get("zapisane").get("later").toString())
        .isEqualTo("[{\"column\":\"value\"}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/usun_dane", "/usuń_dane", "/delete_data", "usuń moje dane"})
  void deletingIsAskedOnceAndSaysWhatItMeans(String text) {
    var resident = resident().types(text);

    assertThat(resident.labels()).containsExactly("Usuń", "Zostaw");
    assertThat(resident.reads()).contains("Przypomnienia", "wycofane", "nie da się cofnąć");
    assertThat(resident.records().of(AResident.CHAT)).isNotEmpty();
  }

  @Test
  void deletedIsWhatIsStoredAndTheMemoryOfTheTalk() {
    var resident = resident().types("o której to jest?").types("/usun_dane").presses("Usuń");

    assertThat(resident.reads()).startsWith("Wszystko, co było zapisane o tej rozmowie");
    assertThat(resident.records().of(AResident.CHAT)).isEmpty();
    assertThat(read(resident.types("/moje_dane").file()).get("zapisane")).isEmpty();
  }

  @Test
  void turnThatComesAgainReadsTheSame() {
    var resident = resident().types("/usun_dane").presses("Usuń");
    String first = resident.reads();

    resident.pressesData("d:yes:pl");

    assertThat(resident.reads()).isEqualTo(first);
  }

  @Test
  void leftIsLeft() {
    var resident = resident().types("/usun_dane").presses("Zostaw");

    assertThat(resident.reads()).isEqualTo("Nic nie zostało usunięte.");
    assertThat(resident.records().of(AResident.CHAT)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"en, Delete, has been deleted", "uk, Видалити, видалено"})
  void buttonsSpeakTheLanguageOfThePhone(String code, String label, String done) {
    assertThat(resident().speaking(code).types("/delete_data").presses(label).reads())
        .contains(done);
  }

  @Test
  void organiserIsToldWhatStays() {
    var resident = resident();
    resident.records().keepForGood(AResident.CHAT, new ChatRecord("inbox", Map.of()));
    assertThat(resident.types("/usun_dane").presses("Usuń").reads()).doesNotContain("organizatora");

    resident.records().keepForGood(AResident.CHAT, new ChatRecord("switch_log", Map.of()));

    assertThat(resident.types("/usun_dane").presses("Usuń").reads())
        .contains("Zostaje to, co należy do zadań organizatora");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/moje_dane", "/usun_dane"})
  void groupIsToldThatItIsForPrivateChats(String text) {
    var resident = resident().sends(new Text(text), ChatType.GROUP, true);

    assertThat(resident.reads()).startsWith("To polecenie działa tylko w rozmowie prywatnej");
    assertThat(resident.hasFile()).isFalse();
    assertThat(resident.buttons()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"d:yes:", "d:maybe:pl", "d:yes:pl:1"})
  void forgedButtonErasesNothing(String data) {
    var resident = resident().pressesData(data);

    assertThat(resident.records().of(AResident.CHAT)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"pl, /prywatnosc", "en, /privacy", "uk, /prywatnosc"})
  void privacyIsTwoSentencesAndTheCommands(String code, String text) {
    String[] parts = resident().speaking(code).types(text).reads().split("\n\n", -1);

    assertThat(parts).hasSize(2);
    assertThat(parts[0].split("(?<=\\.)\\s", -1)).hasSize(2);
    assertThat(parts[1]).contains("/stop").containsAnyOf("/moje_dane", "/my_data");
  }
}
