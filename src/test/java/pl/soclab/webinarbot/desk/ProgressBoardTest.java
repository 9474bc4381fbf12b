package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.ADesk.WEBINAR;
import static pl.soclab.webinarbot.desk.ADesk.withTheWebinar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.SendOutcome;
import pl.soclab.webinarbot.reminders.Broadcast.State;
import pl.soclab.webinarbot.reminders.Delivery;
import pl.soclab.webinarbot.reminders.Pause;

class ProgressBoardTest {
  private final ADesk desk = withTheWebinar().subscribed(WEBINAR, 500);
  private final FakeTelegram telegram = desk.telegram;
  private ProgressBoard board = desk.newBoard();

  private void tick() {
    board.tick(desk.now());
  }

  private void tickAfter(Duration time) {
    desk.waits(time);
    tick();
  }

  @Test
  void confirmedBroadcastShowsItsProgressOnce() {
    long id = desk.sendsOut("Zmiana sali");

    tick();
    tick();

    assertThat(telegram.sent())
        .singleElement()
        .asString()
        .contains("Rozsyłka nr " + id + ": zaraz się zacznie", "500 osób", "„Zmiana sali”");
    assertThat(desk.broadcast(id).progressMessage()).isEqualTo(77);
    assertThat(telegram.edits()).isEmpty();
  }

  @Test
  void progressIsEditedWithPaceAndEnd() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    tick();
    for (int i = 0; i < 2; i++) {
      desk.delivers(id, 15, Delivery.State.SENT);
      tickAfter(Duration.ofSeconds(5));
    }

    assertThat(telegram.edits()).hasSize(2);
    assertThat(telegram.shown().text().text())
        .contains("trwa", "Wysłano: 30 z 500", "Zostało: 470", "Tempo: 3 na sekundę")
        .contains("koniec około 12:03");
    assertThat(telegram.shown().buttons().stream().map(row -> row.getFirst().label()))
        .containsExactly("Wstrzymaj", "Zakończ");
  }

  @Test
  void everyOutcomeIsTold() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    desk.delivers(id, 490, Delivery.State.SENT);
    desk.delivers(id, 1, Delivery.State.FAILED);
    desk.delivers(id, 2, Delivery.State.BLOCKED);
    desk.delivers(id, 3, Delivery.State.UNKNOWN);
    desk.delivers(id, 4, Delivery.State.SKIPPED);

    tick();

    assertThat(telegram.sent().getFirst())
        .contains("Wysłano: 490 z 500")
        .contains("Telegram nie przyjął: 1", "zablokował bota: 2")
        .contains("Być może doszło, Telegram nie potwierdził: 3", "): 4")
        .doesNotContain("Zostało");
  }

  @Test
  void nothingIsEditedWhereNothingChanged() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    tick();
    desk.broadcasts.change(id, Set.of(State.RUNNING), State.PAUSED, desk.now());
    tickAfter(Duration.ofSeconds(3));

    tickAfter(Duration.ofSeconds(3));
    tickAfter(Duration.ofMinutes(3));

    assertThat(telegram.edits()).singleElement().asString().contains("wstrzymano");
  }

  @Test
  void editsKeepTheirDistance() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    tick();
    for (int i = 0; i < 30; i++) {
      desk.delivers(id, 1, Delivery.State.SENT);
      tickAfter(Duration.ofSeconds(1));
    }

    assertThat(telegram.edits()).hasSize(10);
  }

  @Test
  void endIsShownALastTimeWithoutButtons() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    tick();
    desk.delivers(id, 500, Delivery.State.SENT);
    desk.ends(id);

    tickAfter(Duration.ofSeconds(3));
    tickAfter(Duration.ofSeconds(3));

    assertThat(telegram.edits())
        .singleElement()
        .asString()
        .contains("koniec", "Wysłano: 500 z 500")
        .doesNotContain("Tempo");
    assertThat(telegram.shown().buttons()).isEmpty();
  }

  @Test
  void whatBeganAndEndedBetweenTwoLooksIsShown() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    desk.delivers(id, 500, Delivery.State.SENT);
    desk.ends(id);

    tickAfter(Duration.ofSeconds(2));
    tickAfter(Duration.ofSeconds(3));

    assertThat(telegram.sent()).singleElement().asString().contains("koniec", "500 z 500");
  }

  @Test
  void nextProcessGoesOnWithTheSameMessage() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    tick();
    board = desk.newBoard();
    desk.delivers(id, 500, Delivery.State.SENT);
    desk.ends(id);

    tickAfter(Duration.ofSeconds(30));

    assertThat(telegram.sent()).hasSize(1);
    assertThat(telegram.edits()).singleElement().asString().contains("koniec");
  }

  @Test
  void whatEndedLongAgoIsLeftAlone() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    desk.ends(id);
    desk.waits(Duration.ofHours(1));

    tick();

    assertThat(telegram.sent()).isEmpty();
  }

  @Test
  void draftsAndDiscardedDraftsShowNoProgress() {
    desk.types("/rozeslij Zmiana sali");
    tick();
    desk.presses("Odrzuć");
    tick();

    assertThat(telegram.sent()).isEmpty();
  }

  @Test
  void organiserWhoBlockedTheBotIsNotTriedAgain() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    telegram.next(new SendOutcome.Blocked());

    tick();
    desk.delivers(id, 5, Delivery.State.SENT);
    tickAfter(Duration.ofSeconds(5));

    assertThat(telegram.sent()).isEmpty();
    assertThat(telegram.tries()).isZero();
  }

  @Test
  void progressThatDidNotLeaveIsSentLater() {
    desk.sendsOut("Zmiana sali");
    telegram.next(new SendOutcome.NotSent("502"));
    telegram.next(new SendOutcome.RetryAfter(Duration.ofSeconds(30)));

    tick();
    tickAfter(Duration.ofSeconds(3));
    tickAfter(Duration.ofSeconds(3));
    assertThat(telegram.sent()).isEmpty();
    tickAfter(Duration.ofSeconds(30));

    assertThat(telegram.sent()).hasSize(1);
  }

  @Test
  void lastEditIsTriedAgainButNotForEver() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    tick();
    desk.delivers(id, 500, Delivery.State.SENT);
    desk.ends(id);
    telegram.refusesEdits(2);

    for (int i = 0; i < 60; i++) {
      tickAfter(Duration.ofSeconds(3));
    }

    assertThat(telegram.edits()).hasSize(1);
    assertThat(telegram.tries()).isEqualTo(3);
  }

  @Test
  void messageThatIsGoneIsGivenUp() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    tick();
    desk.delivers(id, 500, Delivery.State.SENT);
    desk.ends(id);
    telegram.refusesEdits(1000);

    for (int i = 0; i < 200; i++) {
      tickAfter(Duration.ofSeconds(3));
    }

    assertThat(telegram.tries()).isEqualTo(5);
  }

  @Test
  void silenceThatTelegramAsksForIsTold() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    desk.broadcasts.hold(desk.now().plus(Duration.ofMinutes(10)));

    tick();

    assertThat(telegram.sent().getFirst()).contains("Telegram prosi o przerwę", "12:10");
  }

  @Test
  void buttonsOfTheProgressDoWhatTheySay() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    tick();
    Button pause = telegram.shown().buttons().getFirst().getFirst();

    desk.pressesData(pause.data());
    tickAfter(Duration.ofSeconds(3));

    assertThat(telegram.shown().buttons().getFirst().getFirst().label()).isEqualTo("Wznów");
    assertThat(desk.broadcast(id).state()).isEqualTo(State.PAUSED);
  }

  @Test
  void storeThatIsDownEndsNothing() {
    desk.sendsOut("Zmiana sali");
    AtomicBoolean down = new AtomicBoolean(true);
    Organisers organisers =
        new Organisers() {
          @Override
          public boolean contains(ChatId privateChat) {
            return true;
          }

          @Override
          public List<ChatId> all() {
            if (down.get()) {
              throw new IllegalStateException("The database is down");
            }
            return List.of(ADesk.ANNA);
          }
        };
    board =
        new ProgressBoard(
            desk.broadcasts,
            desk.subscriptions,
            Knowledge::empty,
            organisers,
            telegram,
            telegram,
            Pause.NEVER,
            Runnable::run);

    tick();
    down.set(false);
    tickAfter(Duration.ofSeconds(3));

    assertThat(telegram.sent()).hasSize(1);
  }

  @Test
  void slowTelegramHoldsUpNobody() {
    desk.sendsOut("Zmiana sali");
    var waiting = new ArrayList<Runnable>();
    board = desk.newBoard(waiting::add);

    tick();
    tickAfter(Duration.ofSeconds(5));

    assertThat(waiting).hasSize(1);
    assertThat(telegram.sent()).isEmpty();
    waiting.removeFirst().run();
    tickAfter(Duration.ofSeconds(5));
    assertThat(waiting).hasSize(1);
    assertThat(telegram.sent()).hasSize(1);
  }

  @Test
  void clockThatIsSetBackStopsNothing() {
    long id = desk.sendsOut("Zmiana sali");
    desk.begins(id);
    tick();
    desk.delivers(id, 10, Delivery.State.SENT);

    tickAfter(Duration.ofDays(-1));

    assertThat(telegram.edits()).singleElement().asString().contains("Wysłano: 10 z 500");
  }
}
