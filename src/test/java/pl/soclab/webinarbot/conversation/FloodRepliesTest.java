package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Content;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.messaging.ChatId;

class FloodRepliesTest {
  private static final Instant NOW = Instant.parse("2022-02-16T11:00:00Z");
  private static final Answerer ANSWERER = Answerer.of(AnEvent.knowledgeOf());

  private final FloodReplies replies =
      new FloodReplies(() -> ANSWERER, chat -> chat.value() == 7, () -> NOW);

  private static IncomingMessage message(Content content, @Nullable String language) {
    return new IncomingMessage(new ChatId(501), ChatType.PRIVATE, true, language, content, NOW);
  }

  private boolean endsMessages(Content content) {
    return replies.endsMessages(message(content, "pl"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stop", "stop", "nie pisz do mnie", "proszę mi nie wysyłać"})
  void endOfMessagesIsKnownInPlainWordsToo(String text) {
    assertThat(endsMessages(new Text(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"o której to jest?", "jak zrezygnować z przypomnień?", "/pomoc", "nic nie wiem"})
  void whatEndsNothingIsNoEnd(String text) {
    assertThat(endsMessages(new Text(text))).isFalse();
  }

  @Test
  void buttonThatEndsAllIsAnEndAndThatOfOneEventIsNot() {
    String all = ButtonData.reminder(ReminderAction.STOP, ReplyLanguage.POLISH, null);
    String one = ButtonData.reminder(ReminderAction.OFF, ReplyLanguage.POLISH, "webinar");

    assertThat(endsMessages(new ButtonPress(all))).isTrue();
    assertThat(endsMessages(new ButtonPress(one))).isFalse();
    assertThat(endsMessages(new ButtonPress("'; DROP TABLE inbox; --"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "pl, o której to jest?, Proszę napisać znowu za minutę",
    "en, when does the meeting start?, Please write again in a minute",
    "en, o której jest to spotkanie?, Proszę napisać znowu za minutę",
    "pl, коли це буде?, знову за хвилину"
  })
  void noticeSaysWhenToGoOn(String language, String text, String words) {
    assertThat(replies.notice(message(new Text(text), language)))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.chat()).isEqualTo(new ChatId(501));
              assertThat(notice.text().text()).contains(words, "/stop");
            });
  }

  @Test
  void organisersAreHeardLonger() {
    assertThat(replies.isPatientWith(new ChatId(7))).isTrue();
    assertThat(replies.isPatientWith(new ChatId(501))).isFalse();
  }
}
