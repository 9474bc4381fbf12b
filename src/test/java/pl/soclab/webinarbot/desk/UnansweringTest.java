package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.soclab.webinarbot.desk.ADesk.ANNA;
import static pl.soclab.webinarbot.desk.ADesk.BARTEK;
import static pl.soclab.webinarbot.desk.ADesk.RESIDENT;
import static pl.soclab.webinarbot.desk.ADesk.RESIDENTS;
import static pl.soclab.webinarbot.desk.ADesk.WEBINAR;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.AnswerNews;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Medium;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unreadable;
import pl.soclab.webinarbot.questions.OpenQuestion;
import pl.soclab.webinarbot.questions.OpenQuestion.State;
import pl.soclab.webinarbot.questions.Unanswered;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.QuietHours;

class UnansweringTest {
  private static final String FILE = "odpowiedzi/z-rozmow-" + WEBINAR + ".md";
  private static final String ANSWER = "Parking jest za szkołą.";

  private final ADesk desk = ADesk.withTheWebinar();

  private long asked(String text, @Nullable String topic) {
    return desk.questions.note(
        Objects.requireNonNull(Unanswered.of(text, topic, WEBINAR)), desk.now());
  }

  private OpenQuestion question(long id) {
    return Objects.requireNonNull(desk.questions.find(id));
  }

  /** What the event's file holds; empty where there is none. */
  private String file() {
    return desk.publisher.files.getOrDefault(FILE, "");
  }

  /** Anna opens the first question of the list and answers it. */
  private void answers(String text) {
    desk.types("/bez_odpowiedzi").presses(desk.labels().getFirst()).types(text);
  }

  @Test
  void listTellsWhatIsAskedMostAndWhoWaits() {
    long parking = asked("czy będzie parking", "parking");
    asked("gdzie zaparkować samochód?", "parking");
    asked("czy jest wata cukrowa?", null);
    desk.questions.watches().watch(parking, RESIDENT, "pl", desk.now());

    desk.types("/bez_odpowiedzi");

    assertThat(desk.reads())
        .isEqualTo(
            """
            Pytania, na które bot nie znalazł odpowiedzi: 2. Najczęstsze są na początku. Kto pytał, tego bot nie zapisuje.

            1. „czy będzie parking”
            zadane 2 razy, „O platformie CitizenLab”, na odpowiedź czeka: 1 osoba

            2. „czy jest wata cukrowa?”
            zadane 1 raz, „O platformie CitizenLab”""");
    assertThat(desk.labels()).containsExactly("1. czy będzie parking", "2. czy jest wata cukrowa?");
  }

  @Test
  void emptyListSaysSo() {
    desk.types("/bez_odpowiedzi");

    assertThat(desk.reads()).isEqualTo("Nie ma teraz żadnego pytania bez odpowiedzi.");
  }

  @Test
  void longListHasPages() {
    String letters = "abcdefghijklmnopqr";
    for (int i = 0; i < letters.length(); i++) {
      asked(String.valueOf(letters.charAt(i)).repeat(5), null);
    }

    desk.types("/bez_odpowiedzi");
    assertThat(desk.labels()).hasSize(9).endsWith("Dalsze");
    desk.presses("Dalsze").presses("Dalsze");

    assertThat(desk.labels()).hasSize(3).endsWith("Wcześniejsze");
    assertThat(desk.labels().getFirst()).startsWith("17. ");
    desk.pressesData("q:l:999999999999999999");
    assertThat(desk.labels().getFirst()).startsWith("17. ");
  }

  @Test
  void oneTapShowsThePhrasingsAndAsksForTheAnswer() {
    asked("czy będzie parking", "parking");
    asked("gdzie zaparkować samochód?", "parking");

    desk.types("/bez_odpowiedzi").presses("1. czy będzie parking");

    assertThat(desk.reads())
        .contains("• czy będzie parking\n• gdzie zaparkować samochód?", "najwyżej 600 znaków");
    assertThat(desk.labels()).containsExactly("Pomiń", "Nie teraz");
  }

  @Test
  void answerIsShownBeforeAnythingIsPublished() {
    asked("czy będzie parking", "parking");

    answers(ANSWER);

    assertThat(desk.reply()).hasSize(2);
    assertThat(desk.reply().getFirst().text().text()).isEqualTo(ANSWER);
    assertThat(desk.reads()).contains("• czy będzie parking", "Nic jeszcze nie zostało");
    assertThat(desk.labels()).containsExactly("Opublikuj", "Zmień", "Odrzuć");
    assertThat(desk.publisher.files).isEmpty();
    assertThat(desk.awaited.of(ANNA)).isNull();
  }

  @Test
  void publishedAnswerIsGivenFromThenOn() {
    long id = asked("czy będzie parking", "parking");
    asked("gdzie zaparkować samochód?", "parking");
    answers(ANSWER);

    desk.presses("Opublikuj");

    assertThat(desk.reads())
        .startsWith("Opublikowane w pliku " + FILE)
        .contains("Sprawdzone: na każde z tych pytań bot odpowiada teraz tą odpowiedzią.");
    assertThat(file()).contains("wydarzenie: \"" + WEBINAR, "## czy będzie parking?", ANSWER);
    assertThat(question(id).state()).isEqualTo(State.ANSWERED);
    assertThat(desk.types("/bez_odpowiedzi").reads()).startsWith("Nie ma teraz żadnego");
  }

  @Test
  void whoWaitsIsTold() {
    long id = asked("czy będzie parking", "parking");
    desk.questions.watches().watch(id, RESIDENT, "pl", desk.now());
    answers(ANSWER);
    desk.presses("Opublikuj");

    assertThat(desk.reads()).contains("O wiadomość z odpowiedzią prosi: 1 osoba.");
    new AnswerNews(
            desk.questions,
            desk.questions.watches(),
            desk.broadcasts,
            desk::knowledge,
            QuietHours.USUAL)
        .tick(desk.now());

    Broadcast told = desk.scheduled();
    assertThat(told.kind()).isEqualTo(Broadcast.Kind.ANSWER);
    assertThat(told.content()).isEqualTo("pl\nczy będzie parking\n" + ANSWER);
    assertThat(desk.broadcasts.delivery(told.id(), RESIDENT)).isNotNull();
  }

  @Test
  void answerOfAnySignsIsPublishedAsItWasShown() {
    asked("czy będzie parking", "parking");
    String typed = "# Tak\n---\n<b>za szkołą</b>: https://gmina.pl/mapa_b?x=1&y=2";

    answers(typed);
    assertThat(desk.reply().getFirst().text().text()).isEqualTo(typed);
    desk.presses("Opublikuj");

    assertThat(desk.reads()).contains("Sprawdzone");
    assertThat(desk.knowledge().readyAnswers().getFirst().text()).isEqualTo(typed);
  }

  @Test
  void whatTheFilesStillAnswerOtherwiseIsTold() {
    asked("czy będzie parking", "parking");
    desk.publisher.files.put("odpowiedzi/a.md", "# A\n\n## czy będzie parking?\n\nNie wiadomo.\n");
    answers(ANSWER);

    desk.presses("Opublikuj");

    assertThat(desk.reads()).contains("nadal odpowiada inaczej:\n• czy będzie parking");
  }

  @Test
  void phrasingThatCameMeanwhileIsNotAnsweredUnseen() {
    asked("czy będzie parking", "parking");
    answers(ANSWER);
    asked("jaki autobus tam jedzie?", "parking");

    desk.presses("Opublikuj");

    assertThat(file()).doesNotContain("autobus");
  }

  @Test
  void turnThatBrokeBehindTheFileIsDoneOnce() {
    long id = asked("czy będzie parking", "parking");
    answers(ANSWER);
    String publish = desk.data("Opublikuj");
    desk.publisher.diesBehindTheWriting();
    assertThatThrownBy(() -> desk.pressesData(publish)).hasMessage("the process died");
    String written = file();

    desk.pressesData(publish);

    assertThat(desk.reads()).startsWith("Opublikowane");
    assertThat(file()).isEqualTo(written);
    assertThat(question(id).state()).isEqualTo(State.ANSWERED);
  }

  @Test
  void oldButtonDoesNotUndoWhatWasEditedSince() {
    asked("czy będzie parking", "parking");
    answers(ANSWER);
    String publish = desk.data("Opublikuj");
    desk.pressesData(publish);
    desk.publisher.files.put(FILE, file().replace("szkołą", "kościołem"));

    desk.pressesData(publish);

    assertThat(file()).contains("za kościołem").doesNotContain("szkołą");
  }

  @Test
  void turnThatBrokeBehindTheTextShowsThePreviewAgain() {
    asked("czy będzie parking", "parking");
    answers(ANSWER);

    desk.restarts();
    desk.types(ANSWER);

    assertThat(desk.labels()).containsExactly("Opublikuj", "Zmień", "Odrzuć");
    assertThat(desk.types("o której to jest?").reads()).isEqualTo(RESIDENTS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void fileThatChangedMeanwhileIsReadAnew(int rivals) {
    asked("czy będzie parking", "parking");
    answers(ANSWER);
    desk.publisher.meetsRivals(rivals);

    desk.presses("Opublikuj");

    assertThat(desk.reads()).startsWith("Opublikowane");
    assertThat(file()).contains("# Ktoś inny 0", ANSWER);
  }

  @Test
  void fileThatNeverRestsIsLeftAlone() {
    long id = asked("czy będzie parking", "parking");
    answers(ANSWER);
    desk.publisher.meetsRivals(3);

    desk.presses("Opublikuj");

    assertThat(desk.reads()).startsWith("Plik zmienia się w tej chwili");
    assertThat(question(id).state()).isEqualTo(State.OPEN);
    assertThat(desk.presses("Opublikuj").reads()).startsWith("Opublikowane");
  }

  @Test
  void fullDiskLosesNoAnswer() {
    long id = asked("czy będzie parking", "parking");
    answers(ANSWER);
    desk.publisher.fails("No space left on device");

    desk.presses("Opublikuj");

    assertThat(desk.reads()).startsWith("Nie udało się zapisać").doesNotContain("No space");
    assertThat(question(id).state()).isEqualTo(State.OPEN);
    desk.publisher.fails(null);
    assertThat(desk.presses("Opublikuj").reads()).startsWith("Opublikowane");
  }

  @Test
  void anotherTextMakesTheOldButtonsStale() {
    asked("czy będzie parking", "parking");
    answers("Tak.");
    String old = desk.data("Opublikuj");

    desk.presses("Zmień").types(ANSWER);

    assertThat(desk.reply().getFirst().text().text()).isEqualTo(ANSWER);
    assertThat(desk.pressesData(old).reads()).startsWith("Tej wersji odpowiedzi już nie ma");
    assertThat(desk.publisher.files).isEmpty();
  }

  @Test
  void publishingTheOldTextEndsTheWaitingForAnother() {
    asked("czy będzie parking", "parking");
    answers(ANSWER);
    String old = desk.data("Opublikuj");

    desk.presses("Zmień").pressesData(old);

    assertThat(desk.reads()).startsWith("Opublikowane");
    assertThat(desk.types("dziękuję").reads()).isEqualTo(RESIDENTS);
  }

  @Test
  void discardedAnswerLeavesTheQuestion() {
    long id = asked("czy będzie parking", "parking");
    answers(ANSWER);
    String publish = desk.data("Opublikuj");

    desk.presses("Odrzuć");

    assertThat(desk.reads()).startsWith("Odrzucone");
    assertThat(question(id).state()).isEqualTo(State.OPEN);
    assertThat(desk.pressesData(publish).reads()).startsWith("Tej wersji");
  }

  @Test
  void dismissedQuestionComesBackWhenItIsAskedFiveMoreTimes() {
    asked("czy będzie parking", "parking");

    desk.types("/bez_odpowiedzi").presses("1. czy będzie parking").presses("Pomiń");

    assertThat(desk.reads()).startsWith("Pominięte. Pytanie wróci na listę");
    assertThat(desk.awaited.of(ANNA)).isNull();
    assertThat(desk.types("/bez_odpowiedzi").reads()).startsWith("Nie ma");
    for (int i = 0; i < 5; i++) {
      asked("czy będzie parking", "parking");
    }
    assertThat(desk.types("/bez_odpowiedzi").reads()).contains("zadane 6 razy");
  }

  @Test
  void notNowEndsTheWaiting() {
    asked("czy będzie parking", "parking");

    desk.types("/bez_odpowiedzi").presses("1. czy będzie parking").presses("Nie teraz");

    assertThat(desk.types(ANSWER).reads()).isEqualTo(RESIDENTS);
    assertThat(desk.questions.count()).isEqualTo(1);
  }

  @Test
  void textBehindHalfAnHourIsAQuestionAgain() {
    asked("czy będzie parking", "parking");
    desk.types("/bez_odpowiedzi").presses("1. czy będzie parking");

    desk.waits(Awaited.WAIT.plusSeconds(1)).types(ANSWER);

    assertThat(desk.reads()).startsWith("Odpowiedź na pytanie mieszkańców nie przyszła");
    assertThat(desk.reads()).endsWith(RESIDENTS);
    assertThat(desk.types(ANSWER).reads()).isEqualTo(RESIDENTS);
  }

  @Test
  void anotherCommandEndsTheWaiting() {
    asked("czy będzie parking", "parking");
    desk.types("/bez_odpowiedzi").presses("1. czy będzie parking");

    desk.types("/rozsylki");

    assertThat(desk.reads()).startsWith("Odpowiedź, na którą czekałem, nie została napisana.");
    assertThat(desk.awaited.of(ANNA)).isNull();
  }

  @Test
  void draftOfABroadcastDoesNotSwallowTheAnswer() {
    asked("czy będzie parking", "parking");
    desk.subscribed(WEBINAR, 2).types("/bez_odpowiedzi");
    String question = desk.data("1. czy będzie parking");
    desk.types("/rozeslij");

    desk.pressesData(question).types(ANSWER);

    assertThat(desk.labels()).containsExactly("Opublikuj", "Zmień", "Odrzuć");
    assertThat(desk.drafts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\u200B\n"})
  void emptyAnswerIsAskedForAgain(String text) {
    asked("czy będzie parking", "parking");

    answers(text);

    assertThat(desk.reads()).startsWith("Odpowiedź jest pusta.");
    assertThat(desk.types(ANSWER).labels()).contains("Opublikuj");
  }

  @Test
  void longAnswerIsAskedForAgain() {
    asked("czy będzie parking", "parking");

    answers("a".repeat(601));

    assertThat(desk.reads()).startsWith("Odpowiedź ma 601 znaków, a może mieć najwyżej 600.");
    assertThat(desk.types("a".repeat(600)).labels()).contains("Opublikuj");
  }

  @Test
  void pictureIsNoAnswer() {
    asked("czy będzie parking", "parking");
    desk.types("/bez_odpowiedzi").presses("1. czy będzie parking");

    desk.sends(ANNA, new Unreadable(Medium.PHOTO));

    assertThat(desk.reads()).startsWith("Odpowiedzią może być tylko tekst.");
    assertThat(desk.types(ANSWER).labels()).contains("Opublikuj");
  }

  @Test
  void answerHasNowhereToStandWhereItsEventIsGone() {
    asked("czy będzie parking", "parking");
    answers(ANSWER);
    String publish = desk.data("Opublikuj");
    desk.forgets(WEBINAR);

    assertThat(desk.pressesData(publish).reads()).startsWith("Tego wydarzenia nie ma już");
    desk.types("/bez_odpowiedzi");
    assertThat(desk.reads()).contains("nie ma już w plikach (" + WEBINAR + ")");
    desk.presses("1. czy będzie parking");

    assertThat(desk.labels()).containsExactly("Pomiń");
    assertThat(desk.publisher.files).isEmpty();
  }

  @Test
  void secondOrganiserSeesTheAnswerOfTheFirst() {
    asked("czy będzie parking", "parking");
    desk.types("/bez_odpowiedzi");
    String open = desk.data("1. czy będzie parking");
    desk.sends(BARTEK, new ButtonPress(open)).sends(BARTEK, new Text("Nie ma."));
    String publish = desk.data("Opublikuj");
    answers(ANSWER);
    desk.presses("Opublikuj");

    desk.sends(BARTEK, new ButtonPress(publish));

    assertThat(desk.reads())
        .isEqualTo("Na to pytanie jest już opublikowana odpowiedź:\n\n" + ANSWER);
    assertThat(file()).doesNotContain("Nie ma.");
  }

  @Test
  void draftIsItsAuthorsAlone() {
    asked("czy będzie parking", "parking");
    answers(ANSWER);
    String publish = desk.data("Opublikuj");

    desk.sends(BARTEK, new ButtonPress(publish));

    assertThat(desk.reads()).startsWith("Tej wersji odpowiedzi już nie ma");
    assertThat(desk.publisher.files).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q:",
        "q:o:",
        "q:o:x",
        "q:z:1",
        "q:o:0",
        "q:x:5",
        "q:p:5",
        "q:w:5",
        "q:d:5",
        "q:o:9999999999999999999",
        "q:o:1:2"
      })
  void forgedButtonsDoNothing(String data) {
    desk.pressesData(data);

    assertThat(desk.reads()).contains("/bez_odpowiedzi");
    assertThat(desk.publisher.files).isEmpty();
    assertThat(desk.awaited.of(ANNA)).isNull();
  }

  @Test
  void strangersAreRefused() {
    asked("czy będzie parking", "parking");

    desk.sends(RESIDENT, new Text("/bez_odpowiedzi"));
    assertThat(desk.reads()).startsWith("Przepraszam, pytania bez odpowiedzi widzą tylko");
    desk.sends(RESIDENT, new ButtonPress("q:o:1"));

    assertThat(desk.reads()).isEqualTo(RESIDENTS);
    desk.sends(ANNA, ChatType.GROUP, new Text("/bez_odpowiedzi"));
    assertThat(desk.reads()).startsWith("Polecenie /bez_odpowiedzi działa tylko");
  }

  @Test
  void answerMayComeHoursBehindThePreview() {
    asked("czy będzie parking", "parking");
    answers(ANSWER);
    String publish = desk.data("Opublikuj");

    desk.restarts();
    desk.waits(Duration.ofHours(20)).pressesData(publish);

    assertThat(desk.reads()).startsWith("Opublikowane");
  }
}
