package pl.soclab.webinarbot.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.HandoverAnswer.Outcome;

/** What every store of handed-over questions does, whatever it stores in. */
abstract class HandoversContract {
  private static final Instant NOW = QuestionStores.NOW;
  private static final ChatId JAN = new ChatId(7);
  private static final ChatId EWA = new ChatId(8);
  private static final ChatId ANNA = new ChatId(501);
  private static final ChatId BARTEK = new ChatId(502);

  private Handovers handovers = new InMemoryHandovers();

  abstract QuestionStores emptyStores();

  @BeforeEach
  void begin() {
    handovers = emptyStores().handovers();
  }

  private Handover shown(ChatId chat, @Nullable String question) {
    return handovers.begin(NewHandover.first(chat, "pl", "zdrowie", question, NOW));
  }

  private Handover open(ChatId chat) {
    Handover shown = shown(chat, "Czy będą krzesła?");
    handovers.confirm(shown.id(), NOW);
    return found(shown.id());
  }

  private Handover found(long id) {
    return Objects.requireNonNull(handovers.find(id), "no question " + id);
  }

  private HandoverAnswer answer(long id) {
    return Objects.requireNonNull(handovers.answer(id), "no answer " + id);
  }

  private HandoverAnswer scheduled(Handover handover, ChatId author) {
    HandoverAnswer answer = handovers.propose(handover.id(), author, "Tak.", NOW);
    handovers.schedule(answer.id());
    return answer(answer.id());
  }

  @Test
  void questionIsStoredAsItWasShown() {
    Handover shown = shown(JAN, "Czy będą krzesła?");

    assertThat(found(shown.id())).isEqualTo(shown).isEqualTo(handovers.draft(JAN));
    assertThat(shown)
        .isEqualTo(
            new Handover(
                shown.id(),
                shown.id(),
                JAN,
                "pl",
                "zdrowie",
                null,
                Handover.State.SHOWN,
                "Czy będą krzesła?",
                NOW));
    assertThat(handovers.draft(EWA)).isNull();
  }

  @Test
  void newDraftTakesThePlaceOfTheFormer() {
    Handover former = shown(JAN, "Czy będą krzesła?");
    Handover ewas = shown(EWA, "A stoły?");

    Handover awaited = shown(JAN, null);

    assertThat(awaited.state()).isEqualTo(Handover.State.AWAITED);
    assertThat(handovers.find(former.id())).isNull();
    assertThat(handovers.draft(JAN)).isEqualTo(awaited);
    assertThat(handovers.draft(EWA)).isEqualTo(ewas);
    assertThat(handovers.confirm(former.id(), NOW)).isFalse();
    assertThat(handovers.confirm(awaited.id(), NOW)).isFalse();
  }

  @Test
  void confirmedOnceItIsOpenAndCounts() {
    Handover shown = shown(JAN, "Czy będą krzesła?");
    Instant later = NOW.plusSeconds(60);

    assertThat(handovers.confirm(shown.id(), later)).isTrue();
    assertThat(handovers.confirm(shown.id(), later)).isFalse();

    assertThat(found(shown.id()).state()).isEqualTo(Handover.State.OPEN);
    assertThat(found(shown.id()).since()).isEqualTo(later);
    assertThat(handovers.draft(JAN)).isNull();
    assertThat(handovers.open(JAN)).isEqualTo(1);
    assertThat(handovers.open(EWA)).isZero();
    assertThat(handovers.handedOver(JAN, NOW)).isEqualTo(1);
    assertThat(handovers.handedOver(JAN, later.plusSeconds(1))).isZero();
  }

  @Test
  void draftIsNotCounted() {
    shown(JAN, "Czy będą krzesła?");

    assertThat(handovers.open(JAN)).isZero();
    assertThat(handovers.handedOver(JAN, NOW)).isZero();
    assertThat(handovers.drop(JAN)).isTrue();
    assertThat(handovers.drop(JAN)).isFalse();
  }

  @Test
  void followUpKeepsTheNumberOfItsTalk() {
    Handover first = open(JAN);

    Handover second =
        handovers.begin(NewHandover.after(first, ANNA, "A gdzie?", NOW.plusSeconds(5)));
    Handover rewritten = handovers.begin(NewHandover.with("Gdzie?", second, NOW.plusSeconds(9)));

    assertThat(rewritten.thread()).isEqualTo(first.id()).isEqualTo(second.thread());
    assertThat(rewritten.addressee()).isEqualTo(ANNA);
    assertThat(rewritten.id()).isNotEqualTo(first.id());
  }

  @Test
  void sameMessageIsOneAnswer() {
    Handover handover = open(JAN);

    HandoverAnswer answer = handovers.propose(handover.id(), ANNA, "Tak.", NOW);

    assertThat(handovers.propose(handover.id(), ANNA, "Tak.", NOW)).isEqualTo(answer);
    assertThat(handovers.propose(handover.id(), BARTEK, "Nie.", NOW)).isNotEqualTo(answer);
    assertThat(handovers.answers(handover.id()))
        .extracting(HandoverAnswer::reply)
        .containsExactly("Tak.", "Nie.");
    assertThat(answer.state()).isEqualTo(HandoverAnswer.State.PROPOSED);
    assertThat(handovers.onTheWay()).isEmpty();
  }

  @Test
  void deliveredAnswerErasesBothTexts() {
    Handover handover = open(JAN);
    HandoverAnswer answer = scheduled(handover, ANNA);
    assertThat(handovers.onTheWay()).containsExactly(answer);

    handovers.ended(answer.id(), Outcome.DELIVERED);

    assertThat(handovers.onTheWay()).isEmpty();
    assertThat(answer(answer.id()).state()).isEqualTo(HandoverAnswer.State.DELIVERED);
    assertThat(answer(answer.id()).reply()).isNull();
    assertThat(found(handover.id()).state()).isEqualTo(Handover.State.ANSWERED);
    assertThat(found(handover.id()).question()).isNull();
    assertThat(handovers.open(JAN)).isZero();
    assertThat(handovers.handedOver(JAN, NOW)).isEqualTo(1);
    assertThat(handovers.withdraw(answer.id())).isFalse();
  }

  @Test
  void answerThatTelegramRefusedLeavesTheQuestionOpen() {
    Handover handover = open(JAN);
    HandoverAnswer answer = scheduled(handover, ANNA);

    handovers.ended(answer.id(), Outcome.NOT_DELIVERED);

    assertThat(answer(answer.id()).state()).isEqualTo(HandoverAnswer.State.FAILED);
    assertThat(found(handover.id())).isEqualTo(handover);
  }

  @Test
  void questionOfSomebodyWhoCannotBeReachedIsErased() {
    Handover handover = open(JAN);
    HandoverAnswer answer = scheduled(handover, ANNA);

    handovers.ended(answer.id(), Outcome.UNREACHABLE);

    assertThat(found(handover.id()).state()).isEqualTo(Handover.State.CANCELLED);
    assertThat(found(handover.id()).question()).isNull();
  }

  @Test
  void withdrawnAnswerIsErasedAndNeverLeaves() {
    Handover handover = open(JAN);
    HandoverAnswer answer = scheduled(handover, ANNA);

    assertThat(handovers.withdraw(answer.id())).isTrue();

    assertThat(answer(answer.id()).state()).isEqualTo(HandoverAnswer.State.WITHDRAWN);
    assertThat(answer(answer.id()).reply()).isNull();
    assertThat(handovers.onTheWay()).isEmpty();
    assertThat(handovers.schedule(answer.id())).isFalse();
    handovers.ended(answer.id(), Outcome.DELIVERED);
    assertThat(found(handover.id()).state()).isEqualTo(Handover.State.OPEN);
  }

  @Test
  void stopErasesAllOfAChat() {
    Handover waiting = open(JAN);
    Handover answered = open(JAN);
    handovers.ended(scheduled(answered, ANNA).id(), Outcome.DELIVERED);
    HandoverAnswer second = handovers.propose(answered.id(), BARTEK, "Też tak.", NOW);
    Handover ewas = open(EWA);
    shown(JAN, "Jeszcze coś");

    assertThat(handovers.cancel(JAN)).extracting(Handover::id).containsExactly(waiting.id());
    assertThat(handovers.cancel(JAN)).isEmpty();

    assertThat(found(waiting.id()).state()).isEqualTo(Handover.State.CANCELLED);
    assertThat(found(waiting.id()).question()).isNull();
    assertThat(answer(second.id()).state()).isEqualTo(HandoverAnswer.State.WITHDRAWN);
    assertThat(handovers.draft(JAN)).isNull();
    assertThat(found(ewas.id())).isEqualTo(ewas);
  }

  @Test
  void stopHoldsBackAnAnswerOnItsWay() {
    Handover handover = open(JAN);
    HandoverAnswer answer = scheduled(handover, ANNA);

    assertThat(handovers.cancel(JAN)).hasSize(1);

    assertThat(answer(answer.id()).state()).isEqualTo(HandoverAnswer.State.WITHDRAWN);
    assertThat(handovers.onTheWay()).isEmpty();
  }

  @Test
  void oldQuestionIsRemindedOfOnce() {
    Handover handover = open(JAN);

    assertThat(handovers.unanswered(NOW)).isEmpty();
    assertThat(handovers.unanswered(NOW.plusSeconds(1))).containsExactly(handover);

    handovers.reminded(handover.id());
    assertThat(handovers.unanswered(NOW.plusSeconds(1))).isEmpty();
  }

  @Test
  void draftIsErasedAfterHalfAnHourAndAnythingAfterAMonth() {
    Handover open = open(JAN);
    handovers.propose(open.id(), ANNA, "Tak.", NOW);
    Handover draft = shown(EWA, "Czy będą stoły?");

    handovers.forget(NOW.plus(Handovers.DRAFT));
    assertThat(found(draft.id())).isEqualTo(draft);
    handovers.forget(NOW.plus(Handovers.DRAFT).plusSeconds(1));
    assertThat(handovers.find(draft.id())).isNull();
    assertThat(handovers.answers(open.id())).isEmpty();
    assertThat(found(open.id())).isEqualTo(open);

    HandoverAnswer answer = scheduled(open, ANNA);
    handovers.forget(NOW.plus(Duration.ofDays(30)).plusSeconds(1));
    assertThat(handovers.find(open.id())).isNull();
    assertThat(handovers.answer(answer.id())).isNull();
  }

  @Test
  void movedChatKeepsItsQuestions() {
    Handover open = open(JAN);

    handovers.moved(JAN, EWA);

    assertThat(found(open.id()).chat()).isEqualTo(EWA);
    assertThat(handovers.open(JAN)).isZero();
  }
}
