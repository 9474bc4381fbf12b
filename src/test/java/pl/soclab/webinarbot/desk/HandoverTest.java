package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.AnOffice.ANNA;
import static pl.soclab.webinarbot.desk.AnOffice.BARTEK;
import static pl.soclab.webinarbot.desk.AnOffice.EWA;
import static pl.soclab.webinarbot.desk.AnOffice.JAN;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.Medium;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unreadable;
import pl.soclab.webinarbot.questions.Handover;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Scope;

class HandoverTest {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  private final AnOffice office = new AnOffice();

  @Test
  void questionGoesToAllOrganisersAndTheAnswerFindsItsWay() {
    office.types(JAN, "Czy będzie nagranie?").presses(JAN, "Zapytaj organizatora");
    assertThat(office.last(JAN))
        .contains("„Czy będzie nagranie?”", "O platformie CitizenLab", "bez imienia");
    assertThat(office.texts(ANNA)).isEmpty();

    office.presses(JAN, "Przekaż");
    assertThat(office.last(JAN)).contains("zostało przekazane");
    assertThat(office.last(ANNA))
        .contains("Pytanie nr 1", "„Czy będzie nagranie?”", "Odpowiedz")
        .doesNotContain(String.valueOf(JAN.value()));
    assertThat(office.last(BARTEK)).isEqualTo(office.last(ANNA));

    office.replies(ANNA, "Pytanie nr 1", "Tak, wyślemy je w piątek.");
    assertThat(office.last(ANNA)).contains("za pół minuty", "wyślemy je w piątek");
    assertThat(office.last(JAN)).doesNotContain("piątek");
    office.waits(HALF_A_MINUTE);

    assertThat(office.last(JAN))
        .isEqualTo(
            "Odpowiedź organizatora na pytanie „Czy będzie nagranie?”:\n\nTak, wyślemy je w"
                + " piątek.");
    assertThat(office.last(BARTEK)).contains("nr 1 odpowiedział już ktoś");
    assertThat(office.last(ANNA)).contains("za pół minuty");
    assertThat(office.handovers.find(1)).extracting(Handover::question).isNull();
    assertThat(office.handovers.answers(1).getFirst().reply()).isNull();
  }

  @Test
  void answerThatWasHeldBackNeverLeaves() {
    office.janAsks("Czy jest winda?").replies(ANNA, "winda", "Nie do tego");

    office.presses(ANNA, "Wstrzymaj");
    assertThat(office.last(ANNA)).contains("Wstrzymane");
    office.presses(ANNA, "Wstrzymaj").waits(Duration.ofHours(1));

    assertThat(office.last(JAN)).contains("zostało przekazane");
    office.waits(Duration.ofSeconds(1)).replies(ANNA, "winda", "Jest, od podwórza.");
    office.waits(HALF_A_MINUTE);
    assertThat(office.last(JAN)).contains("od podwórza");
    assertThat(office.presses(ANNA, "Wstrzymaj").last(ANNA)).contains("nie da się jej cofnąć");
  }

  @Test
  void turnThatComesTwiceAnswersOnce() {
    office.janAsks("Czy jest winda?");
    office.presses(JAN, "Przekaż");
    office.replies(ANNA, "winda", "Jest.").replies(ANNA, "winda", "Jest.").waits(HALF_A_MINUTE);

    assertThat(office.texts(ANNA)).filteredOn(text -> text.startsWith("Pytanie")).hasSize(1);
    assertThat(office.texts(JAN)).filteredOn(text -> text.startsWith("Odpowiedź")).hasSize(1);
  }

  @Test
  void crashBehindTheStoredAnswerIsMadeGood() {
    office.janAsks("Czy jest winda?");
    long answer = office.handovers.propose(1, ANNA, "Jest.", office.now()).id();
    office.handovers.schedule(answer);

    office.restarts().runs().waits(HALF_A_MINUTE);

    assertThat(office.last(JAN)).contains("Jest.");
  }

  @Test
  void secondOrganiserIsAskedFirst() {
    office.janAsks("Czy jest winda?").replies(ANNA, "winda", "Jest.");
    office.replies(BARTEK, "winda", "Jest, ale mała.");
    assertThat(office.last(BARTEK)).contains("odpowiedział już ktoś", "ale mała");

    office.presses(BARTEK, "Wyślij też tę").waits(HALF_A_MINUTE);

    assertThat(office.texts(JAN)).filteredOn(text -> text.startsWith("Odpowiedź")).hasSize(2);
    assertThat(office.last(JAN)).contains("ale mała");
  }

  @Test
  void secondOrganiserMayLetItBe() {
    office.janAsks("Czy jest winda?").replies(ANNA, "winda", "Jest.").waits(HALF_A_MINUTE);
    office.replies(BARTEK, "winda", "Jest, ale mała.").presses(BARTEK, "Nie wysyłaj");

    office.presses(BARTEK, "Wyślij też tę").waits(HALF_A_MINUTE);

    assertThat(office.last(BARTEK)).contains("nie wyszła");
    assertThat(office.texts(JAN)).filteredOn(text -> text.startsWith("Odpowiedź")).hasSize(1);
  }

  @Test
  void residentAsksMoreOfWhoeverAnswered() {
    office.janAsks("Czy jest winda?").replies(ANNA, "winda", "Jest.").waits(HALF_A_MINUTE);
    int before = office.texts(BARTEK).size();

    office.presses(JAN, "Dopytaj").types(JAN, "A od której strony?");
    assertThat(office.last(JAN)).contains("Do organizatora, który odpowiedział", "od której");
    office.presses(JAN, "Przekaż");

    assertThat(office.last(ANNA)).contains("w rozmowie nr 1", "A od której strony?");
    assertThat(office.texts(BARTEK)).hasSize(before);
    office.replies(ANNA, "A od której strony?", "Od podwórza.").waits(HALF_A_MINUTE);
    assertThat(office.last(JAN)).contains("„A od której strony?”", "Od podwórza.");
    assertThat(office.texts(BARTEK)).hasSize(before);
  }

  @Test
  void replyToAnAnswerAsksMore() {
    office.janAsks("Czy jest winda?").replies(ANNA, "winda", "Jest.").waits(HALF_A_MINUTE);

    office.replies(JAN, "Odpowiedź organizatora", "A od której strony?").presses(JAN, "Przekaż");

    assertThat(office.last(ANNA)).contains("w rozmowie nr 1", "A od której strony?");
  }

  @Test
  void moreIsAskedOfAllWhereTheOneIsNoOrganiserAnyMore() {
    office.janAsks("Czy jest winda?").replies(ANNA, "winda", "Jest.").waits(HALF_A_MINUTE);
    office.dismisses(ANNA);

    office.presses(JAN, "Dopytaj").types(JAN, "A od której strony?").presses(JAN, "Przekaż");

    assertThat(office.last(BARTEK)).contains("A od której strony?");
    assertThat(office.last(ANNA)).doesNotContain("A od której strony?");
  }

  @Test
  void stopWithdrawsQuestionsAndAnswersOnTheirWay() {
    office.janAsks("Czy jest winda?").replies(ANNA, "winda", "Jest.");

    office.types(JAN, "/stop").waits(Duration.ofDays(2));

    assertThat(office.last(JAN)).contains("są wycofane");
    office.replies(BARTEK, "winda", "Jest, jest.");
    assertThat(office.last(BARTEK)).contains("nr 1 zostało wycofane");
    office.waits(HALF_A_MINUTE);
    assertThat(office.last(JAN)).contains("są wycofane");
    assertThat(office.types(JAN, "/stop").last(JAN)).doesNotContain("wycofane");
  }

  @Test
  void secondAnswerDoesNotReachWhoeverSaidStop() {
    office.janAsks("Czy jest winda?").replies(ANNA, "winda", "Jest.").waits(HALF_A_MINUTE);
    office.replies(BARTEK, "winda", "Jest, ale mała.");
    office.types(JAN, "/stop");

    office.presses(BARTEK, "Wyślij też tę").waits(HALF_A_MINUTE);

    assertThat(office.last(BARTEK)).contains("wycofane");
    assertThat(office.texts(JAN)).noneMatch(text -> text.contains("ale mała"));
  }

  @Test
  void organiserLearnsThatTheResidentBlockedTheBot() {
    office.janAsks("Czy jest winda?").blocks(JAN).replies(ANNA, "winda", "Jest.");

    office.waits(HALF_A_MINUTE).runs();

    assertThat(office.last(ANNA)).contains("nr 1 nie doszła", "zablokowała");
    assertThat(office.handovers.find(1)).extracting(Handover::question).isNull();
    assertThat(office.last(BARTEK)).contains("Pytanie nr 1");
  }

  @Test
  void answerToAnOldQuestionWaitsForTheMorningAndToANewOneDoesNot() {
    office.at("2022-02-15T20:50").janAsks("Czy jest winda?");
    office.at("2022-02-15T21:30").replies(ANNA, "winda", "Jest.").waits(HALF_A_MINUTE);
    assertThat(office.last(JAN)).contains("Jest.");

    office.at("2022-02-16T20:00").janAsks("Czy są schody?");
    office.at("2022-02-16T22:00").replies(ANNA, "schody", "Nie ma.");
    assertThat(office.last(ANNA)).contains("Jest noc", "17 lutego, 8:00");
    office.waits(HALF_A_MINUTE);
    assertThat(office.last(JAN)).contains("zostało przekazane");
    office.at("2022-02-17T08:00");
    assertThat(office.last(JAN)).contains("Nie ma.");
  }

  @Test
  void questionAtNightReachesOrganisersInTheMorning() {
    office.at("2022-02-15T23:00").janAsks("Czy jest winda?");

    assertThat(office.last(JAN)).contains("zobaczą je rano");
    assertThat(office.texts(ANNA)).isEmpty();
    office.at("2022-02-16T08:00");
    assertThat(office.last(ANNA)).contains("Czy jest winda?");
  }

  @Test
  void questionWithoutAnAnswerIsRemindedOfOnceInTheMorning() {
    office.at("2022-02-14T12:00").janAsks("Czy jest winda?").at("2022-02-15T12:01");
    assertThat(office.texts(ANNA)).hasSize(1);

    office.at("2022-02-16T08:00").runs().at("2022-02-16T09:00").at("2022-02-18T09:00");

    assertThat(office.texts(ANNA)).hasSize(2);
    assertThat(office.last(ANNA)).contains("od ponad doby", "nr 1", "Czy jest winda?");
    office.replies(ANNA, "od ponad doby", "Jest.").waits(HALF_A_MINUTE);
    assertThat(office.last(JAN)).contains("Jest.");
  }

  @Test
  void answeredQuestionIsNotRemindedOf() {
    office.at("2022-02-14T12:00").janAsks("Czy jest winda?");
    office.replies(ANNA, "winda", "Jest.").waits(HALF_A_MINUTE);

    office.at("2022-02-16T08:00");

    assertThat(office.texts(ANNA)).noneMatch(text -> text.contains("od ponad doby"));
  }

  @Test
  void replyToAQuestionThatWasErasedSaysSo() {
    office.janAsks("Czy jest winda?").waits(Duration.ofDays(31));

    office.replies(ANNA, "winda", "Jest.");

    assertThat(office.last(ANNA)).contains("tego pytania już nie ma");
    assertThat(office.broadcasts.in(Broadcast.State.OPEN)).isEmpty();
  }

  @Test
  void whoeverIsNoOrganiserAnyMorePassesNothingOn() {
    office.janAsks("Czy jest winda?").dismisses(ANNA);

    office.replies(ANNA, "winda", "Jest.").waits(HALF_A_MINUTE);

    assertThat(office.last(ANNA)).contains("tylko organizatorzy");
    assertThat(office.last(JAN)).contains("zostało przekazane");
  }

  @Test
  void replyOfAResidentToAnyNumberIsAQuestion() {
    office.janAsks("Czy jest winda?");

    office.sends(EWA, new Text("kiedy to jest?"), 1L);

    assertThat(office.last(EWA)).contains("17 lutego");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ha:x:2", "ha:y:2", "ha:n:2", "ha:x:99", "ha:q:2", "ha:"})
  void forgedButtonDoesNothingToTheAnswerOfAnother(String data) {
    office.janAsks("Czy jest winda?").replies(ANNA, "winda", "Jest.");
    long answer = office.handovers.answers(1).getFirst().id();

    office.pressesData(BARTEK, data.replace("2", String.valueOf(answer))).waits(HALF_A_MINUTE);

    assertThat(office.last(JAN)).contains("Jest.");
  }

  @Test
  void onlyWordsOfSomeLengthArePassedOn() {
    office.janAsks("Czy jest winda?");

    office.sends(ANNA, new Unreadable(Medium.PHOTO), (long) office.numberOf(ANNA, "winda"));
    assertThat(office.last(ANNA)).contains("tylko tekst");
    office.replies(ANNA, "winda", "x".repeat(3001));
    assertThat(office.last(ANNA)).contains("najwyżej 3000");

    office.waits(HALF_A_MINUTE);
    assertThat(office.last(JAN)).contains("zostało przekazane");
  }

  @Test
  void replyWinsOverATextThatTheDeskWaitsFor() {
    office.janAsks("Czy jest winda?");
    office.subscriptions.subscribe(EWA, AnOffice.WEBINAR, Scope.ALL, "pl", office.now());
    office.types(ANNA, "/rozeslij");

    office.replies(ANNA, "winda", "Jest.").waits(HALF_A_MINUTE);

    assertThat(office.last(JAN)).contains("Jest.");
    assertThat(office.texts(EWA)).isEqualTo(List.of());
  }
}
