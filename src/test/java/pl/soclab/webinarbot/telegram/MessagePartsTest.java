package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.Attachment;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.messaging.RichText.Style;
import pl.soclab.webinarbot.telegram.MessageParts.Part;

class MessagePartsTest {
  private static final ChatId CHAT = new ChatId(1);
  private static final List<List<Button>> BUTTONS = List.of(List.of(new Button("Link", "link")));
  private static final Attachment FILE =
      new Attachment("a.ics", "text/calendar", "x".getBytes(StandardCharsets.UTF_8));

  @Test
  void shortTextIsOnePart() {
    List<Part> parts =
        MessageParts.of(new OutgoingMessage(CHAT, RichText.plain("Hej"), BUTTONS, null));

    assertThat(parts).containsExactly(new Part(RichText.plain("Hej"), BUTTONS, null));
  }

  @Test
  void textIsCutAtASentenceEndAndNotAtAnAbbreviation() {
    String text =
        "Spotkanie jest przy ul. Długiej o godz. 9:00. Zapraszamy wszystkich mieszkańców.";

    List<RichText> pieces = MessageParts.cut(RichText.plain(text), 60);

    assertThat(pieces)
        .extracting(RichText::text)
        .containsExactly(
            "Spotkanie jest przy ul. Długiej o godz. 9:00.", "Zapraszamy wszystkich mieszkańców.");
  }

  @Test
  void paragraphIsKeptTogetherWherePossible() {
    String text = "Pierwszy akapit. Ma dwa zdania.\n\nDrugi akapit. Też ma dwa zdania.";

    List<RichText> pieces = MessageParts.cut(RichText.plain(text), 50);

    assertThat(pieces)
        .extracting(RichText::text)
        .containsExactly("Pierwszy akapit. Ma dwa zdania.", "Drugi akapit. Też ma dwa zdania.");
  }

  @Test
  void linkAndMarkedSpanStayWhole() {
    RichText text =
        new RichText.Builder()
            .plain("Wejdź na ")
            .bold("https://example.org/bardzo/dlugi/adres")
            .plain(" i podaj ")
            .code("969 412 007")
            .plain(" na początku")
            .build();

    List<RichText> pieces = MessageParts.cut(text, 60);

    assertThat(pieces).hasSize(2);
    assertThat(pieces.getFirst().text())
        .isEqualTo("Wejdź na https://example.org/bardzo/dlugi/adres i podaj");
    assertThat(pieces.getLast().spans().getFirst())
        .isEqualTo(new RichText.Span("969 412 007", Style.CODE));
  }

  @Test
  void textWithoutSpacesIsCutBetweenWholeCharacters() {
    String text = "👩‍👧".repeat(30);

    List<RichText> pieces = MessageParts.cut(RichText.plain(text), 42);

    assertThat(pieces).allSatisfy(piece -> assertThat(piece.text()).startsWith("👩‍👧"));
    assertThat(pieces.stream().map(RichText::text).collect(Collectors.joining())).isEqualTo(text);
  }

  @Test
  void noPartIsLongerThanTelegramTakesAndNoWordIsLost() {
    String text = "Słowo po słowie bez końca ".repeat(900).strip();

    List<Part> parts =
        MessageParts.of(new OutgoingMessage(CHAT, RichText.plain(text), BUTTONS, null));

    assertThat(parts)
        .allSatisfy(
            part -> assertThat(part.text().text()).hasSizeLessThanOrEqualTo(4096).isNotBlank());
    assertThat(parts.stream().map(part -> part.text().text()).collect(Collectors.joining(" ")))
        .isEqualTo(text);
    assertThat(parts.getFirst().buttons()).isEmpty();
    assertThat(parts.getLast().buttons()).isEqualTo(BUTTONS);
  }

  @Test
  void shortTextIsTheCaptionOfAFile() {
    List<Part> parts =
        MessageParts.of(new OutgoingMessage(CHAT, RichText.plain("a".repeat(1024)), BUTTONS, FILE));

    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().attachment()).isEqualTo(FILE);
  }

  @Test
  void textTooLongForACaptionGoesBeforeTheFile() {
    RichText text = RichText.plain("a".repeat(1025));

    List<Part> parts = MessageParts.of(new OutgoingMessage(CHAT, text, BUTTONS, FILE));

    assertThat(parts)
        .containsExactly(
            new Part(text, List.of(), null), new Part(new RichText(List.of()), BUTTONS, FILE));
  }
}
