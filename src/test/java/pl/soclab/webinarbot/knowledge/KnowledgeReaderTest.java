package pl.soclab.webinarbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeReaderTest {
  private static final String CITIZENLAB =
      """
      ---
      tytuł: O platformie CitizenLab
      początek: 2022-02-17 09:00
      koniec:                       # nie wiadomo
      strefa: Europe/Warsaw
      miejsce: online (Zoom)
      link: https://us02web.zoom.us/j/81951034606
      id spotkania: 819 5103 4606
      hasło: 069412
      tłumaczenie: na język polski
      organizatorzy: [Fundacja SocLab]
      partnerzy: [miasto Augustów, gmina Wasilków]
      kontakt:
      przypomnienia: [1 dzień, 1 godzina, 10 minut]
      stan: zaplanowane
      ---
      # Ogłoszenie

      Zapraszamy na webinar.
      """;

  @TempDir Path path;
  private AFolder folder;

  @BeforeEach
  void emptyFolder() {
    folder = new AFolder(path);
  }

  @Test
  void frontMatterGivesAnEventWithLines() {
    folder.with("wydarzenia/2022-02-17-citizenlab.md", CITIZENLAB);

    KnowledgeReader.Reading reading = folder.read();

    Event event = reading.knowledge().events().getFirst();
    assertThat(reading.findings()).isEmpty();
    assertThat(event.id()).isEqualTo("2022-02-17-citizenlab");
    assertThat(event.title()).isEqualTo("O platformie CitizenLab");
    assertThat(event.titleSource())
        .isEqualTo(new SourceLine("wydarzenia/2022-02-17-citizenlab.md", 2));
    assertThat(event.status()).isEqualTo(Event.Status.PLANNED);
    assertThat(event.facts()).doesNotContainKey(FactKind.CONTACT);
    assertThat(folder.fact(FactKind.PASSCODE).value()).isEqualTo("069412");
    assertThat(folder.fact(FactKind.PASSCODE).source().line()).isEqualTo(9);
    assertThat(folder.fact(FactKind.PARTNERS).values())
        .containsExactly("miasto Augustów", "gmina Wasilków");
    assertThat(event.reminders())
        .containsExactly(Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(10));
    Session session = event.sessions().getFirst();
    assertThat(session.startInstant()).isEqualTo(Instant.parse("2022-02-17T08:00:00Z"));
    assertThat(session.end()).isNull();
    assertThat(session.source().line()).isEqualTo(3);
  }

  @Test
  void passagesOfAnEventCarryItsIdAndTitle() {
    folder.with("wydarzenia/2022-02-17-citizenlab.md", CITIZENLAB);

    List<Passage> passages = folder.read().knowledge().passages();

    assertThat(passages)
        .containsExactly(
            new Passage(
                "Zapraszamy na webinar.",
                List.of("O platformie CitizenLab", "Ogłoszenie"),
                new SourceLine("wydarzenia/2022-02-17-citizenlab.md", 19),
                "2022-02-17-citizenlab",
                false));
  }

  @ParameterizedTest
  @EnumSource(FactKind.class)
  void everyFactHasItsKey(FactKind kind) {
    String value =
        switch (kind) {
          case LINK -> "https://example.org/a";
          case MEETING_ID -> "819 5103 4606";
          default -> "wartość";
        };
    folder.withEvent("początek: 2022-02-17 9:00", kind.key() + ": " + value);

    Fact fact = folder.fact(kind);

    assertThat(fact.value()).isEqualTo(value);
    assertThat(fact.source().line()).isEqualTo(3);
    assertThat(fact.origin()).isEqualTo(Fact.Origin.FRONT_MATTER);
    assertThat(folder.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ID spotkania", "id_spotkania", "Id-Spotkania", "idspotkania", "Meeting ID"})
  void keysAreFoundHoweverTheyAreWritten(String key) {
    folder.withEvent("poczatek: 2022-02-17 9:00", key + ": 819 5103 4606");

    assertThat(folder.fact(FactKind.MEETING_ID).value()).isEqualTo("819 5103 4606");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-02-17 09:00",
        "2022-02-17T09:00",
        "2022-02-17 9.00",
        "17.02.2022 9:00",
        "17.02.2022 r., godz. 9.00",
        "17.2.2022, o 9",
        "czwartek, 17 lutego 2022 r., godz. 9:00",
        "w czwartek 17 lutego 2022 o godzinie 9:00",
        "17 lut 2022 9:00",
        "17.02 o godz. 9:00",
        "czwartek 17 lutego, godz. 9",
        "\"17/02/2022 09:00:00\""
      })
  void startsAreReadHoweverTheyAreWritten(String start) {
    folder.withEvent("początek: " + start);

    Session session = folder.event().sessions().getFirst();

    assertThat(session.date()).isEqualTo(LocalDate.of(2022, 2, 17));
    assertThat(session.startTime()).isEqualTo(LocalTime.of(9, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-02-30 9:00",
        "2022-02-17 25:00",
        "po obiedzie",
        "2022-02-17 9:00+01:00",
        "17.02.2022 - 18.02.2022",
        "2022-02-17 około 9:00 albo 10:00",
        "9:00"
      })
  void startThatIsNotWhollyUnderstoodIsAnError(String start) {
    folder.withEvent("początek: \"" + start + "\"");

    assertThat(folder.event().sessions()).isEmpty();
    assertThat(folder.findings())
        .singleElement()
        .asString()
        .startsWith("wydarzenia/e.md:2: błąd: N")
        .contains(start, "Proszę napisać");
  }

  @Test
  void hoursOfASessionMayStandTogetherOrApart() {
    folder.withEvent("początek: 17.02.2022, 9:00–11:30");
    assertThat(folder.event().sessions().getFirst().end())
        .isEqualTo(LocalDateTime.of(2022, 2, 17, 11, 30));

    folder.withEvent("data: 17.02.2022", "godzina: 9:00", "koniec: 11.10");
    Session session = folder.event().sessions().getFirst();
    assertThat(session.startTime()).isEqualTo(LocalTime.of(9, 0));
    assertThat(session.end()).isEqualTo(LocalDateTime.of(2022, 2, 17, 11, 10));
  }

  @Test
  void severalSessionsAreReadFromMapsAndStrings() {
    folder.withEvent(
        "terminy:",
        "  - {początek: 2019-09-25 15:00, koniec: 2019-09-25 18:00, miejsce: stacja metra Natolin}",
        "  - {początek: 2019-09-22 13:00, koniec: 16:00, miejsce: przy kościele, opis: punkt}",
        "  - 2019-09-28 10:00");

    List<Session> sessions = folder.event().sessions();

    assertThat(folder.findings()).isEmpty();
    assertThat(sessions).extracting(session -> session.source().line()).containsExactly(4, 3, 5);
    assertThat(sessions)
        .extracting(Session::place)
        .containsExactly("przy kościele", "stacja metra Natolin", null);
    assertThat(sessions.getFirst().description()).isEqualTo("punkt");
    assertThat(sessions.getFirst().end()).isEqualTo(LocalDateTime.of(2019, 9, 22, 16, 0));
  }

  @Test
  void remindersAreReadInWords() {
    folder.withEvent(
        "początek: 2022-02-17 9:00", "przypomnienia: [pół godziny, 2 dni, 1 godzina, tydzień]");
    assertThat(folder.event().reminders())
        .containsExactly(
            Duration.ofDays(7), Duration.ofDays(2), Duration.ofHours(1), Duration.ofMinutes(30));

    folder.withEvent("początek: 2022-02-17 9:00", "przypomnienia: brak");
    assertThat(folder.event().reminders()).isEmpty();

    folder.withEvent("początek: 2022-02-17 9:00");
    assertThat(folder.event().reminders()).isEqualTo(ReminderTimes.USUAL);
  }

  @Test
  void mailAndTelephoneTogetherAreTheContact() {
    folder.withEvent(
        "początek: 2022-02-17 9:00", "e-mail: biuro@example.org", "telefon: 85 123 45 67");

    assertThat(folder.fact(FactKind.CONTACT).values())
        .containsExactly("biuro@example.org", "85 123 45 67");
    assertThat(folder.findings()).isEmpty();
  }

  @Test
  void windowsLineEndsAndByteOrderMarkChangeNothing() {
    String windows = "\uFEFF" + CITIZENLAB.replace("\n", "\r\n");
    folder.with("wydarzenia/2022-02-17-citizenlab.md", windows);

    KnowledgeReader.Reading reading = folder.read();

    assertThat(reading.findings()).isEmpty();
    assertThat(folder.fact(FactKind.PASSCODE).source().line()).isEqualTo(9);
    assertThat(reading.knowledge().passages().getFirst().source().line()).isEqualTo(19);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1250", "ISO-8859-2", "UTF-16"})
  void olderEncodingsAreReadWithAWarning(String charset) {
    folder.with("wydarzenia/e.md", CITIZENLAB.getBytes(Charset.forName(charset)));

    assertThat(folder.fact(FactKind.PARTNERS).value()).isEqualTo("miasto Augustów");
    assertThat(folder.findings())
        .singleElement()
        .asString()
        .contains(": ostrzeżenie: Plik jest zapisany w ", "UTF-8");
  }

  @Test
  void oneDamagedCharacterDoesNotTurnTheFileIntoAnother() {
    byte[] bytes = "Zażółć gęślą jaźń\n?".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xB9;
    folder.with("tekst.txt", bytes);

    assertThat(folder.read().knowledge().passages().getFirst().text())
        .startsWith("Zażółć gęślą jaźń");
    assertThat(folder.findings()).singleElement().asString().startsWith("tekst.txt:2: ostrzeżenie");
  }

  @Test
  void missingAndEmptyFoldersGiveOneFinding() {
    assertThat(folder.read().knowledge().isEmpty()).isTrue();
    assertThat(folder.findings()).hasSize(1);

    KnowledgeReader.Reading missing =
        new KnowledgeReader(() -> AFolder.NOW).read(path.resolve("nie-ma"));
    assertThat(missing.knowledge()).isEqualTo(Knowledge.empty());
    assertThat(missing.findings()).hasSize(1);
  }

  @Test
  void oneBadFileNeverTakesTheOthersDown() {
    folder
        .with("wydarzenia/2022-02-17-citizenlab.md", CITIZENLAB)
        .with("a.txt", new byte[] {0, 1, 2, 3})
        .with("b.md", "x".repeat(FileText.MAX_BYTES + 1))
        .with("c.docx", "PK")
        .with(".ukryty.md", "Tekst")
        .with("kopia.md~", "Tekst")
        .with("zdjęcie.jpg", "?");

    assertThat(folder.read().knowledge().events()).hasSize(1);
    assertThat(folder.read().knowledge().passages()).hasSize(1);
    assertThat(folder.findings())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("a.txt:1: błąd: To nie jest plik tekstowy"),
            second -> assertThat(second).startsWith("b.md:1: błąd: Plik ma ponad 1 MB"),
            third -> assertThat(third).startsWith("c.docx:1: ostrzeżenie: Bot nie czyta"),
            fourth -> assertThat(fourth).startsWith("zdjęcie.jpg:1: uwaga:"));
  }

  @Test
  void linksThatGoRoundAreWalkedOnce() throws Exception {
    folder.with("projekt/a.txt", "Projekt trwa.");
    Files.createSymbolicLink(path.resolve("projekt/znowu"), path);

    assertThat(folder.read().knowledge().passages()).hasSize(1);
    assertThat(folder.findings()).isEmpty();
  }

  @Test
  void noteForOrganisersIsNoKnowledge() {
    folder.with("README.md", "Jak pisać pliki.").with("CZYTAJ_MNIE.txt", "Też.");

    assertThat(folder.read().knowledge().isEmpty()).isTrue();
    assertThat(folder.findings()).hasSize(2).allMatch(finding -> finding.contains(": uwaga: "));
  }

  @Test
  void randomBytesNeverThrow() {
    var random = new Random(20220217);
    byte[] usual = CITIZENLAB.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      byte[] spoilt = usual.clone();
      for (int j = 0; j < 1 + random.nextInt(12); j++) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(32, 127);
      }
      folder.with("bajty.txt", bytes).with("wydarzenia/e.md", spoilt).with("slownik.txt", bytes);

      assertThat(folder.findings()).noneMatch(finding -> finding.contains("błąd programu"));
    }
  }

  @Test
  void questionFilesAndSynonymsAreFound() {
    folder
        .with("pytania/a.jsonl", "{}")
        .with("slownik.txt", "# uwaga\nwebinar, webinarium\nkasa => koszt, cena\n");

    Knowledge knowledge = folder.read().knowledge();

    assertThat(knowledge.questionFiles()).containsExactly("pytania/a.jsonl");
    assertThat(knowledge.synonyms())
        .containsExactly(
            new SynonymRule(
                List.of("webinar", "webinarium"),
                List.of("webinar", "webinarium"),
                new SourceLine("slownik.txt", 2)),
            new SynonymRule(
                List.of("kasa"), List.of("koszt", "cena"), new SourceLine("slownik.txt", 3)));
  }
}
