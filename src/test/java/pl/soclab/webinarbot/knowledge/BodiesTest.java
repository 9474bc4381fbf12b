package pl.soclab.webinarbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodiesTest {
  @TempDir Path path;
  private AFolder folder;

  @BeforeEach
  void emptyFolder() {
    folder = new AFolder(path);
  }

  private List<Passage> passages(String name, String content) {
    return folder.with(name, content).read().knowledge().passages();
  }

  private List<ReadyAnswer> answers(String name, String content) {
    return folder.with(name, content).read().knowledge().readyAnswers();
  }

  @Test
  void passagesAreParagraphsUnderTheirHeadings() {
    List<Passage> passages =
        passages("projekt/a.md", "# Projekt\n\nRaz.\n\n## Kto\n\nDwa.\n\n## Po co\nTrzy.\n");

    assertThat(passages)
        .extracting(Passage::text, Passage::headings, passage -> passage.source().line())
        .containsExactly(
            tuple("Raz.", List.of("Projekt"), 3),
            tuple("Dwa.", List.of("Projekt", "Kto"), 7),
            tuple("Trzy.", List.of("Projekt", "Po co"), 10));
  }

  @Test
  void listStandsWithTheLineThatIntroducesIt() {
    String text = "W planie:\n\n* rozmowa,\n* prezentacja:\n  1. mapa\n  2. głosy\n\nKoniec.\n";

    assertThat(passages("projekt/a.md", text))
        .extracting(Passage::text)
        .containsExactly(
            "W planie:\n– rozmowa,\n– prezentacja:\n   1. mapa\n   2. głosy", "Koniec.");
    assertThat(passages("projekt/a.md", text).getFirst().source().line()).isEqualTo(1);
  }

  @Test
  void markdownIsWrittenWithoutItsSigns() {
    String text =
        "**Ważne:** [formularz](https://example.org/f) i <https://example.org/x>, ![mapa](m.png)"
            + " pisz na [biuro@example.org](mailto:biuro@example.org), `kod_1` &amp; *raz*.\n";

    assertThat(passages("projekt/a.md", text).getFirst().text())
        .isEqualTo(
            "Ważne: formularz (https://example.org/f) i https://example.org/x,  pisz na"
                + " biuro@example.org, kod_1 & raz.");
  }

  @Test
  void linesOfAnAnnouncementStayLinesAndWrappedLinesAreJoined() {
    String text =
        """
        Fundacja SocLab wspólnie z miastami Augustowem i Wasilkowem wdraża
        belgijską platformę cyfrową CitizenLab w Polsce.
        LINK do wydarzenia: https://us02web.zoom.us/j/81951034606
        Meeting ID: 819 5103 4606
        Passcode: 969412
        """;
    String expected =
        """
        Fundacja SocLab wspólnie z miastami Augustowem i Wasilkowem wdraża belgijską platformę \
        cyfrową CitizenLab w Polsce.
        LINK do wydarzenia: https://us02web.zoom.us/j/81951034606
        Meeting ID: 819 5103 4606
        Passcode: 969412""";

    assertThat(passages("projekt/a.md", text)).extracting(Passage::text).containsExactly(expected);
    assertThat(passages("projekt/a.txt", text).getLast().text()).isEqualTo(expected);
  }

  @Test
  void tableIsWrittenAsLines() {
    String table = "| godzina | co |\n| --- | --- |\n| 9:00 | początek |\n";

    assertThat(passages("projekt/a.md", table).getFirst().text())
        .isEqualTo("godzina – co\n9:00 – początek");
  }

  @Test
  void headingThatAsksHasAReadyAnswer() {
    List<ReadyAnswer> answers =
        answers(
            "odpowiedzi/a.md",
            "# Pytania\n\n## Czy to płatne? Ile to kosztuje?\n\nNie podano.\n\n- ani cena,\n");

    assertThat(answers)
        .containsExactly(
            new ReadyAnswer(
                List.of("Czy to płatne?", "Ile to kosztuje?"),
                "Nie podano.\n\n– ani cena,",
                new SourceLine("odpowiedzi/a.md", 3),
                null,
                false));
    assertThat(folder.read().knowledge().passages()).isEmpty();
  }

  @Test
  void questionsOneAfterAnotherShareTheAnswer() {
    List<ReadyAnswer> answers =
        answers(
            "pomoc/zoom.md",
            """
            ---
            ogólne: tak
            ---
            ## Nie słychać?
            ## Nie mam dźwięku?

            Proszę sprawdzić:

            ### Telefon

            głośność

            ## Dalej
            Tekst.
            """);

    assertThat(answers)
        .containsExactly(
            new ReadyAnswer(
                List.of("Nie słychać?", "Nie mam dźwięku?"),
                "Proszę sprawdzić:\n\nTelefon\n\ngłośność",
                new SourceLine("pomoc/zoom.md", 4),
                null,
                true));
    assertThat(folder.read().knowledge().passages())
        .singleElement()
        .matches(Passage::general)
        .extracting(Passage::text)
        .isEqualTo("Tekst.");
  }

  @Test
  void plainTextOfAnswersNeedsNoMarkdown() {
    List<ReadyAnswer> answers =
        answers(
            "odpowiedzi/a.txt",
            "Czy trzeba się zapisać?\nNie trzeba.\n\nPytanie: Gdzie to jest?\n\nOdpowiedź: Na Zoomie.");

    assertThat(answers)
        .extracting(ReadyAnswer::questions, ReadyAnswer::text)
        .containsExactly(
            tuple(List.of("Czy trzeba się zapisać?"), "Nie trzeba."),
            tuple(List.of("Gdzie to jest?"), "Na Zoomie."));
  }

  @Test
  void answerMayNameItsEvent() {
    folder.withEvent("początek: 2022-02-17 9:00");

    List<ReadyAnswer> answers =
        answers("odpowiedzi/a.md", "---\nwydarzenie: e\n---\n# Ile to trwa?\nGodzinę.\n");

    assertThat(answers).extracting(ReadyAnswer::eventId).containsExactly("e");
  }

  @Test
  void leftoversOfAWebPageAreNoPassages() {
    String page =
        """
        Webinar
        CitizenLab.jpg
        Zapraszamy na webinar.

        Więcej - TUTAJ

        Więcej informacji:
        Urząd, pokój 2.

        POZOSTAŁE ARTYKUŁY
        """;

    assertThat(passages("projekt/a.txt", page))
        .extracting(Passage::text)
        .containsExactly(
            "Webinar", "Zapraszamy na webinar.", "Więcej informacji:\nUrząd, pokój 2.");
  }

  @Test
  void deepNestingEndsNoReading() {
    assertThat(passages("projekt/a.md", "> ".repeat(5000) + "tekst\n")).hasSizeLessThan(2);
    assertThat(passages("projekt/b.md", "*a **b ".repeat(5000) + "\n")).isNotEmpty();
    assertThat(passages("projekt/c.md", "[".repeat(20000) + "\n")).isNotEmpty();
    assertThat(folder.findings()).isEmpty();
  }
}
