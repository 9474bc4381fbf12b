package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.ADesk.ANNA;
import static pl.soclab.webinarbot.desk.ADesk.BARTEK;
import static pl.soclab.webinarbot.desk.ADesk.GROUP;
import static pl.soclab.webinarbot.desk.ADesk.RESIDENT;
import static pl.soclab.webinarbot.desk.ADesk.RESIDENTS;
import static pl.soclab.webinarbot.desk.ADesk.WEBINAR;
import static pl.soclab.webinarbot.desk.ADesk.withTheWebinar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Medium;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unreadable;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcast.State;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.Scope;

class DraftingTest {
  @ParameterizedTest
  @ValueSource(strings = {"/rozeslij", "/rozeslij Tekst", "/plan", "/rozsylki", "/Roześlij"})
  void commandsAreRefusedToAnybodyElseInOneSentence(String command) {
    var desk = withTheWebinar().subscribed(WEBINAR, 3);

    desk.sends(RESIDENT, new Text(command));

    assertThat(desk.reads()).contains("organizatorzy").containsOnlyOnce(".").endsWith(".");
    assertThat(desk.labels()).isEmpty();
    assertThat(desk.drafts()).isEmpty();
  }

  @Test
  void refusalNamesTheNumberThatTheOperatorNeeds() {
    assertThat(withTheWebinar().sends(RESIDENT, new Text("/rozeslij")).reads())
        .contains(RESIDENT.toString());
  }

  @Test
  void groupIsAskedToComeToThePrivateChat() {
    var desk = withTheWebinar().subscribed(WEBINAR, 3);

    desk.sends(GROUP, ChatType.GROUP, new Text("/rozeslij Tekst"));

    assertThat(desk.reads()).contains("w rozmowie prywatnej");
    assertThat(desk.drafts()).isEmpty();
  }

  @Test
  void pressesOfTheDeskByAnybodyElseAreNoneOfTheDesks() {
    var desk = withTheWebinar().subscribed(WEBINAR, 3);
    desk.types("/rozeslij Zmiana sali").presses("Wyślij do 3 osób");
    String yes = desk.data("Tak, wyślij do 3 osób");

    desk.sends(RESIDENT, new ButtonPress(yes));

    assertThat(desk.reads()).isEqualTo(RESIDENTS);
    assertThat(desk.confirmed()).isEmpty();
  }

  @Test
  void everythingElseOfAnOrganiserGoesToTheResidentsConversation() {
    var desk = withTheWebinar().subscribed(WEBINAR, 3);

    assertThat(desk.types("o której to?").reads()).isEqualTo(RESIDENTS);
    assertThat(desk.types("/kiedy").reads()).isEqualTo(RESIDENTS);
    assertThat(desk.pressesData("t:time:").reads()).isEqualTo(RESIDENTS);
    assertThat(desk.sends(ANNA, new Unreadable(Medium.PHOTO)).reads()).isEqualTo(RESIDENTS);
  }

  @Test
  void helpOfAnOrganiserHasTheirCommandsToo() {
    var desk = withTheWebinar();

    assertThat(desk.types("/pomoc").reads()).contains(RESIDENTS, "/rozeslij – ", "/rozsylki – ");
    assertThat(desk.sends(RESIDENT, new Text("/pomoc")).reads()).isEqualTo(RESIDENTS);
  }

  @Test
  void textBehindTheCommandIsShownAsResidentsWillSeeIt() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);

    desk.types("/rozeslij Zmiana sali:\nparter, sala 2");

    assertThat(desk.reply().getFirst().text().text())
        .isEqualTo("Od organizatorów: Zmiana sali:\nparter, sala 2");
    assertThat(desk.reply().getLast().text().text())
        .contains("zapisani na „O platformie CitizenLab”, 5 osób", "Nic jeszcze nie wyszło");
    assertThat(desk.labels())
        .contains("Wyślij próbę tylko do mnie", "Wyślij do 5 osób", "Zmień treść", "Odrzuć");
    assertThat(desk.confirmed()).isEmpty();
  }

  @Test
  void textMayComeInTheNextMessage() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);

    desk.types("/rozeslij");

    assertThat(desk.reads()).contains("Następną wiadomość", "5 osób");
    assertThat(desk.labels()).containsExactly("Anuluj");
    desk.types("Zmiana sali");
    assertThat(desk.reads()).contains("Od organizatorów: Zmiana sali");
    assertThat(desk.drafts())
        .singleElement()
        .extracting(Broadcast::content)
        .isEqualTo("Zmiana sali");
  }

  @Test
  void draftSurvivesARestart() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij");
    desk.restarts();
    desk.types("Zmiana sali");
    String send = desk.data("Wyślij do 5 osób");
    desk.restarts();

    desk.pressesData(send).presses("Tak, wyślij do 5 osób");

    assertThat(desk.scheduled().content()).isEqualTo("Zmiana sali");
  }

  @Test
  void textThatComesTwiceAfterACrashIsShownTwiceAndNotAnsweredAsAQuestion() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij").types("Zmiana sali");

    desk.types("Zmiana sali");

    assertThat(desk.reads()).contains("Od organizatorów: Zmiana sali");
    assertThat(desk.drafts()).hasSize(1);
  }

  @Test
  void questionTypedLaterIsAQuestionAgain() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij").waits(Duration.ofMinutes(31));

    desk.types("o której to?");

    assertThat(desk.reads()).contains("jak pytanie", RESIDENTS);
    assertThat(desk.drafts()).isEmpty();
    assertThat(desk.types("a link?").reads()).isEqualTo(RESIDENTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/kiedy", "/plan", "/rozsylki"})
  void anotherCommandEndsTheWaitAndSaysSo(String command) {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij");

    desk.types(command);

    assertThat(desk.reads()).contains("jest odrzucona");
    assertThat(desk.drafts()).isEmpty();
    assertThat(desk.types("kiedy?").reads()).isEqualTo(RESIDENTS);
  }

  @Test
  void residentsButtonEndsTheWaitToo() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij");

    desk.pressesData("t:time:");

    assertThat(desk.reads()).contains("jest odrzucona", RESIDENTS);
    assertThat(desk.types("a link?").reads()).isEqualTo(RESIDENTS);
  }

  @Test
  void pictureIsNoText() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij");

    desk.sends(ANNA, new Unreadable(Medium.PHOTO));

    assertThat(desk.reads()).contains("tylko tekst");
    assertThat(desk.types("Zmiana sali").reads()).contains("Od organizatorów: Zmiana sali");
  }

  @Test
  void cancelledWaitSwallowsNothing() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);

    desk.types("/rozeslij").presses("Anuluj");

    assertThat(desk.reads()).contains("nic nie wyszło");
    assertThat(desk.types("kiedy?").reads()).isEqualTo(RESIDENTS);
  }

  @Test
  void discardedDraftCannotBeSentFromItsOldButtons() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij Zmiana sali");
    String send = desk.data("Wyślij do 5 osób");
    desk.presses("Odrzuć");

    desk.pressesData(send);

    assertThat(desk.reads()).contains("już nie ma");
    assertThat(desk.labels()).isEmpty();
  }

  @Test
  void anotherTextMakesTheOldButtonsUseless() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij Zmiana sali").presses("Wyślij do 5 osób");
    String oldYes = desk.data("Tak, wyślij do 5 osób");
    desk.presses("Nie wysyłaj").presses("Zmień treść").types("Zmiana godziny");

    desk.pressesData(oldYes);

    assertThat(desk.reads()).contains("już nie ma");
    assertThat(desk.confirmed()).isEmpty();
    assertThat(desk.drafts())
        .singleElement()
        .extracting(Broadcast::content)
        .isEqualTo("Zmiana godziny");
  }

  @Test
  void textStaysWhereTheChangeOfItIsCancelled() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij Zmiana sali").presses("Zmień treść");

    desk.presses("Anuluj");

    assertThat(desk.reads()).contains("bez zmian", "Od organizatorów: Zmiana sali");
    assertThat(desk.labels()).contains("Wyślij do 5 osób");
  }

  @Test
  void testGoesToTheOrganiserAlone() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij Zmiana sali");

    desk.presses("Wyślij próbę tylko do mnie");

    assertThat(desk.reply()).allSatisfy(message -> assertThat(message.chat()).isEqualTo(ANNA));
    assertThat(desk.reply().getFirst().text().text()).isEqualTo("Od organizatorów: Zmiana sali");
    assertThat(desk.confirmed()).isEmpty();
  }

  @Test
  void withSeveralEventsItIsAskedForWhom() {
    var desk =
        withTheWebinar()
            .with("warsztaty", "Warsztaty garncarskie", "2022-02-20T11:00")
            .with("pusty", "Spotkanie bez zapisanych", "2022-02-21T11:00")
            .subscribed(WEBINAR, 1)
            .subscribed("warsztaty", 22);

    desk.types("/rozeslij");

    assertThat(desk.labels())
        .containsExactly(
            "1 osoba: zapisani na „O platformie CitizenLab”",
            "22 osoby: zapisani na „Warsztaty garncarskie”",
            "23 osoby: wszyscy zapisani");
    desk.presses("22 osoby: zapisani na „Warsztaty garncarskie”").types("Prosimy o fartuchy");
    assertThat(desk.labels()).contains("Wyślij do 22 osób");
    assertThat(desk.drafts())
        .singleElement()
        .satisfies(
            draft -> {
              assertThat(draft.eventId()).isEqualTo("warsztaty");
              assertThat(draft.scopes()).isEqualTo(NewBroadcast.MESSAGE_SCOPES);
            });
  }

  @Test
  void otherChoiceOfTheSameTextMakesAnotherDraft() {
    var desk =
        withTheWebinar()
            .with("warsztaty", "Warsztaty garncarskie", "2022-02-20T11:00")
            .subscribed(WEBINAR, 1)
            .subscribed("warsztaty", 22);
    desk.types("/rozeslij Dziękujemy");
    String everyone = desk.data("23 osoby: wszyscy zapisani");
    desk.presses("1 osoba: zapisani na „O platformie CitizenLab”").presses("Wyślij do 1 osoby");
    String yesToOne = desk.data("Tak, wyślij do 1 osoby");

    desk.pressesData(everyone);

    assertThat(desk.labels()).contains("Wyślij do 23 osób");
    assertThat(desk.pressesData(yesToOne).reads()).contains("już nie ma");
    assertThat(desk.confirmed()).isEmpty();
    assertThat(desk.drafts()).singleElement().extracting(Broadcast::eventId).isNull();
  }

  @Test
  void eventThatIsJustOverCanBeWrittenAbout() {
    var desk = withTheWebinar().subscribed(WEBINAR, 4).waits(Duration.ofDays(3));

    assertThat(desk.types("/rozeslij Nagranie jest gotowe").labels()).contains("Wyślij do 4 osób");
  }

  @Test
  void withoutSubscribersThereIsNobodyToWriteTo() {
    var desk = withTheWebinar();
    desk.subscriptions.subscribe(RESIDENT, WEBINAR, Scope.LAST_HOUR, "pl", desk.now());

    desk.types("/rozeslij Zmiana sali");

    assertThat(desk.reads()).contains("nie ma do kogo pisać");
    assertThat(desk.drafts()).isEmpty();
  }

  @Test
  void subscribersWhoLeaveMeanwhileLeaveNothingToConfirm() {
    var desk = withTheWebinar();
    desk.subscriptions.subscribe(RESIDENT, WEBINAR, Scope.ALL, "pl", desk.now());
    desk.types("/rozeslij Zmiana sali").presses("Wyślij do 1 osoby");
    desk.subscriptions.stop(RESIDENT);

    desk.presses("Tak, wyślij do 1 osoby");

    assertThat(desk.reads()).contains("nie ma do kogo pisać");
    assertThat(desk.confirmed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3500, true", "3501, false"})
  void textHasALimit(int length, boolean fits) {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij");

    desk.types("a".repeat(length));

    assertThat(desk.labels().contains("Wyślij do 5 osób")).isEqualTo(fits);
    assertThat(desk.reads().contains("Treść ma 3501 znaków, a może mieć najwyżej 3500"))
        .isEqualTo(!fits);
    assertThat(desk.types("/rozeslij " + "a".repeat(length)).labels().isEmpty()).isEqualTo(!fits);
  }

  @Test
  void eventThatLeftTheFilesIsWrittenToNoMore() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij Zmiana sali").presses("Wyślij do 5 osób");
    desk.forgets(WEBINAR);

    desk.presses("Tak, wyślij do 5 osób");

    assertThat(desk.reads()).contains("nie ma już w plikach");
    assertThat(desk.confirmed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d:",
        "d:y",
        "d:y:1:",
        "d:y:1:zzzzzzzzzzzzzzzzzzzz",
        "d:y:1:-1",
        "d:y:1:!",
        "d:q:1:",
        "d:y:999999999999999999999:x",
        "d:y:-1:x",
        "d:c:77:",
        "d:a:77:*",
        "d:a:0:nie-ma",
        "d:p:1:",
        "d:z:1:0",
        "d:s:1:",
        "d:w:99:",
        "d:x:99:",
        "d:t:99:",
        "d:k:99:"
      })
  void forgedPressSendsNothing(String data) {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij Zmiana sali");

    desk.pressesData(data);

    assertThat(desk.reply()).isNotEmpty();
    assertThat(desk.confirmed()).isEmpty();
    assertThat(desk.drafts()).extracting(Broadcast::state).containsOnly(State.DRAFT);
  }

  @Test
  void organiserCannotSendTheDraftOfAnother() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij Zmiana sali").presses("Wyślij do 5 osób");
    String yes = desk.data("Tak, wyślij do 5 osób");

    desk.sends(BARTEK, new ButtonPress(yes));

    assertThat(desk.reads()).contains("już nie ma");
    assertThat(desk.confirmed()).isEmpty();
  }

  @Test
  void everyButtonFitsTelegram() {
    String id = "bardzo-dluga-nazwa-pliku-z-wydarzeniem-ktora-nie-miesci-sie-w-przycisku-wcale";
    var desk =
        withTheWebinar()
            .with(id, "Wydarzenie o tak długim tytule, że nie mieści się na przycisku", null)
            .subscribed(WEBINAR, 5)
            .subscribed(id, 5);

    desk.types("/rozeslij Zmiana sali");

    List<String> labels = desk.labels();
    assertThat(labels).hasSize(3).allSatisfy(label -> assertThat(label).hasSizeLessThan(62));
    assertThat(labels)
        .allSatisfy(
            label ->
                assertThat(desk.data(label).getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(64));
    assertThat(desk.presses(labels.get(1)).labels()).contains("Wyślij do 5 osób");
  }

  @Test
  void chatsOfOrganisersAreKnownForReports() {
    assertThat(new ListedOrganisers(java.util.Set.of(BARTEK, ANNA)).all())
        .containsExactly(ANNA, BARTEK);
    assertThat(new ListedOrganisers(java.util.Set.of(ANNA)).contains(new ChatId(1))).isFalse();
  }
}
