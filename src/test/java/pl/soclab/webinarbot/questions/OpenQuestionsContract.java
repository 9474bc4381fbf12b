package pl.soclab.webinarbot.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.questions.OpenQuestionStores.NOW;
import static pl.soclab.webinarbot.questions.OpenQuestionStores.question;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.OpenQuestion.State;

/** What every store of open questions does, whatever it stores in. */
abstract class OpenQuestionsContract {
  private static final Instant LATER = NOW.plus(Duration.ofHours(3));
  private static final ChatId ANNA = new ChatId(7_000_000_001L);

  private OpenQuestionStores stores = OpenQuestionStores.inMemory();
  private OpenQuestions questions = stores.questions();

  abstract OpenQuestionStores emptyStores();

  @BeforeEach
  void begin() {
    stores = emptyStores();
    questions = stores.questions();
  }

  @Test
  void questionIsFoundAsItWasNoted() {
    long id = questions.note(question("Czy będzie parking?", "parking", "festyn"), NOW);

    assertThat(questions.find(id))
        .isEqualTo(
            new OpenQuestion(
                id,
                "festyn",
                "parking",
                State.OPEN,
                List.of("Czy będzie parking?"),
                1,
                0,
                NOW,
                NOW,
                null,
                null));
    assertThat(questions.find(id + 1)).isNull();
    assertThat(questions.count()).isEqualTo(1);
  }

  @Test
  void textIsKeptMasked() {
    long id = stores.asked("Czy będzie wata cukrowa? Proszę dzwonić: 602 123 456", null);

    assertThat(stores.found(id).samples())
        .containsExactly("Czy będzie wata cukrowa? Proszę dzwonić: [numer]");
  }

  @Test
  void questionsOfOneTopicAreOneWhateverTheirWords() {
    long id = stores.asked("gdzie zaparkować samochód", "parking");

    long other = questions.note(question("jest parking?", "parking", "festyn"), LATER);

    assertThat(other).isEqualTo(id);
    OpenQuestion found = stores.found(id);
    assertThat(found.asked()).isEqualTo(2);
    assertThat(found.first()).isEqualTo(NOW);
    assertThat(found.last()).isEqualTo(LATER);
    assertThat(found.samples()).containsExactly("gdzie zaparkować samochód", "jest parking?");
  }

  @Test
  void questionsOfOneMeaningAreOneWithoutATopic() {
    long id = stores.asked("Czy będzie wata cukrowa?", null);

    assertThat(stores.asked("bedzie wata cukrowa", null)).isEqualTo(id);
    assertThat(stores.asked("Czy będą baloniki?", null)).isNotEqualTo(id);
  }

  @Test
  void sameWordsInOtherLettersAreOneSample() {
    long id = stores.asked("Czy będzie wata cukrowa?", null);

    stores.asked("czy bedzie WATA cukrowa", null);

    assertThat(stores.found(id).samples()).containsExactly("Czy będzie wata cukrowa?");
    assertThat(stores.found(id).asked()).isEqualTo(2);
  }

  @Test
  void whatWasAskedMostStandsFirst() {
    long id = stores.asked("gdzie zaparkować", "parking");
    stores.asked("jaki autobus tam jedzie?", "parking");
    stores.asked("jaki autobus tam jedzie?", "parking");

    assertThat(stores.found(id).typical()).isEqualTo("jaki autobus tam jedzie?");
  }

  @Test
  void fullGroupTakesOnlyWhatIsLikeIt() {
    List<String> five = List.of("parking", "autobus", "rower", "pociąg", "taksówka");
    long id = stores.asked("czy będzie parking", "parking");
    five.forEach(word -> stores.asked("a " + word + "?", "parking"));

    long other = stores.asked("hulajnogi miejskie", "parking");

    assertThat(other).isNotEqualTo(id);
    assertThat(stores.found(id).samples()).hasSize(5);
    assertThat(stores.found(id).asked()).isEqualTo(6);
    assertThat(stores.asked("rowery?", "parking")).isEqualTo(id);
    assertThat(stores.asked("hulajnoga miejska", "parking")).isEqualTo(other);
  }

  @Test
  void questionsOnOtherEventsAreApart() {
    long id = stores.asked("czy będzie parking", "parking");

    long elsewhere = questions.note(question("czy będzie parking", "parking", "spacer"), NOW);
    long nowhere = questions.note(question("czy będzie parking", "parking", null), NOW);

    assertThat(elsewhere).isNotEqualTo(id).isNotEqualTo(nowhere);
    assertThat(nowhere).isNotEqualTo(id);
    assertThat(stores.found(nowhere).eventId()).isNull();
    assertThat(questions.note(question("parking?", "parking", null), NOW)).isEqualTo(nowhere);
  }

  @Test
  void topicThatIsRecognisedLaterIsKept() {
    long id = stores.asked("Czy będzie wata cukrowa?", null);

    stores.asked("będzie wata cukrowa?", "food");

    assertThat(stores.found(id).topic()).isEqualTo("food");
  }

  @Test
  void listBeginsWithWhatWasAskedMost() {
    long once = stores.asked("czy będzie parking", "parking");
    long twice = stores.asked("Czy będzie wata cukrowa?", null);
    stores.asked("Czy będzie wata cukrowa?", null);
    long lately = questions.note(question("Czy będą baloniki?", null, "festyn"), LATER);

    assertThat(questions.open(10, 0))
        .extracting(OpenQuestion::id)
        .containsExactly(twice, lately, once);
    assertThat(questions.open(1, 1)).extracting(OpenQuestion::id).containsExactly(lately);
    assertThat(questions.open(10, 3)).isEmpty();
    assertThat(questions.open(10, 0)).contains(stores.found(twice));
  }

  @Test
  void dismissedQuestionComesBackWhenItIsAskedFiveMoreTimes() {
    long id = stores.asked("Czy będzie wata cukrowa?", null);

    assertThat(questions.dismiss(id)).isTrue();

    assertThat(questions.dismiss(id)).isFalse();
    IntStream.range(0, 4).forEach(i -> stores.asked("Czy będzie wata cukrowa?", null));
    assertThat(questions.open(10, 0)).isEmpty();
    assertThat(stores.asked("Czy będzie wata cukrowa?", null)).isEqualTo(id);
    assertThat(questions.open(10, 0)).extracting(OpenQuestion::asked).containsExactly(6L);
  }

  @Test
  void pieceThatWasTakenBackIsGone() {
    long id = stores.asked("czy piesek", null);

    questions.takeBack(id, question("czy piesek", null, "festyn"));
    questions.takeBack(id, question("czy piesek", null, "festyn"));

    assertThat(questions.find(id)).isNull();
    assertThat(questions.count()).isZero();
  }

  @Test
  void whatOthersAskedStaysWhenAPieceIsTakenBack() {
    long id = stores.asked("gdzie zaparkować", "parking");
    stores.asked("gdzie zaparkowac", "parking");
    stores.asked("jaki autobus", "parking");

    questions.takeBack(id, question("jaki autobus", "parking", "festyn"));
    questions.takeBack(id, question("gdzie zaparkować", "parking", "festyn"));

    assertThat(stores.found(id).asked()).isEqualTo(1);
    assertThat(stores.found(id).samples()).containsExactly("gdzie zaparkować");
    assertThat(stores.asked("a rower?", "parking")).isEqualTo(id);
    assertThat(stores.found(id).samples()).hasSize(2);
  }

  @Test
  void pieceThatSomebodyWaitsForOrIsAnsweringStays() {
    long watched = stores.asked("czy piesek", null);
    stores.watches().watch(watched, ANNA, "pl", NOW);
    long answered = stores.asked("wata cukrowa", null);
    questions.answer(answered, "Tak.", LATER);
    long drafted = stores.asked("czy będą baloniki", null);
    stores.drafts().write(drafted, ANNA, List.of("czy będą baloniki"), "Tak.", NOW);

    questions.takeBack(watched, question("czy piesek", null, "festyn"));
    questions.takeBack(drafted, question("czy będą baloniki", null, "festyn"));
    questions.takeBack(answered, question("wata cukrowa", null, "festyn"));

    assertThat(stores.found(watched).asked()).isEqualTo(1);
    assertThat(stores.found(drafted).asked()).isEqualTo(1);
    assertThat(stores.found(answered).state()).isEqualTo(State.ANSWERED);
  }

  @Test
  void answeredQuestionIsNotOpenAnyMore() {
    long id = stores.asked("czy będzie parking", "parking");

    assertThat(questions.answer(id, "Parking jest za szkołą.", LATER)).isTrue();

    assertThat(questions.answer(id, "Inna odpowiedź", LATER)).isFalse();
    assertThat(questions.dismiss(id)).isFalse();
    OpenQuestion found = stores.found(id);
    assertThat(found.state()).isEqualTo(State.ANSWERED);
    assertThat(found.answer()).isEqualTo("Parking jest za szkołą.");
    assertThat(found.answeredAt()).isEqualTo(LATER);
    assertThat(questions.open(10, 0)).isEmpty();
    assertThat(questions.untold(10)).containsExactly(found);
  }

  @Test
  void whatIsAskedBehindTheAnswerIsANewQuestion() {
    long id = stores.asked("czy będzie parking", "parking");
    questions.answer(id, "Parking jest za szkołą.", LATER);

    long other = stores.asked("jaki autobus tam jedzie?", "parking");

    assertThat(other).isNotEqualTo(id);
    assertThat(stores.found(id).asked()).isEqualTo(1);
  }

  @Test
  void toldQuestionForgetsWhoWaited() {
    long id = stores.asked("czy będzie parking", "parking");
    stores.watches().watch(id, ANNA, "pl", NOW);

    questions.told(id);
    assertThat(stores.watches().of(id)).hasSize(1);
    questions.answer(id, "Tak.", LATER);
    questions.told(id);

    assertThat(stores.watches().of(id)).isEmpty();
    assertThat(stores.found(id).state()).isEqualTo(State.TOLD);
    assertThat(questions.untold(10)).isEmpty();
  }

  @Test
  void answerThatWasTakenBackOpensTheQuestionForThoseWhoWait() {
    long id = stores.asked("czy będzie parking", "parking");
    stores.watches().watch(id, ANNA, "pl", NOW);
    questions.answer(id, "Tak.", LATER);

    questions.reopen(id);

    assertThat(stores.found(id).state()).isEqualTo(State.OPEN);
    assertThat(stores.found(id).answer()).isNull();
    assertThat(stores.found(id).waiting()).isEqualTo(1);
  }

  @Test
  void oldIsForgotten() {
    long old = stores.asked("czy będzie parking", "parking");
    Instant day91 = NOW.plus(OpenQuestions.KEPT).plusSeconds(1);
    long young = questions.note(question("baloniki?", null, "festyn"), day91.minusSeconds(60));
    stores.watches().watch(old, ANNA, "pl", NOW);
    stores.drafts().write(old, ANNA, List.of("parking?"), "Tak.", NOW);

    int gone = questions.forget(day91);

    assertThat(gone).isPositive();
    assertThat(questions.find(old)).isNull();
    assertThat(questions.find(young)).isNotNull();
    assertThat(stores.watches().of(ANNA)).isEmpty();
    assertThat(stores.drafts().newest(ANNA)).isNull();
  }

  @Test
  void whoWaitsIsForgottenAfterThirtyDays() {
    long id = stores.asked("czy będzie parking", "parking");
    stores.watches().watch(id, ANNA, "pl", NOW);

    assertThat(questions.forget(NOW.plus(Watches.KEPT))).isZero();
    assertThat(questions.forget(NOW.plus(Watches.KEPT).plusSeconds(1))).isEqualTo(1);

    assertThat(stores.watches().of(id)).isEmpty();
    assertThat(stores.found(id).waiting()).isZero();
  }

  @Test
  void twoHundredAtOnceAreTwoHundred() throws Exception {
    List<Callable<Long>> burst =
        IntStream.range(0, 200)
            .<Callable<Long>>mapToObj(
                i ->
                    () ->
                        i % 2 == 0
                            ? stores.asked("czy będzie parking", "parking")
                            : stores.asked("Czy będzie wata cukrowa?", null))
            .toList();

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var noted : threads.invokeAll(burst)) {
        assertThat(noted.get()).isPositive();
      }
    }

    assertThat(questions.open(10, 0)).extracting(OpenQuestion::asked).containsExactly(100L, 100L);
  }
}
