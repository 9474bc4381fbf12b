package pl.soclab.webinarbot.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A stand-in that fails when a test asks for it. */
class FaultsTest {
  private final Preview preview = ApiClient.preview();
  private final ApiClient api = new ApiClient(preview);
  private final TestResident anna = preview.residents().named("Anna");
  private final TestResident bartek = preview.residents().named("Bartek");

  @BeforeEach
  void bothHaveWritten() {
    anna.starts("");
    bartek.starts("");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void tooManyRequestsSayWhenToTryAgainAndPass() {
    preview.faults().next("sendMessage", Fault.tooManyRequests(3));

    JsonNode refused = api.send(anna.id(), "a", "");
    JsonNode taken = api.send(anna.id(), "a", "");

    assertThat(refused.path("error_code").asInt()).isEqualTo(429);
    assertThat(refused.path("parameters").path("retry_after").asInt()).isEqualTo(3);
    assertThat(taken.path("ok").asBoolean()).isTrue();
    assertThat(anna.received()).hasSize(1);
    assertThat(preview.log().calls("sendMessage")).hasSize(2);
  }

  @Test
  void faultOfOneChatLeavesTheOthersAlone() {
    preview.faults().nextIn(anna.id(), "sendMessage", 2, Fault.forbidden());

    assertThat(api.send(bartek.id(), "a", "").path("ok").asBoolean()).isTrue();
    assertThat(api.send(anna.id(), "a", "").path("error_code").asInt()).isEqualTo(403);
    assertThat(api.send(anna.id(), "a", "").path("error_code").asInt()).isEqualTo(403);
    assertThat(api.send(anna.id(), "a", "").path("ok").asBoolean()).isTrue();
  }

  @Test
  void errorPageIsHtmlAndBadRequestIsJson() {
    preview.faults().next("sendMessage", new Fault.ErrorPage(502));
    preview.faults().next(Faults.ANY_METHOD, Fault.badRequest("chat not found"));

    var page = api.post("sendMessage", "application/json", "{}");

    assertThat(page.statusCode()).isEqualTo(502);
    assertThat(page.body()).startsWith("<html>");
    assertThat(api.refusal("getMe", "{}")).isEqualTo("400 Bad Request: chat not found");
  }

  @Test
  void connectionThatDropsBeforeHasNotTakenTheMessage() {
    preview.faults().always("sendMessage", new Fault.DroppedBefore());

    assertThatThrownBy(() -> api.send(anna.id(), "a", "")).hasMessageContaining("IOException");
    assertThat(anna.received()).isEmpty();
  }

  @Test
  void connectionThatDropsAfterOrHalfwayHasTakenTheMessage() {
    preview.faults().next("sendMessage", new Fault.DroppedAfter());
    assertThatThrownBy(() -> api.send(anna.id(), "raz", "")).hasMessageContaining("IOException");

    preview.faults().next("sendMessage", new Fault.HalfAnswer());
    assertThatThrownBy(() -> api.send(anna.id(), "dwa", "")).hasMessageContaining("IOException");

    assertThat(anna.received()).extracting(SentMessage::text).containsExactly("raz", "dwa");
  }

  @Test
  void delayedCallIsDoneLate() {
    preview.faults().next("getMe", new Fault.Delayed(Duration.ofMillis(200)));
    long start = System.nanoTime();

    api.result("getMe", "{}");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
  }

  @Test
  void clearedFaultsAreOver() {
    preview.faults().always("getMe", Fault.forbidden());
    preview.faults().clear();

    assertThat(api.result("getMe", "{}").path("is_bot").asBoolean()).isTrue();
  }

  @Test
  void waitsAreBoundedAndTellWhatThereIs() {
    api.send(anna.id(), "jest", "");

    assertThatThrownBy(() -> anna.awaitMessages(2, Duration.ofMillis(50)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("jest");
    assertThat(
            preview.log().awaitMessage(sent -> sent.text().equals("jest"), ApiClient.SOON).chat())
        .isEqualTo(anna.id());
  }
}
