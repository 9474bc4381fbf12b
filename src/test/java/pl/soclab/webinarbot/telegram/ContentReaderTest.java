package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.Content;
import pl.soclab.webinarbot.conversation.IncomingMessage.Document;
import pl.soclab.webinarbot.conversation.IncomingMessage.Forwarded;
import pl.soclab.webinarbot.conversation.IncomingMessage.Medium;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unreadable;

class ContentReaderTest {
  private static final String PLAN =
      "'document': {'file_id': 'f1', 'file_unique_id': 'u1', 'file_name': 'plan.md', 'mime_type':"
          + " 'text/markdown', 'file_size': 1200}";

  private final ContentReader reader =
      new ContentReader(new Addressing(new Identity(77, "podglad_bot")));

  @Test
  void documentIsReadWithItsNameSizeAndCaption() {
    assertThat(content(PLAN)).isEqualTo(new Document("f1", "plan.md", 1200, ""));
    assertThat(content(PLAN + ", 'caption': ' nowy plan '"))
        .isEqualTo(new Document("f1", "plan.md", 1200, "nowy plan"));
  }

  @Test
  void captionIsReadWithoutTheBotsName() {
    Content content =
        content(
            PLAN
                + ", 'caption': '@podglad_bot o której?', 'caption_entities':"
                + " [{'type': 'mention', 'offset': 0, 'length': 12}]");

    assertThat(content).isEqualTo(new Document("f1", "plan.md", 1200, "o której?"));
  }

  @Test
  void documentWithoutNameAndSizeIsOneToo() {
    assertThat(content("'document': {'file_id': 'f1'}")).isEqualTo(new Document("f1", "", 0, ""));
    assertThat(content("'document': {'file_id': 'f1', 'file_size': -4, 'file_name': 7}"))
        .isEqualTo(new Document("f1", "", 0, ""));
  }

  @Test
  void documentThatCannotBeBroughtIsUnreadable() {
    assertThat(content("'document': {'file_name': 'plan.md'}"))
        .isEqualTo(new Unreadable(Medium.FILE));
    assertThat(content("'document': {}, 'caption': 'o której?'")).isEqualTo(new Text("o której?"));
  }

  @Test
  void movingPictureIsNoDocumentThoughItHasTheField() {
    String animation = "'animation': {'file_id': 'f1'}, 'document': {'file_id': 'f1'}";

    assertThat(content(animation)).isEqualTo(new Unreadable(Medium.FILE));
    assertThat(content(animation + ", 'caption': 'kiedy?'")).isEqualTo(new Text("kiedy?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'forward_origin': {'type': 'hidden_user', 'date': 1, 'sender_user_name': 'Ewa'}",
        "'forward_origin': {'type': 'channel', 'date': 1, 'chat': {'id': -100, 'type': 'channel'}}",
        "'forward_origin': {'type': 'of a later Bot API'}",
        "'forward_date': 1645009200, 'forward_sender_name': 'Ewa'"
      })
  void forwardedTextIsToldFromTypedText(String origin) {
    assertThat(content(origin + ", 'text': 'Zapraszamy'")).isEqualTo(new Forwarded("Zapraszamy"));
    assertThat(content(origin + ", 'photo': [{}], 'caption': 'Zapraszamy'"))
        .isEqualTo(new Forwarded("Zapraszamy"));
    assertThat(content(origin + ", 'photo': [{}]")).isEqualTo(new Unreadable(Medium.PHOTO));
    assertThat(content(origin + ", " + PLAN + ", 'caption': 'Zapraszamy'"))
        .as("a forwarded file is a file")
        .isEqualTo(new Document("f1", "plan.md", 1200, "Zapraszamy"));
  }

  @Test
  void replyToAForwardedMessageIsTypedText() {
    assertThat(content("'text': 'tak', 'reply_to_message': {'forward_origin': {}, 'text': 'a'}"))
        .isEqualTo(new Text("tak"));
  }

  @Test
  void noticeHoldsNothing() {
    assertThat(content("'pinned_message': {'text': 'a'}")).isNull();
  }

  private @Nullable Content content(String fields) {
    try {
      return reader.read(new ObjectMapper().readTree(("{" + fields + "}").replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
