package pl.soclab.webinarbot.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;

/** What every store of told facts does, whatever it stores in. */
abstract class ToldFactsContract {
  private static final Instant NOW = QuestionStores.NOW;
  private static final ChatId GROUP = new ChatId(-123);
  private static final ChatId SUPERGROUP = new ChatId(-1_001_234_567_890L);
  private static final ChatId JAN = new ChatId(7);
  private static final ChatId EWA = new ChatId(8);

  private ToldFacts told = new InMemoryToldFacts();

  abstract QuestionStores emptyStores();

  @BeforeEach
  void begin() {
    told = emptyStores().told();
  }

  private List<ChatId> knowFormer(String event, String... topics) {
    return told.toldLast(event, List.of(topics), NOW, NOW.plusSeconds(60));
  }

  @Test
  void whoeverWasToldBeforeTheChangeKnowsTheFormer() {
    told.told(EWA, "zdrowie", "link", "pl", NOW);
    told.told(JAN, "zdrowie", "passcode", "pl", NOW.plusSeconds(59));
    told.told(GROUP, "zdrowie", "link", "pl", NOW.plusSeconds(60));
    told.told(SUPERGROUP, "zdrowie", "link", "pl", NOW.minusSeconds(1));
    told.told(new ChatId(9), "zdrowie", "time", "pl", NOW);
    told.told(new ChatId(10), "inne", "link", "pl", NOW);

    assertThat(knowFormer("zdrowie", "link", "passcode")).containsExactly(JAN, EWA);
    assertThat(knowFormer("zdrowie")).isEmpty();
  }

  @Test
  void whoeverWasToldAgainKnowsTheNew() {
    told.told(JAN, "zdrowie", "link", "pl", NOW);
    told.told(EWA, "zdrowie", "link", "pl", NOW);
    told.told(JAN, "zdrowie", "event_card", "pl", NOW.plusSeconds(61));
    told.told(EWA, "zdrowie", "link", "pl", NOW.plusSeconds(61));

    assertThat(knowFormer("zdrowie", "link", "event_card")).isEmpty();
  }

  @Test
  void languageIsThatOfTheLastAnswer() {
    told.told(JAN, "zdrowie", "link", "pl", NOW);
    told.told(JAN, "zdrowie", "time", "uk", NOW.plusSeconds(1));
    told.told(JAN, "inne", "time", "en", NOW.plusSeconds(2));

    assertThat(told.language(JAN, "zdrowie")).isEqualTo("uk");
    assertThat(told.language(EWA, "zdrowie")).isNull();
  }

  @Test
  void forgottenChatIsGone() {
    told.told(JAN, "zdrowie", "link", "pl", NOW);
    told.told(EWA, "zdrowie", "link", "pl", NOW);

    told.forget(JAN);

    assertThat(knowFormer("zdrowie", "link")).containsExactly(EWA);
  }

  @Test
  void movedGroupKeepsWhatItWasTold() {
    told.told(GROUP, "zdrowie", "link", "pl", NOW);
    told.told(GROUP, "zdrowie", "time", "pl", NOW);
    told.told(SUPERGROUP, "zdrowie", "link", "en", NOW.plusSeconds(1));

    told.moved(GROUP, SUPERGROUP);
    told.moved(SUPERGROUP, SUPERGROUP);

    assertThat(knowFormer("zdrowie", "time")).containsExactly(SUPERGROUP);
    assertThat(knowFormer("zdrowie", "link")).containsExactly(SUPERGROUP);
    assertThat(told.language(SUPERGROUP, "zdrowie")).isEqualTo("en");
  }

  @Test
  void renamedEventKeepsWhoWasTold() {
    told.told(JAN, "stare", "link", "pl", NOW);

    told.renamed("stare", "nowe");

    assertThat(knowFormer("stare", "link")).isEmpty();
    assertThat(knowFormer("nowe", "link")).containsExactly(JAN);
  }

  @Test
  void oldRowsAreForgotten() {
    told.told(JAN, "zdrowie", "link", "pl", NOW);
    told.told(EWA, "zdrowie", "link", "pl", NOW.plusSeconds(1));

    told.forgetBefore(NOW.plusSeconds(1));

    assertThat(
            told.toldLast("zdrowie", List.of("link"), Instant.EPOCH, NOW.plus(Duration.ofDays(1))))
        .containsExactly(EWA);
  }
}
