package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.Delivery.State;

/** What every store of broadcasts does with the deliveries, whatever it stores in. */
abstract class DeliveriesContract {
  private static final Instant NOW = Stores.NOW;
  private static final Instant LATER = NOW.plusSeconds(30);
  private static final ChatId GROUP = new ChatId(-100);
  private static final ChatId ANNA = new ChatId(1);
  private static final ChatId JAN = new ChatId(2);

  private Stores stores = Stores.inMemory();
  private Broadcasts broadcasts = stores.broadcasts();

  abstract Stores emptyStores();

  @BeforeEach
  void begin() {
    stores = emptyStores();
    broadcasts = stores.broadcasts();
  }

  @Test
  void namedRecipientsAreClaimedInTheirOrderAndOnce() {
    Broadcast report = stores.runningTo(JAN, GROUP, ANNA, JAN);

    List<Delivery> first = broadcasts.claim(report.id(), null, NOW, 2);

    assertThat(first)
        .containsExactly(
            new Delivery(report.id(), GROUP, State.SENDING, 1, 0, null, null, null),
            new Delivery(report.id(), ANNA, State.SENDING, 1, 0, null, null, null));
    assertThat(stores.claim(report, 2)).containsExactly(JAN.value());
    assertThat(stores.claim(report, 2)).isEmpty();
    assertThat(broadcasts.fill(report.id(), 10)).isTrue();
    assertThat(broadcasts.progress(report.id())).isEqualTo(new Progress(3, 0, 0, 0, 0, 0));
  }

  @Test
  void nothingIsClaimedOfABroadcastThatDoesNotRun() {
    Broadcast report = stores.scheduledTo(ANNA);

    assertThat(broadcasts.claim(report.id(), null, NOW, 10)).isEmpty();
    assertThat(broadcasts.claim(report.id() + 1, null, NOW, 10)).isEmpty();
    assertThat(broadcasts.isWanted(report.id(), ANNA)).isFalse();
  }

  @Test
  void claimGoesOnBehindAChat() {
    Broadcast report = stores.runningTo(GROUP, ANNA, JAN);

    assertThat(broadcasts.claim(report.id(), ANNA, NOW, 10))
        .extracting(Delivery::chat)
        .containsExactly(JAN);
    assertThat(broadcasts.claim(report.id(), null, NOW, 10)).hasSize(2);
  }

  @Test
  void whatHasToWaitIsClaimedWhenItsTimeHasCome() {
    Broadcast report = stores.runningTo(ANNA, JAN);
    stores.claim(report, 1);

    broadcasts.again(report.id(), ANNA, LATER, true, true);

    assertThat(stores.delivery(report, ANNA))
        .isEqualTo(new Delivery(report.id(), ANNA, State.PENDING, 1, 1, LATER, null, null));
    assertThat(stores.claim(report, 10)).containsExactly(JAN.value());
    assertThat(broadcasts.claim(report.id(), null, LATER, 10))
        .singleElement()
        .extracting(Delivery::attempts, Delivery::unknowns)
        .containsExactly(2, 1);
  }

  @Test
  void attemptThatNeverBeganDoesNotCount() {
    Broadcast report = stores.runningTo(ANNA);
    stores.claim(report, 1);

    broadcasts.again(report.id(), ANNA, NOW, false, false);

    assertThat(stores.delivery(report, ANNA).attempts()).isZero();
    assertThat(stores.delivery(report, ANNA).unknowns()).isZero();
    assertThat(stores.claim(report, 1)).containsExactly(ANNA.value());
  }

  @Test
  void nothingIsTriedAgainOnceTheBroadcastHasEnded() {
    Broadcast report = stores.runningTo(ANNA);
    stores.claim(report, 1);
    broadcasts.change(report.id(), Set.of(Broadcast.State.RUNNING), Broadcast.State.STOPPED, LATER);

    broadcasts.again(report.id(), ANNA, LATER, false, true);

    assertThat(stores.delivery(report, ANNA).state()).isEqualTo(State.SKIPPED);
    assertThat(broadcasts.progress(report.id()).left()).isZero();
  }

  @Test
  void endIsKeptWithItsReason() {
    Broadcast report = stores.runningTo(GROUP, ANNA, JAN);
    stores.claim(report, 3);

    broadcasts.end(report.id(), GROUP, State.FAILED, null, "Bad Request: chat not found");
    broadcasts.end(report.id(), ANNA, State.SENT, 5_000_000_000L, null);
    broadcasts.end(report.id(), JAN, State.UNKNOWN, null, "timeout");

    assertThat(stores.delivery(report, GROUP))
        .isEqualTo(
            new Delivery(
                report.id(), GROUP, State.FAILED, 1, 0, null, null, "Bad Request: chat not found"));
    assertThat(stores.delivery(report, ANNA).messageId()).isEqualTo(5_000_000_000L);
    assertThat(stores.delivery(report, JAN).unknowns()).isEqualTo(1);
    assertThat(broadcasts.progress(report.id())).isEqualTo(new Progress(0, 1, 1, 1, 0, 0));
    assertThat(broadcasts.progress(report.id()).total()).isEqualTo(3);
  }

  @Test
  void whatHasEndedStaysSo() {
    Broadcast report = stores.runningTo(ANNA);
    stores.claim(report, 1);
    broadcasts.end(report.id(), ANNA, State.SENT, 10L, null);

    broadcasts.end(report.id(), ANNA, State.FAILED, null, "late");
    broadcasts.again(report.id(), ANNA, NOW, false, true);
    broadcasts.end(report.id(), JAN, State.SENT, 11L, null);

    assertThat(stores.delivery(report, ANNA).state()).isEqualTo(State.SENT);
    assertThat(stores.delivery(report, ANNA).messageId()).isEqualTo(10L);
    assertThat(broadcasts.delivery(report.id(), JAN)).isNull();
  }

  @Test
  void brokenSendsAreTriedAgain() {
    Broadcast report = stores.runningTo(GROUP, ANNA, JAN);
    stores.claim(report, 2);
    broadcasts.end(report.id(), GROUP, State.SENT, 10L, null);

    int reclaimed = broadcasts.reclaim();

    assertThat(reclaimed).isEqualTo(1);
    assertThat(stores.delivery(report, ANNA).attempts()).isEqualTo(1);
    assertThat(stores.claim(report, 10)).containsExactly(ANNA.value(), JAN.value());
    assertThat(stores.delivery(report, ANNA).attempts()).isEqualTo(2);
  }

  @Test
  void brokenSendOfAnEndedBroadcastStaysUnknown() {
    Broadcast report = stores.runningTo(ANNA);
    stores.claim(report, 1);
    broadcasts.change(report.id(), Set.of(Broadcast.State.RUNNING), Broadcast.State.STOPPED, NOW);

    assertThat(broadcasts.reclaim()).isZero();

    assertThat(stores.delivery(report, ANNA).state()).isEqualTo(State.UNKNOWN);
    assertThat(stores.delivery(report, ANNA).unknowns()).isEqualTo(1);
  }

  @Test
  void broadcastIsOpenWhileADeliveryWaitsOrIsOnItsWay() {
    Broadcast report = stores.runningTo(ANNA, JAN);
    stores.claim(report, 2);
    broadcasts.again(report.id(), ANNA, LATER, false, true);
    broadcasts.end(report.id(), JAN, State.SENT, 7L, null);
    assertThat(broadcasts.isOpen(report.id())).isTrue();
    broadcasts.claim(report.id(), null, LATER, 1);
    assertThat(broadcasts.isOpen(report.id())).isTrue();

    broadcasts.end(report.id(), ANNA, State.FAILED, null, "502");

    assertThat(broadcasts.isOpen(report.id())).isFalse();
  }

  @Test
  void renamedEventKeepsItsRemindersApartFromThoseOfOthers() {
    stores.subscribe(ANNA.value(), "zdrowie");
    Instant start = LATER.plusSeconds(3600);
    String former = "reminder zdrowie " + start + " PT1H";
    broadcasts.create(
        new NewBroadcast(
            Broadcast.Kind.REMINDER,
            former,
            "zdrowie",
            start,
            Duration.ofHours(1),
            Set.of(Scope.ALL),
            null,
            Broadcast.State.SCHEDULED,
            NOW,
            start,
            null));

    broadcasts.renamed("zdrowie", "nowe-zdrowie");

    assertThat(broadcasts.exists(former)).isFalse();
    assertThat(broadcasts.exists("reminder nowe-zdrowie " + start + " PT1H")).isTrue();
    assertThat(broadcasts.in(Set.of(Broadcast.State.SCHEDULED)))
        .singleElement()
        .extracting(Broadcast::eventId)
        .isEqualTo("nowe-zdrowie");
  }

  @Test
  void messageIsKnownByItsNumberInItsChat() {
    stores.subscribe(ANNA.value(), "zdrowie");
    Broadcast reminder = stores.runningReminder("zdrowie");
    broadcasts.fill(reminder.id(), 10);
    stores.claim(reminder, 1);

    broadcasts.end(reminder.id(), ANNA, State.SENT, 17L, null);

    assertThat(broadcasts.eventOf(ANNA, 17)).isEqualTo("zdrowie");
    assertThat(broadcasts.broadcastOf(ANNA, 17)).isEqualTo(stores.found(reminder.id()));
    assertThat(broadcasts.broadcastOf(ANNA, 18)).isNull();
    assertThat(broadcasts.broadcastOf(JAN, 17)).isNull();
    assertThat(broadcasts.eventOf(ANNA, 18)).isNull();
    assertThat(broadcasts.eventOf(JAN, 17)).isNull();
  }

  @Test
  void messageAboutNoEventIsAboutNone() {
    Broadcast report = stores.runningTo(ANNA);
    stores.claim(report, 1);

    broadcasts.end(report.id(), ANNA, State.SENT, 17L, null);

    assertThat(broadcasts.eventOf(ANNA, 17)).isNull();
  }

  @Test
  void progressOfNothingIsNothing() {
    assertThat(broadcasts.progress(-1)).isEqualTo(new Progress(0, 0, 0, 0, 0, 0));
  }

  @Test
  void broadcastIsFoundByItsOccasion() {
    Broadcast report = stores.scheduledTo(ANNA);

    assertThat(broadcasts.find("report")).isEqualTo(report);
    assertThat(broadcasts.find("another")).isNull();
  }
}
