package pl.soclab.webinarbot.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.questions.OpenQuestionStores.NOW;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.AnswerDrafts.Draft;

/** What every store of drafts does, whatever it stores in. */
abstract class AnswerDraftsContract {
  private static final ChatId ANNA = new ChatId(501_000_001L);
  private static final ChatId BARTEK = new ChatId(501_000_002L);

  private OpenQuestionStores stores = OpenQuestionStores.inMemory();
  private AnswerDrafts drafts = stores.drafts();
  private long parking;

  abstract OpenQuestionStores emptyStores();

  @BeforeEach
  void begin() {
    stores = emptyStores();
    drafts = stores.drafts();
    parking = stores.asked("czy będzie parking", "parking");
  }

  @Test
  void draftIsFoundAsItWasWritten() {
    List<String> phrasings = List.of("czy będzie parking", "gdzie zaparkować?");

    Draft draft = drafts.write(parking, ANNA, phrasings, "Tak.\n\n# za szkołą", NOW);

    assertThat(draft)
        .isEqualTo(new Draft(draft.id(), parking, ANNA, phrasings, "Tak.\n\n# za szkołą", NOW))
        .isEqualTo(drafts.find(draft.id()))
        .isEqualTo(drafts.newest(ANNA));
    assertThat(drafts.find(draft.id() + 1)).isNull();
    assertThat(drafts.newest(BARTEK)).isNull();
  }

  @Test
  void anotherTextIsAnotherDraftInItsPlace() {
    Draft first = drafts.write(parking, ANNA, List.of("parking?"), "Tak.", NOW);
    Draft other = drafts.write(parking, BARTEK, List.of("parking?"), "Nie.", NOW);

    Draft second = drafts.write(parking, ANNA, List.of("parking?"), "Tak, za szkołą.", NOW);

    assertThat(drafts.find(first.id())).isNull();
    assertThat(drafts.newest(ANNA)).isEqualTo(second);
    assertThat(drafts.find(other.id())).isEqualTo(other);
  }

  @Test
  void discardedDraftIsGone() {
    Draft draft = drafts.write(parking, ANNA, List.of("parking?"), "Tak.", NOW);

    assertThat(drafts.discard(draft.id())).isTrue();

    assertThat(drafts.discard(draft.id())).isFalse();
    assertThat(drafts.find(draft.id())).isNull();
  }
}
