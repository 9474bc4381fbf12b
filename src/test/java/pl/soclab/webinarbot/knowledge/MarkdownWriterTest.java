package pl.soclab.webinarbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownWriterTest {
  private static final String[] PIECES = {
    "#",
    "# ",
    "## Czy?",
    "---",
    "===",
    "***",
    "___",
    "_a_",
    "a_b",
    "`",
    "```",
    "~~~",
    "*",
    "**",
    "- ",
    "+ ",
    "1. ",
    "1) ",
    "23.",
    "> ",
    "|",
    "| a | b |",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](x)",
    "[a]: /x",
    "<b>",
    "</div>",
    "<!--",
    "-->",
    "<br>",
    "<script>",
    "&amp;",
    "&#35;",
    "&",
    "\\",
    "\\\\",
    "\"",
    "'",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "https://gmina.pl/a_b?x=1&y=2",
    "plan.png",
    "drukuj",
    "więcej informacji",
    "Parking jest za szkołą.",
    "słowo",
    "Słowo",
    "9:00",
    "ą",
    "\u00A0",
    "\u200B",
    "\uD83D\uDE00",
    ":",
    "?",
    "!",
    "...",
    "…",
    "$",
    "%"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tak, parking jest za szkołą.",
        "Tak.\n\nParking jest za szkołą.",
        "Parking:\n- za szkołą\n- przy kościele",
        "# to nie jest nagłówek",
        "---",
        "Tak\n---",
        "Tak\n===",
        "1. Wejście od ulicy\n2. Schodami w górę",
        "<b>Tak</b> & nie &amp; <script>alert(1)</script>",
        "Plan: https://gmina.pl/plan_dojazdu.pdf?a=1&b=2_c",
        "[tekst](https://gmina.pl) i ![obraz](x.png)",
        "`kod` i **grubo** i _pochyło_ i ~~skreślone~~",
        "| od | 9:00 |\n\n| do | 10:00 |",
        "> cytat\n+ plus\n~~~\n```",
        "plan.png",
        "Mapa:\nhttps://gmina.pl/plan.png",
        "Więcej informacji",
        "[a]: https://gmina.pl",
        "C:\\folder\\ i *gwiazdka",
        "Zażółć gęślą jaźń, 日本, \uD83D\uDE00"
      })
  void textComesOutAsItWasTyped(String typed) {
    assertThat(MarkdownWriter.asRead(typed)).isEqualTo(typed);
    assertThat(readBack("Czy tak?", typed).text()).isEqualTo(typed);
  }

  @Test
  void whatTheReaderWouldJoinStandsApart() {
    String typed = "Parking jest za szkołą\ni przy kościele,  obok\t boiska \n\n\n\nWindy nie ma";

    assertThat(MarkdownWriter.asRead(typed))
        .isEqualTo("Parking jest za szkołą\n\ni przy kościele, obok boiska\n\nWindy nie ma");
  }

  @Test
  void cutLinkIsMarkedBeforehand() {
    assertThat(MarkdownWriter.asRead("Adres: https://gmina.pl/spotk..."))
        .isEqualTo("Adres: (link w tekście jest ucięty)");
  }

  @Test
  void nothingIsLeftOfNothing() {
    assertThat(MarkdownWriter.asRead(" \n\t\u200B\u00A0\n")).isEmpty();
  }

  @Test
  void anythingIsReadAsItWasShown() {
    var random = new Random(7);
    for (int i = 0; i < 1_500; i++) {
      String shown = MarkdownWriter.asRead(anything(random));
      if (!shown.isEmpty()) {
        assertThat(readBack("Czy tak?", shown).text())
            .as(MarkdownWriter.text(shown))
            .isEqualTo(shown);
        assertThat(MarkdownWriter.asRead(shown)).isEqualTo(shown);
      }
    }
  }

  @Test
  void anyQuestionIsReadAsItWasWritten() {
    var random = new Random(8);
    for (int i = 0; i < 1_500; i++) {
      String question = MarkdownWriter.asRead(anything(random)).replaceAll("\n+", " ") + "a?";

      assertThat(readBack(question, "Tak.").questions())
          .as(MarkdownWriter.question(question))
          .isEqualTo(MarkdownWriter.questionsIn(question));
    }
  }

  @Test
  void onlyQuestionsInOneLineAreHeadings() {
    assertThatThrownBy(() -> MarkdownWriter.question("Tak."))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MarkdownWriter.question("Czy\ntak?"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String anything(Random random) {
    var text = new StringBuilder();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /** The only ready answer of a file, with another one before and behind it. */
  private static ReadyAnswer readBack(String question, String text) {
    String file =
        "# Odpowiedzi\n\n## Przed?\n\nTak.\n\n"
            + MarkdownWriter.question(question)
            + "\n\n"
            + MarkdownWriter.text(text)
            + "\n\n## Za?\n\nNie.\n";
    var findings = new Findings();
    TextLines lines =
        Objects.requireNonNull(
            FileText.decode("odpowiedzi/a.md", file.getBytes(StandardCharsets.UTF_8), findings));
    List<ReadyAnswer> answers =
        new TextFileReader().read(lines, LocalDate.of(2022, 2, 16), findings).answers();
    assertThat(answers).as(file).hasSize(3);
    return answers.get(1);
  }
}
