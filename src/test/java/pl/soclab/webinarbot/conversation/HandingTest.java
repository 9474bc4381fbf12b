package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.conversation.AResident.CHAT;
import static pl.soclab.webinarbot.conversation.AnEvent.aWebinar;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.Blocked;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Medium;
import pl.soclab.webinarbot.conversation.IncomingMessage.Moved;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unreadable;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.Handover;
import pl.soclab.webinarbot.questions.NewHandover;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Delivery;

class HandingTest {
  private static final ChatId ANNA = new ChatId(501_000_001L);
  private static final ChatId BARTEK = new ChatId(501_000_002L);
  private static final String ASK = "Zapytaj organizatora";

  private final AResident resident =
      AResident.asking(aWebinar().on("2022-02-17", "9:00")).withOrganisers(ANNA, BARTEK);

  /** The questions that are on their way to the organisers. */
  private List<Broadcast> passedOn() {
    return resident.broadcasts().in(Set.of(Broadcast.State.SCHEDULED));
  }

  private String draft() {
    Handover draft = resident.handovers().draft(CHAT);
    return draft == null ? "none" : draft.state() + " " + draft.question();
  }

  private long draftNumber() {
    return Objects.requireNonNull(resident.handovers().draft(CHAT)).id();
  }

  @Test
  void whereTheFilesDoNotSayAPersonIsOffered() {
    assertThat(resident.types("czy będzie nagranie?").labels().getFirst()).isEqualTo(ASK);

    assertThat(resident.types("kiedy to jest?").labels()).doesNotContain(ASK);
    assertThat(resident.types("dzień dobry").labels()).doesNotContain(ASK);
    assertThat(resident.pressesData("t:recording:2022-02-17-citizenlab").labels()).contains(ASK);
  }

  @ParameterizedTest
  @CsvSource({"en,Ask the organiser", "uk,Запитати організатора"})
  void buttonSpeaksTheLanguageOfTheTalk(String language, String label) {
    resident.speaking(language).pressesData("t:recording:2022-02-17-citizenlab");

    assertThat(resident.labels()).contains(label);
    assertThat(resident.presses(label).labels()).doesNotContain("Anuluj").hasSize(1);
  }

  @Test
  void nobodyIsOfferedWhereNoOrganiserCanBeReached() {
    resident.withOrganisers();

    assertThat(resident.types("czy będzie nagranie?").labels()).doesNotContain(ASK);
    assertThat(resident.types("/zapytaj").reads()).contains("Nie ma teraz organizatora");
    assertThat(draft()).isEqualTo("none");
  }

  @Test
  void onlyOrganiserAsksNobody() {
    resident.withOrganisers(CHAT);

    assertThat(resident.types("czy będzie nagranie?").labels()).doesNotContain(ASK);
  }

  @Test
  void groupIsNotOfferedAPerson() {
    resident.sends(new Text("czy będzie nagranie?"), ChatType.GROUP, true);
    assertThat(resident.reads()).contains("nagranie");
    assertThat(resident.labels()).doesNotContain(ASK);

    resident.sends(new Text("/zapytaj Czy jest winda?"), ChatType.GROUP, true);

    assertThat(resident.reads()).contains("tylko z rozmowy prywatnej");
    assertThat(draft()).isEqualTo("none");
  }

  @Test
  void residentSeesWhatWouldBePassedOnBeforeItIsStored() {
    resident.types("Czy będzie nagranie?");
    assertThat(draft()).isEqualTo("none");

    resident.presses(ASK);

    assertThat(resident.reads())
        .contains(
            "dokładnie to",
            "„Czy będzie nagranie?”",
            "Wydarzenie: O platformie CitizenLab",
            "bez imienia, nazwiska i numeru");
    assertThat(resident.labels()).containsExactly("Przekaż", "Zmień treść", "Anuluj");
    assertThat(draft()).isEqualTo("SHOWN Czy będzie nagranie?");
    assertThat(passedOn()).isEmpty();
  }

  @Test
  void passedOnTwiceItIsPassedOnOnce() {
    resident.types("Czy będzie nagranie?").presses(ASK);
    String data = "q:yes:pl:" + draftNumber();

    assertThat(resident.pressesData(data).reads()).contains("zostało przekazane", "/stop");
    assertThat(resident.pressesData(data).reads()).contains("zostało przekazane");

    assertThat(passedOn())
        .singleElement()
        .satisfies(
            question -> {
              assertThat(question.kind()).isEqualTo(Broadcast.Kind.QUESTION);
              assertThat(question.content()).doesNotContain("nagranie");
              assertThat(resident.broadcasts().deliveries(question.id()))
                  .extracting(Delivery::chat)
                  .containsExactly(ANNA, BARTEK);
            });
  }

  @Test
  void anotherTextMakesAnotherDraft() {
    resident.types("Czy będzie nagranie?").presses(ASK);
    String old = "q:yes:pl:" + draftNumber();

    resident.presses("Zmień treść");
    assertThat(resident.reads()).contains("1000 znaków", "30 minut");
    resident.types("Czy nagranie będzie z napisami?");

    assertThat(resident.reads()).contains("„Czy nagranie będzie z napisami?”");
    assertThat(resident.pressesData(old).reads()).contains("Nic nie zostało przekazane");
    assertThat(passedOn()).isEmpty();
  }

  @Test
  void textThatComesTwiceIsShownTwice() {
    resident.types("/zapytaj").types("Czy jest winda?");

    assertThat(resident.types("Czy jest winda?").labels()).contains("Przekaż");
    assertThat(draft()).isEqualTo("SHOWN Czy jest winda?");
  }

  @Test
  void cancelledDraftIsErased() {
    resident.types("/zapytaj Czy jest winda?").presses("Anuluj");

    assertThat(resident.reads()).isEqualTo("Nic nie zostało przekazane.");
    assertThat(draft()).isEqualTo("none");
  }

  @Test
  void questionThatWasPassedOnCannotBeCancelledByAnOldButton() {
    resident.types("/zapytaj Czy jest winda?");
    long id = draftNumber();
    resident.presses("Przekaż").pressesData("q:no:pl:" + id);

    assertThat(resident.reads()).contains("zostało już przekazane", "/stop");
    assertThat(resident.handovers().open(CHAT)).isEqualTo(1);
  }

  @Test
  void draftIsOldAfterHalfAnHour() {
    resident.types("/zapytaj Czy jest winda?");
    String data = "q:yes:pl:" + draftNumber();
    resident.waits(Duration.ofMinutes(31));

    assertThat(resident.pressesData(data).reads()).contains("ponad 30 minut");
    assertThat(resident.types("Czy jest winda?").labels()).doesNotContain("Przekaż");
    assertThat(passedOn()).isEmpty();
  }

  @Test
  void messageAfterHalfAnHourIsAQuestionAgain() {
    resident.types("/zapytaj").waits(Duration.ofMinutes(31));

    assertThat(resident.types("kiedy to jest?").reads()).contains("17 lutego");
  }

  @Test
  void questionIsForgottenAfterHalfAnHour() {
    resident.types("Czy będzie nagranie?").waits(Duration.ofMinutes(31));

    resident.presses(ASK);

    assertThat(draft()).isEqualTo("AWAITED null");
  }

  @Test
  void pressedTopicDoesNotPassOnAFormerQuestion() {
    resident.types("Czy będzie nagranie?");
    resident.pressesData("t:cost:2022-02-17-citizenlab").presses(ASK);

    assertThat(draft()).isEqualTo("AWAITED null");
  }

  @Test
  void longTextIsAskedForAgain() {
    resident.types("/zapytaj").types("x".repeat(1001));
    assertThat(resident.reads()).contains("najwyżej 1000");
    resident.types("x".repeat(5000));
    assertThat(resident.reads()).contains("najwyżej 1000");
    resident.sends(new Unreadable(Medium.VOICE));
    assertThat(resident.reads()).contains("tylko tekst");

    resident.types("Czy jest winda?");

    assertThat(draft()).isEqualTo("SHOWN Czy jest winda?");
    assertThat(resident.types("/zapytaj " + "x".repeat(1001)).reads()).contains("najwyżej 1000");
    assertThat(draft()).isEqualTo("AWAITED null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/kiedy", "pomoc", "/wydarzenia"})
  void commandEndsTheWaitAndSaysSo(String command) {
    resident.types("/zapytaj").types(command);

    assertThat(resident.reply().getFirst().text().text()).contains("nie zostało przekazane");
    assertThat(resident.reply()).hasSize(2);
    assertThat(draft()).isEqualTo("none");
  }

  @Test
  void fourthOpenQuestionIsKindlyRefused() {
    for (String question : List.of("jeden", "dwa", "trzy")) {
      resident.types("/zapytaj " + question).presses("Przekaż");
    }

    assertThat(resident.types("/zapytaj cztery").reads()).contains("czekają już trzy pytania");
    assertThat(passedOn()).hasSize(3);
  }

  @Test
  void eleventhQuestionOfADayWaitsForTomorrow() {
    for (int i = 1; i <= 10; i++) {
      resident.types("/zapytaj pytanie " + i).presses("Przekaż");
      resident.handovers().cancel(CHAT);
    }

    assertThat(resident.types("/zapytaj jeszcze").reads()).contains("dziś już dziesięć");
    resident.waits(Duration.ofDays(1).plusSeconds(1));
    assertThat(resident.types("/zapytaj jeszcze").labels()).contains("Przekaż");
  }

  @Test
  void strangersNumberInAButtonDoesNothing() {
    var stranger = new ChatId(8);
    long id =
        resident
            .handovers()
            .begin(NewHandover.first(stranger, "pl", null, "Cudze", resident.now()))
            .id();

    assertThat(resident.pressesData("q:yes:pl:" + id).reads()).doesNotContain("Cudze");
    assertThat(resident.pressesData("q:new:pl:" + id).reads()).doesNotContain("Cudze");
    assertThat(resident.pressesData("q:more:pl:" + id).reads()).contains("już nie ma");
    assertThat(resident.pressesData("q:no:pl:" + id).reads()).doesNotContain("Cudze");
    assertThat(resident.pressesData("q:xyz:pl:1").reads()).contains("przycisk już nie działa");

    assertThat(resident.handovers().draft(stranger)).isNotNull();
    assertThat(passedOn()).isEmpty();
  }

  @Test
  void blockErasesTheDraftAndWhatWasTold() {
    resident.types("kiedy to jest?").types("/zapytaj Czy jest winda?");
    assertThat(resident.told().knows(CHAT)).isTrue();

    resident.sends(new Blocked());

    assertThat(draft()).isEqualTo("none");
    assertThat(resident.told().knows(CHAT)).isFalse();
  }

  @Test
  void movedChatKeepsBoth() {
    resident.types("kiedy to jest?").types("/zapytaj Czy jest winda?").presses("Przekaż");
    var to = new ChatId(-100_1L);

    resident.sends(new Moved(to));

    assertThat(resident.told().knows(to)).isTrue();
    assertThat(resident.handovers().open(to)).isEqualTo(1);
    assertThat(resident.told().knows(CHAT)).isFalse();
  }

  @Test
  void onlyFactsOfAnEventCountAsTold() {
    resident.types("czy będzie nagranie?").types("dzień dobry").types("/pomoc");
    assertThat(resident.told().knows(CHAT)).isFalse();

    resident.types("/link");
    assertThat(resident.told().knows(CHAT)).isTrue();
  }

  @Test
  void helpNamesTheCommand() {
    assertThat(resident.types("/pomoc").reads()).contains("/zapytaj");
  }
}
