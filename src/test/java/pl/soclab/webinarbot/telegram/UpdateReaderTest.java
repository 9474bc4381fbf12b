package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Medium;
import pl.soclab.webinarbot.messaging.ChatId;

class UpdateReaderTest {
  private static final Instant RECEIVED = Instant.parse("2022-02-16T11:00:01Z");

  private final UpdateReader reader =
      new UpdateReader(new ObjectMapper(), new Identity(77, "Podglad_Bot"));

  @Test
  void privateTextIsReadWithItsLanguageAndDate() throws Exception {
    Turn turn =
        turn(
            "'message': {'message_id': 5, 'date': 1645009200, 'chat': {'id': 42, 'type':"
                + " 'private'}, 'from': {'id': 42, 'is_bot': false, 'language_code': 'uk'},"
                + " 'text': ' o której? ', 'something_new': {'of': ['Telegram', 1.5]}}");

    assertThat(turn.message())
        .isEqualTo(
            new IncomingMessage(
                new ChatId(42),
                ChatType.PRIVATE,
                true,
                "uk",
                new IncomingMessage.Text("o której?"),
                Instant.ofEpochSecond(1_645_009_200)));
    assertThat(turn.replyTo()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kiedy to?              | []                                                    | false | kiedy to?
          @podglad_bot kiedy?    | [{'type':'mention','offset':0,'length':12}]           | true  | kiedy?
          @podglad_bot, kiedy?   | [{'type':'mention','offset':0,'length':12}]           | true  | kiedy?
          hej @PODGLAD_BOT kiedy | [{'type':'mention','offset':4,'length':12}]           | true  | hej kiedy
          @inny_bot kiedy        | [{'type':'mention','offset':0,'length':9}]            | false | @inny_bot kiedy
          /kiedy                 | [{'type':'bot_command','offset':0,'length':6}]        | true  | /kiedy
          /kiedy@podglad_bot a   | [{'type':'bot_command','offset':0,'length':18}]       | true  | /kiedy a
          /kiedy@inny_bot        | [{'type':'bot_command','offset':0,'length':15}]       | false | /kiedy@inny_bot
          Bot kiedy              | [{'type':'text_mention','offset':0,'length':3,'user':{'id':77}}] | true | Bot kiedy
          kiedy                  | [{'type':'mention','offset':90,'length':12}]          | false | kiedy
          """)
  void groupMessageIsForTheBotWhenItNamesTheBot(
      String text, String entities, boolean addressed, String heard) throws Exception {
    Turn turn = turn(group("'text': '" + text + "', 'entities': " + entities));

    assertThat(turn.message().chatType()).isEqualTo(ChatType.GROUP);
    assertThat(turn.message().addressed()).isEqualTo(addressed);
    assertThat(turn.message().content()).isEqualTo(new IncomingMessage.Text(heard));
    assertThat(turn.replyTo()).isEqualTo(new ReplyTo(5, null));
  }

  @Test
  void replyToTheBotIsForTheBotAndStaysInItsTopic() throws Exception {
    Turn turn =
        turn(
            group(
                "'text': 'a gdzie?', 'is_topic_message': true, 'message_thread_id': 3,"
                    + " 'reply_to_message': {'message_id': 4, 'from': {'id': 77}}"));

    assertThat(turn.message().addressed()).isTrue();
    assertThat(turn.message().replyTo()).isEqualTo(4);
    assertThat(turn.replyTo()).isEqualTo(new ReplyTo(5, 3));
  }

  @Test
  void replyToSomebodyElseNamesNoMessageOfTheBot() throws Exception {
    Turn privately =
        turn(privately("'text': 'a?', 'reply_to_message': {'message_id': 4, 'from': {'id': 42}}"));
    Turn inGroup =
        turn(group("'text': 'a?', 'reply_to_message': {'message_id': 4, 'from': {'id': 42}}"));

    assertThat(privately.message().replyTo()).isNull();
    assertThat(inGroup.message().replyTo()).isNull();
    assertThat(inGroup.message().addressed()).isFalse();
  }

  @Test
  void groupThatBecameASupergroupTellsItsNewNumberOnce() throws Exception {
    Turn there =
        turn(
            "'message': {'message_id': 5, 'date': 1, 'chat': {'id': -9, 'type': 'group'}, 'from':"
                + " {'id': 1087968824, 'is_bot': true}, 'migrate_to_chat_id': -1002000000009}");
    Turn back =
        read(
            "'message': {'message_id': 1, 'date': 1, 'chat': {'id': -1002000000009, 'type':"
                + " 'supergroup'}, 'from': {'id': 42}, 'migrate_from_chat_id': -9}");

    assertThat(there.message().chat()).isEqualTo(new ChatId(-9));
    assertThat(there.message().content())
        .isEqualTo(new IncomingMessage.Moved(new ChatId(-1_002_000_000_009L)));
    assertThat(there.isAsked()).isFalse();
    assertThat(back).isNull();
  }

  @ParameterizedTest
  @CsvSource({"kicked, true", "left, true", "member, false", "administrator, false"})
  void botTakenOutOfAGroupIsBlockedThere(String status, boolean blocked) throws Exception {
    Turn turn =
        turn(
            "'my_chat_member': {'date': 1, 'chat': {'id': -9, 'type': 'supergroup'}, 'from':"
                + " {'id': 42}, 'new_chat_member': {'status': '"
                + status
                + "'}}");

    assertThat(turn.message().chat()).isEqualTo(new ChatId(-9));
    assertThat(turn.message().content() instanceof IncomingMessage.Blocked).isEqualTo(blocked);
    assertThat(turn.isAsked()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "sticker,STICKER", "photo,PHOTO", "voice,VOICE", "video,VIDEO", "video_note,VIDEO",
    "location,LOCATION", "contact,CONTACT", "document,FILE", "audio,FILE", "dice,OTHER"
  })
  void mediumIsNamed(String field, Medium medium) throws Exception {
    Turn turn = turn(privately("'" + field + "': {}"));

    assertThat(turn.message().content()).isEqualTo(new IncomingMessage.Unreadable(medium));
  }

  @Test
  void captionOfAPhotoIsText() throws Exception {
    Turn turn = turn(privately("'photo': [{}], 'caption': 'o której?'"));

    assertThat(turn.message().content()).isEqualTo(new IncomingMessage.Text("o której?"));
  }

  @Test
  void pressOfAnOldButtonIsReadThoughItsMessageIsGone() throws Exception {
    Turn turn =
        turn(
            "'callback_query': {'id': 'q1', 'data': 't:link', 'from': {'id': 42, 'language_code':"
                + " 'pl'}, 'message': {'message_id': 4, 'date': 0, 'chat': {'id': 42, 'type':"
                + " 'private'}}}");

    assertThat(turn.callbackId()).isEqualTo("q1");
    assertThat(turn.message().content()).isEqualTo(new IncomingMessage.ButtonPress("t:link"));
    assertThat(turn.message().at()).isEqualTo(RECEIVED);
  }

  @Test
  void blockAndUnblockAreRead() throws Exception {
    String member =
        "'my_chat_member': {'date': 1645009200, 'chat': {'id': 42, 'type': 'private'}, 'from':"
            + " {'id': 42}, 'new_chat_member': {'status': '%s'}}";

    assertThat(turn(member.formatted("kicked")).message().content())
        .isEqualTo(new IncomingMessage.Blocked());
    assertThat(turn(member.formatted("member")).message().content())
        .isEqualTo(new IncomingMessage.Unblocked());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'edited_message': {'text': 'kiedy'}",
        "'channel_post': {'text': 'kiedy'}",
        "'message': {'message_id': 5, 'date': 1, 'chat': {'id': -9, 'type': 'channel'}, 'text':"
            + " 'a'}",
        "'message': {'message_id': 5, 'date': 1, 'chat': {'id': -9, 'type': 'group'}, 'from':"
            + " {'id': 8, 'is_bot': true}, 'text': 'a'}",
        "'message': {'message_id': 5, 'date': 1, 'chat': {'id': 42, 'type': 'private'},"
            + " 'pinned_message': {}}",
        "'my_chat_member': {'date': 1, 'chat': {'id': -9, 'type': 'channel'}, 'new_chat_member':"
            + " {'status': 'kicked'}}",
        "'callback_query': {'id': 'q1', 'game_short_name': 'x', 'message': {'chat': {'id': 42,"
            + " 'type': 'private'}}}"
      })
  void whatConcernsNobodyIsSkipped(String update) throws Exception {
    assertThat(read(update)).isNull();
  }

  @Test
  void administratorWhoWritesAsTheGroupIsHeard() throws Exception {
    Turn turn =
        turn(
            "'message': {'message_id': 5, 'date': 1, 'chat': {'id': -9, 'type': 'supergroup'},"
                + " 'sender_chat': {'id': -9}, 'from': {'id': 1087968824, 'is_bot': true}, 'text':"
                + " 'kiedy'}");

    assertThat(turn.message().content()).isEqualTo(new IncomingMessage.Text("kiedy"));
  }

  @Test
  void brokenUpdateIsUnreadableAndItsWordsStayOutOfTheReason() {
    assertThatThrownBy(() -> reader.read(stored("{ tajne")))
        .isInstanceOf(UpdateReader.UnreadableException.class)
        .hasMessage("not JSON");
    assertThatThrownBy(
            () -> read("'message': {'chat': {'type': 'private'}, 'date': 1, 'text': 'tajne'}"))
        .isInstanceOf(UpdateReader.UnreadableException.class)
        .hasMessage("no chat");
  }

  @ParameterizedTest
  @CsvSource({
    "a\\u0000b, 'a b'",
    "a\\ud83d, a\ufffd",
    "\\udc4da, \ufffda",
    "\\udc4d\\ud83d, \ufffd\ufffd",
    "\\ud83d\\udc4d, \ud83d\udc4d"
  })
  void whatNoDatabaseTakesIsReplaced(String written, String heard) throws Exception {
    Turn text = turn(privately("'text': '" + written + "'"));
    Turn file = turn(privately("'document': {'file_id': 'f', 'file_name': '" + written + "'}"));

    assertThat(text.message().content()).isEqualTo(new IncomingMessage.Text(heard));
    assertThat(file.message().content()).isEqualTo(new IncomingMessage.Document("f", heard, 0, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "17", "{}", "[]", "true"})
  void textThatIsNoneIsEmpty(String text) throws Exception {
    assertThat(turn(privately("'text': " + text)).message().content())
        .isEqualTo(new IncomingMessage.Text(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a': 1}", "[1]", "'a'", "[{'type': 'mention', 'offset': 2147483647}]"})
  void entitiesThatAreNoneMarkNothing(String entities) throws Exception {
    assertThat(turn(group("'text': 'a', 'entities': " + entities)).message().content())
        .isEqualTo(new IncomingMessage.Text("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "253402300800", "9223372036854775807", "1e30", "null"})
  void dateThatNoCalendarHasIsUnreadable(String date) {
    assertThatThrownBy(
            () ->
                read(
                    "'message': {'chat': {'id': 1, 'type': 'private'}, 'text': 'a', 'date': "
                        + date
                        + "}"))
        .isInstanceOf(UpdateReader.UnreadableException.class)
        .hasMessage("no date");
  }

  private static String privately(String content) {
    return "'message': {'message_id': 5, 'date': 1, 'chat': {'id': 42, 'type': 'private'}, 'from':"
        + " {'id': 42, 'is_bot': false}, "
        + content
        + "}";
  }

  private static String group(String content) {
    return "'message': {'message_id': 5, 'date': 1, 'chat': {'id': -9, 'type': 'supergroup'},"
        + " 'from': {'id': 42, 'is_bot': false}, "
        + content
        + "}";
  }

  private Turn turn(String update) throws Exception {
    return Objects.requireNonNull(read(update));
  }

  private @Nullable Turn read(String update) throws Exception {
    return reader.read(stored(("{'update_id': 1, " + update + "}").replace('\'', '"')));
  }

  private static StoredUpdate stored(String payload) {
    return new StoredUpdate(1, 1, null, payload, RECEIVED, 0);
  }
}
