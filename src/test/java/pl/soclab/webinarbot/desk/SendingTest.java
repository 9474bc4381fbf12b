package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.ADesk.ANNA;
import static pl.soclab.webinarbot.desk.ADesk.BARTEK;
import static pl.soclab.webinarbot.desk.ADesk.WEBINAR;
import static pl.soclab.webinarbot.desk.ADesk.withTheWebinar;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcast.State;
import pl.soclab.webinarbot.reminders.Delivery;

class SendingTest {
  @Test
  void confirmedTwiceIsSentOnce() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij Zmiana sali").presses("Wyślij do 5 osób");

    assertThat(desk.reads()).contains("Na pewno", "do 5 osób", "Zmiana sali", "cofnąć");
    assertThat(desk.confirmed()).isEmpty();
    String yes = desk.data("Tak, wyślij do 5 osób");
    assertThat(desk.pressesData(yes).reads()).contains("jest zatwierdzona");
    assertThat(desk.pressesData(yes).reads()).contains("drugi raz nie wyjdzie");

    assertThat(desk.confirmed())
        .singleElement()
        .satisfies(
            broadcast -> {
              assertThat(broadcast.state()).isEqualTo(State.SCHEDULED);
              assertThat(broadcast.content()).isEqualTo("Zmiana sali");
              assertThat(broadcast.eventId()).isEqualTo(WEBINAR);
              assertThat(broadcast.author()).isEqualTo(ANNA);
              assertThat(broadcast.due()).isBeforeOrEqualTo(desk.now());
            });
  }

  @Test
  void oldConfirmationAsksAnew() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij Zmiana sali").presses("Wyślij do 5 osób").waits(Duration.ofMinutes(16));

    desk.presses("Tak, wyślij do 5 osób");

    assertThat(desk.reads()).contains("nic nie wysłałem", "Na pewno");
    assertThat(desk.confirmed()).isEmpty();
    desk.presses("Tak, wyślij do 5 osób");
    assertThat(desk.confirmed()).hasSize(1);
  }

  @Test
  void refusedConfirmationShowsThePreviewAgain() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij Zmiana sali").presses("Wyślij do 5 osób").presses("Nie wysyłaj");

    assertThat(desk.labels()).contains("Wyślij do 5 osób", "Odrzuć");
    assertThat(desk.confirmed()).isEmpty();
  }

  @Test
  void confirmedMessageCannotBeDiscardedOrChanged() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    long id = desk.sendsOut("Zmiana sali");

    assertThat(desk.pressesData("d:x:" + id + ":").reads()).contains("drugi raz nie wyjdzie");
    assertThat(desk.pressesData("d:w:" + id + ":").reads()).contains("już nie ma");

    assertThat(desk.broadcast(id).state()).isEqualTo(State.SCHEDULED);
    assertThat(desk.drafts()).isEmpty();
  }

  @Test
  void newMessageLeavesTheOneThatRunsAlone() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);

    desk.types("/rozeslij Jeszcze jedno");

    assertThat(desk.broadcast(id).state()).isEqualTo(State.RUNNING);
    assertThat(desk.drafts()).hasSize(1);
  }

  @Test
  void pausedAndResumedItGoesOn() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    desk.delivers(id, 2, Delivery.State.SENT);
    desk.pressesData("d:s:" + id + ":");

    desk.presses("Wstrzymaj");

    assertThat(desk.reads()).contains("wstrzymano", "Wysłano: 2 z 5", "Zostało: 3");
    assertThat(desk.labels()).containsExactly("Wznów", "Zakończ");
    assertThat(desk.pressesData("d:p:" + id + ":").reads()).contains("wstrzymano");
    assertThat(desk.pressesData("d:r:" + id + ":").reads()).contains("trwa");
    assertThat(desk.broadcast(id).state()).isEqualTo(State.RUNNING);
  }

  @Test
  void pausedBeforeItBeganItWaitsForItsBeginningAgain() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    long id = desk.sendsOut("Zmiana sali");

    desk.pressesData("d:p:" + id + ":");
    assertThat(desk.broadcast(id).state()).isEqualTo(State.PAUSED);
    desk.presses("Wznów");

    assertThat(desk.broadcast(id).state()).isEqualTo(State.SCHEDULED);
    assertThat(desk.broadcast(id).startedAt()).isNull();
  }

  @Test
  void endIsAskedForOnceMore() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    desk.delivers(id, 3, Delivery.State.SENT);
    desk.pressesData("d:s:" + id + ":").presses("Zakończ");

    assertThat(desk.reads()).contains("Na pewno zakończyć", "2 osoby nie dostaną wiadomości");
    assertThat(desk.broadcast(id).state()).isEqualTo(State.RUNNING);
    String yes = desk.data("Tak, zakończ");
    desk.pressesData(yes);

    assertThat(desk.reads()).contains("zakończono przed czasem", "Wysłano: 3 z 5", "): 2");
    assertThat(desk.labels()).isEmpty();
    assertThat(desk.broadcast(id).state()).isEqualTo(State.STOPPED);
    assertThat(desk.pressesData(yes).reads()).contains("zakończono przed czasem");
  }

  @Test
  void oldEndEndsNothing() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    desk.pressesData("d:e:" + id + ":").waits(Duration.ofMinutes(20));

    desk.presses("Tak, zakończ");

    assertThat(desk.reads()).contains("niczego nie zakończyłem", "trwa");
    assertThat(desk.broadcast(id).state()).isEqualTo(State.RUNNING);
  }

  @Test
  void whatHasEndedCannotBeResumed() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    desk.delivers(id, 5, Delivery.State.SENT);
    desk.ends(id);

    assertThat(desk.pressesData("d:r:" + id + ":").reads()).contains("koniec", "Wysłano: 5 z 5");
    assertThat(desk.broadcast(id).state()).isEqualTo(State.DONE);
  }

  @Test
  void anotherOrganiserMayHaltWhatGoesWrong() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);

    desk.sends(BARTEK, new Text("/rozsylki"));
    assertThat(desk.reads()).contains("Rozsyłka nr " + id, "trwa", "Wysłano 0 z 5");
    desk.sends(BARTEK, new ButtonPress("d:p:" + id + ":"));

    assertThat(desk.broadcast(id).state()).isEqualTo(State.PAUSED);
  }

  @Test
  void listShowsTheNewestFirstAndNoDiscardedDraft() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    long first = desk.sendsOut("Pierwsza");
    desk.begins(first);
    desk.delivers(first, 5, Delivery.State.SENT);
    desk.ends(first);
    desk.types("/rozeslij Odrzucona").presses("Odrzuć");
    long second = desk.sendsOut("Druga");
    desk.types("/rozeslij Szkic");

    desk.types("/rozsylki");

    assertThat(desk.reads())
        .contains("16 lutego, 12:00", "koniec. Wysłano 5 z 5", "zaraz się zacznie", "szkic")
        .doesNotContain("Odrzucona");
    assertThat(desk.reads().indexOf("Druga")).isLessThan(desk.reads().indexOf("Pierwsza"));
    assertThat(desk.labels())
        .contains("Nr " + second + ": szczegóły", "Nr " + first + ": szczegóły")
        .first()
        .asString()
        .endsWith("pokaż szkic");
    desk.presses(desk.labels().getFirst());
    assertThat(desk.labels()).contains("Wyślij do 5 osób");
  }

  @Test
  void draftsOfOthersAreNotListed() {
    var desk = withTheWebinar().subscribed(WEBINAR, 5);
    desk.types("/rozeslij Szkic Anny");

    assertThat(desk.sends(BARTEK, new Text("/rozsylki")).reads()).contains("Nie było jeszcze");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 osoba, 1 osoby",
    "2, 2 osoby, 2 osób",
    "5, 5 osób, 5 osób",
    "12, 12 osób, 12 osób",
    "22, 22 osoby, 22 osób",
    "112, 112 osób, 112 osób"
  })
  void numbersHaveTheirForms(int number, String people, String toPeople) {
    var desk = withTheWebinar().subscribed(WEBINAR, number);

    desk.types("/rozeslij Zmiana sali");

    assertThat(desk.reads()).contains(", " + people + ". ");
    assertThat(desk.labels()).contains("Wyślij do " + toPeople);
    Broadcast draft = desk.drafts().getFirst();
    assertThat(draft.content()).isEqualTo("Zmiana sali");
  }
}
