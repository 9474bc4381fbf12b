package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.SendOutcome;

class SenderTest {
  private static final ChatId AUTHOR = new ChatId(77);

  private final ATown town =
      ATown.inMemory("2022-02-14T12:00").files(AnEvent.at("2022-02-17T09:00")).look();

  /** An organiser's message to all, due now. */
  private Broadcast message() {
    Broadcast draft =
        Objects.requireNonNull(
            town.broadcasts.create(
                NewBroadcast.draft("webinar", "Do zobaczenia", AUTHOR, town.now())));
    town.broadcasts.change(
        draft.id(), Set.of(Broadcast.State.DRAFT), Broadcast.State.SCHEDULED, town.now());
    return draft;
  }

  private Delivery delivery(Broadcast broadcast, long chat) {
    return Objects.requireNonNull(town.broadcasts.delivery(broadcast.id(), new ChatId(chat)));
  }

  private Broadcast.@Nullable State state(Broadcast broadcast) {
    return Objects.requireNonNull(town.broadcasts.find(broadcast.id())).state();
  }

  @Test
  void everyRecipientGetsItOnce() {
    for (int chat = 1; chat <= 500; chat++) {
      town.subscribe(chat, Scope.ALL);
    }
    Broadcast message = message();
    town.look();

    assertThat(town.arrived).hasSize(500).doesNotHaveDuplicates();
    assertThat(state(message)).isEqualTo(Broadcast.State.DONE);
    assertThat(town.broadcasts.progress(message.id())).isEqualTo(new Progress(0, 500, 0, 0, 0, 0));
  }

  @Test
  void draftIsNeverSent() {
    town.subscribe(1, Scope.ALL);
    town.broadcasts.create(NewBroadcast.draft("webinar", "Szkic", AUTHOR, town.now()));

    town.runUntil("2022-02-14T13:00");

    assertThat(town.arrived).isEmpty();
  }

  @Test
  void blockedChatIsPausedAndTheOthersGetIt() {
    town.subscribe(1, Scope.ALL).subscribe(2, Scope.ALL).answers(1, new SendOutcome.Blocked());
    Broadcast message = message();
    town.look();

    assertThat(delivery(message, 1).state()).isEqualTo(Delivery.State.BLOCKED);
    assertThat(delivery(message, 2).state()).isEqualTo(Delivery.State.SENT);
    assertThat(town.subscriptions.of(new ChatId(1))).singleElement().matches(Subscription::paused);
    assertThat(state(message)).isEqualTo(Broadcast.State.DONE);
  }

  @Test
  void refusedMessageFailsAloneAndKeepsTelegramsWords() {
    town.subscribe(1, Scope.ALL)
        .subscribe(2, Scope.ALL)
        .answers(1, new SendOutcome.Rejected("Bad Request: strange", null));
    Broadcast message = message();
    town.look();

    assertThat(delivery(message, 1).state()).isEqualTo(Delivery.State.FAILED);
    assertThat(delivery(message, 1).reason()).isEqualTo("Bad Request: strange");
    assertThat(delivery(message, 2).state()).isEqualTo(Delivery.State.SENT);
  }

  @Test
  void messageThatDidNotLeaveIsTriedFiveTimesWithGrowingGaps() {
    var fault = new SendOutcome.NotSent("502");
    town.subscribe(1, Scope.ALL).answers(1, fault, fault, fault, fault, fault);
    Broadcast message = message();

    town.look();
    assertThat(delivery(message, 1).notBefore()).isEqualTo(town.now().plusSeconds(1));
    town.jumpTo(town.now().plusSeconds(1));
    assertThat(delivery(message, 1).notBefore()).isEqualTo(town.now().plusSeconds(4));
    town.jumpTo(town.now().plusSeconds(4));
    assertThat(delivery(message, 1).notBefore()).isEqualTo(town.now().plusSeconds(16));
    town.jumpTo(town.now().plusSeconds(16));
    assertThat(delivery(message, 1).notBefore()).isEqualTo(town.now().plusSeconds(64));
    town.jumpTo(town.now().plusSeconds(64));

    assertThat(delivery(message, 1).state()).isEqualTo(Delivery.State.FAILED);
    assertThat(state(message)).isEqualTo(Broadcast.State.DONE);
  }

  @Test
  void messageThatMayHaveArrivedIsSentOnceMoreAndCountedAsSuch() {
    var lost = new SendOutcome.Unknown("dropped");
    town.subscribe(1, Scope.ALL).subscribe(2, Scope.ALL).answers(1, lost).answers(2, lost, lost);
    Broadcast message = message();
    town.look();
    town.jumpTo(town.now().plusSeconds(5));

    assertThat(delivery(message, 1).state()).isEqualTo(Delivery.State.SENT);
    assertThat(delivery(message, 1).unknowns()).isEqualTo(1);
    assertThat(delivery(message, 2).state()).isEqualTo(Delivery.State.UNKNOWN);
    assertThat(state(message)).isEqualTo(Broadcast.State.DONE);
  }

  @Test
  void silenceThatTelegramWantsHoldsTheWholeSenderAndCostsNoAttempt() {
    town.subscribe(1, Scope.ALL).answers(1, new SendOutcome.RetryAfter(Duration.ofHours(1)));
    Broadcast message = message();
    town.look();
    town.subscribe(2, Scope.ALL);
    Broadcast other = message();
    town.jumpTo(town.now().plus(Duration.ofMinutes(59))).restart().look();
    assertThat(town.arrived).isEmpty();

    town.jumpTo(town.now().plus(Duration.ofMinutes(1)));

    assertThat(delivery(message, 1).attempts()).isEqualTo(1);
    assertThat(town.arrived).hasSize(3);
    assertThat(state(other)).isEqualTo(Broadcast.State.DONE);
  }

  @Test
  void groupThatBecameAnotherChatGetsItThereOnce() {
    town.subscribe(-1, Scope.ALL)
        .answers(-1, new SendOutcome.Rejected("migrated", new ChatId(-100)));
    message();
    town.look().look();

    assertThat(town.arrived).containsExactly("2022-02-14T12:00 -100 MESSAGE webinar Do zobaczenia");
    assertThat(town.subscriptions.of(new ChatId(-100))).hasSize(1);
  }

  @Test
  void residentWhoSaysStopMeanwhileIsSkipped() {
    town.subscribe(1, Scope.ALL).answers(1, new SendOutcome.NotSent("502"));
    Broadcast message = message();
    town.look();
    town.subscriptions.stop(new ChatId(1));
    town.jumpTo(town.now().plusSeconds(1));

    assertThat(town.arrived).isEmpty();
    assertThat(delivery(message, 1).state()).isEqualTo(Delivery.State.SKIPPED);
  }

  @Test
  void pausedBroadcastGoesOnWithoutRepeatsOrGaps() {
    town.subscribe(1, Scope.ALL).subscribe(2, Scope.ALL).answers(2, new SendOutcome.NotSent("502"));
    Broadcast message = message();
    town.look();
    town.broadcasts.change(
        message.id(), Set.of(Broadcast.State.RUNNING), Broadcast.State.PAUSED, town.now());
    town.jumpTo(town.now().plusSeconds(60));
    assertThat(town.arrived).hasSize(1);

    town.broadcasts.change(
        message.id(), Set.of(Broadcast.State.PAUSED), Broadcast.State.RUNNING, town.now());
    town.look();

    assertThat(town.arrived).hasSize(2).doesNotHaveDuplicates();
    assertThat(state(message)).isEqualTo(Broadcast.State.DONE);
  }

  @Test
  void stoppedBroadcastSkipsTheRest() {
    town.subscribe(1, Scope.ALL).answers(1, new SendOutcome.NotSent("502"));
    Broadcast message = message();
    town.look();
    town.broadcasts.change(
        message.id(), Set.of(Broadcast.State.RUNNING), Broadcast.State.STOPPED, town.now());
    town.jumpTo(town.now().plusSeconds(60));

    assertThat(town.arrived).isEmpty();
    assertThat(delivery(message, 1).state()).isEqualTo(Delivery.State.SKIPPED);
  }

  @Test
  void changeIsSentBeforeAReminderAndAReminderBeforeAMessage() {
    town.subscribe(1, Scope.ALL).answers(1, new SendOutcome.RetryAfter(Duration.ofMinutes(10)));
    message();
    town.runUntil("2022-02-14T12:05");
    town.files(AnEvent.at("2022-02-18T09:00")).runUntil("2022-02-14T12:15");

    assertThat(town.arrived)
        .extracting(line -> List.of(line.split(" ", -1)).get(2))
        .containsExactly("CHANGE", "MESSAGE");
  }

  @Test
  void whatADeadSenderHadBegunIsSent() {
    town.subscribe(1, Scope.ALL);
    Broadcast message = message();
    town.broadcasts.change(
        message.id(), Set.of(Broadcast.State.SCHEDULED), Broadcast.State.RUNNING, town.now());
    town.broadcasts.fill(message.id(), 10);
    town.broadcasts.claim(message.id(), null, town.now(), 10);

    town.restart().look();

    assertThat(town.arrived).hasSize(1);
    assertThat(state(message)).isEqualTo(Broadcast.State.DONE);
  }
}
