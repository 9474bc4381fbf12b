package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.Broadcast.Kind;
import pl.soclab.webinarbot.reminders.Delivery.State;

/** Who gets a broadcast, whatever the subscriptions and the broadcasts are stored in. */
abstract class RecipientsContract {
  private static final Instant NOW = Stores.NOW;
  private static final ChatId GROUP = new ChatId(-123);
  private static final ChatId SUPERGROUP = new ChatId(-1_001_234_567_890L);
  private static final ChatId ANNA = new ChatId(1);

  private Stores stores = Stores.inMemory();
  private Broadcasts broadcasts = stores.broadcasts();

  abstract Stores emptyStores();

  @BeforeEach
  void begin() {
    stores = emptyStores();
    broadcasts = stores.broadcasts();
  }

  @Test
  void recipientsAreWrittenDownInPortions() {
    for (long chat = -2; chat <= 2; chat++) {
      stores.subscribe(chat, "zdrowie");
    }
    Broadcast reminder = stores.runningReminder("zdrowie");

    assertThat(broadcasts.fill(reminder.id(), 2)).isFalse();
    assertThat(stores.claim(reminder, 10)).containsExactly(-2L, -1L);
    assertThat(broadcasts.fill(reminder.id(), 2)).isFalse();
    assertThat(broadcasts.fill(reminder.id(), 2)).isTrue();
    assertThat(broadcasts.fill(reminder.id(), 2)).isTrue();
    assertThat(stores.claim(reminder, 10)).containsExactly(0L, 1L, 2L);
  }

  @Test
  void onlyWhoseSubscriptionFitsIsARecipient() {
    stores.subscribe(1, "zdrowie", Scope.ALL);
    stores.subscribe(2, "zdrowie", Scope.LAST_HOUR);
    stores.subscribe(3, "zdrowie", Scope.CHANGES);
    stores.subscribe(4, "inne", Scope.ALL);
    stores.subscribe(5, "zdrowie", Scope.ALL);
    stores.subscriptions().pause(new ChatId(5), NOW);
    Broadcast reminder =
        stores.running(Stores.to(Kind.REMINDER, "zdrowie", Set.of(Scope.ALL, Scope.LAST_HOUR)));

    assertThat(broadcasts.fill(reminder.id(), 10)).isTrue();

    assertThat(stores.claim(reminder, 10)).containsExactly(1L, 2L);
  }

  @Test
  void broadcastAboutNoEventGoesToEachChatOnce() {
    stores.subscribe(1, "a");
    stores.subscribe(1, "b");
    stores.subscribe(1, "c");
    stores.subscribe(2, "b");
    stores.subscribe(3, "c", Scope.LAST_HOUR);
    Broadcast message = stores.running(Stores.to(Kind.MESSAGE, null, NewBroadcast.MESSAGE_SCOPES));

    while (!broadcasts.fill(message.id(), 2)) {
      assertThat(broadcasts.progress(message.id()).total()).isLessThanOrEqualTo(2);
    }

    assertThat(stores.claim(message, 10)).containsExactly(1L, 2L);
  }

  @Test
  void reminderGoesToThoseWhoSubscribedBeforeItWasDue() {
    subscribeAt(1, NOW);
    subscribeAt(2, NOW.plusSeconds(1));
    Broadcast reminder = stores.create(Stores.reminder("zdrowie"));
    start(reminder, NOW.plusSeconds(60));

    broadcasts.fill(reminder.id(), 10);

    assertThat(stores.claim(reminder, 10)).containsExactly(1L);
  }

  @Test
  void changeGoesToThoseWhoSubscribedBeforeItWasMade() {
    subscribeAt(1, NOW);
    subscribeAt(2, NOW.plusSeconds(1));
    Broadcast change = stores.create(Stores.to(Kind.CHANGE, "zdrowie", Stores.EVERYBODY));
    start(change, NOW.plusSeconds(60));

    broadcasts.fill(change.id(), 10);

    assertThat(stores.claim(change, 10)).containsExactly(1L);
  }

  @Test
  void messageGoesToThoseWhoSubscribedBeforeItsStart() {
    subscribeAt(1, NOW.plusSeconds(59));
    subscribeAt(2, NOW.plusSeconds(61));
    Broadcast message = stores.create(Stores.to(Kind.MESSAGE, "zdrowie", Stores.EVERYBODY));
    start(message, NOW.plusSeconds(60));

    broadcasts.fill(message.id(), 10);

    assertThat(stores.claim(message, 10)).containsExactly(1L);
  }

  private void subscribeAt(long chat, Instant at) {
    stores.subscriptions().subscribe(new ChatId(chat), "zdrowie", Scope.ALL, "pl", at);
  }

  private void start(Broadcast broadcast, Instant at) {
    broadcasts.change(
        broadcast.id(), Set.of(Broadcast.State.SCHEDULED), Broadcast.State.RUNNING, at);
  }

  @Test
  void nothingIsWrittenDownBeforeTheStartOrInAPause() {
    stores.subscribe(1, "zdrowie");
    stores.subscribe(2, "zdrowie");
    Broadcast reminder = stores.create(Stores.reminder("zdrowie"));
    assertThat(broadcasts.fill(reminder.id(), 1)).isFalse();
    start(reminder, NOW);
    broadcasts.fill(reminder.id(), 1);

    broadcasts.change(reminder.id(), Set.of(Broadcast.State.RUNNING), Broadcast.State.PAUSED, NOW);

    assertThat(broadcasts.fill(reminder.id(), 1)).isFalse();
    assertThat(broadcasts.progress(reminder.id()).total()).isEqualTo(1);
  }

  @Test
  void nothingIsWrittenDownAfterTheEnd() {
    stores.subscribe(1, "zdrowie");
    Broadcast reminder = stores.runningReminder("zdrowie");

    broadcasts.change(reminder.id(), Set.of(Broadcast.State.RUNNING), Broadcast.State.STOPPED, NOW);

    assertThat(broadcasts.fill(reminder.id(), 10)).isTrue();
    assertThat(broadcasts.progress(reminder.id()).total()).isZero();
  }

  @Test
  void broadcastToNobodyIsWrittenDownAtOnce() {
    assertThat(broadcasts.fill(stores.runningReminder("zdrowie").id(), 10)).isTrue();
  }

  @Test
  void stopHoldsWhileTheBroadcastRuns() {
    stores.subscribe(1, "zdrowie");
    Broadcast reminder = stores.runningReminder("zdrowie");
    broadcasts.fill(reminder.id(), 10);
    stores.claim(reminder, 10);
    assertThat(broadcasts.isWanted(reminder.id(), ANNA)).isTrue();

    stores.subscriptions().stop(ANNA);

    assertThat(broadcasts.isWanted(reminder.id(), ANNA)).isFalse();
  }

  @Test
  void onlyAFittingSubscriptionKeepsAMessageWanted() {
    stores.subscribe(1, "zdrowie");
    Broadcast message =
        stores.running(Stores.to(Kind.MESSAGE, "zdrowie", NewBroadcast.MESSAGE_SCOPES));
    Broadcast toAll = stores.running(Stores.to(Kind.MESSAGE, null, NewBroadcast.MESSAGE_SCOPES));

    stores.subscribe(1, "zdrowie", Scope.LAST_HOUR);
    stores.subscribe(1, "inne");

    assertThat(broadcasts.isWanted(message.id(), ANNA)).isFalse();
    assertThat(broadcasts.isWanted(toAll.id(), ANNA)).isTrue();
    stores.subscribe(1, "zdrowie", Scope.CHANGES);
    assertThat(broadcasts.isWanted(message.id(), ANNA)).isTrue();
    stores.subscriptions().pause(ANNA, NOW);
    assertThat(broadcasts.isWanted(message.id(), ANNA)).isFalse();
    assertThat(broadcasts.isWanted(toAll.id(), ANNA)).isFalse();
  }

  @Test
  void pausedBroadcastIsNotWantedNow() {
    Broadcast report = stores.runningTo(ANNA);
    assertThat(broadcasts.isWanted(report.id(), ANNA)).isTrue();

    broadcasts.change(report.id(), Set.of(Broadcast.State.RUNNING), Broadcast.State.PAUSED, NOW);

    assertThat(broadcasts.isWanted(report.id(), ANNA)).isFalse();
  }

  @Test
  void languageIsThatOfTheSubscription() {
    Subscriptions subscriptions = stores.subscriptions();
    subscriptions.subscribe(ANNA, "zdrowie", Scope.ALL, "uk", NOW);
    subscriptions.subscribe(ANNA, "inne", Scope.ALL, "en", NOW.plusSeconds(1));
    Broadcast reminder = stores.runningReminder("zdrowie");
    Broadcast report = stores.runningTo(ANNA, GROUP);

    assertThat(broadcasts.language(reminder.id(), ANNA)).isEqualTo("uk");
    assertThat(broadcasts.language(report.id(), ANNA)).isEqualTo("en");
    assertThat(broadcasts.language(report.id(), GROUP)).isEqualTo("pl");
  }

  @Test
  void openDeliveryGoesToTheSupergroup() {
    stores.subscribe(GROUP.value(), "zdrowie");
    Broadcast reminder = stores.runningReminder("zdrowie");
    broadcasts.fill(reminder.id(), 10);
    stores.claim(reminder, 1);

    move();

    assertThat(broadcasts.delivery(reminder.id(), GROUP)).isNull();
    assertThat(stores.claim(reminder, 10)).containsExactly(SUPERGROUP.value());
    assertThat(broadcasts.isWanted(reminder.id(), SUPERGROUP)).isTrue();
  }

  @Test
  void supergroupDoesNotGetWhatTheGroupHas() {
    stores.subscribe(GROUP.value(), "zdrowie");
    Broadcast reminder = stores.runningReminder("zdrowie");
    broadcasts.fill(reminder.id(), 1);
    stores.claim(reminder, 1);
    broadcasts.end(reminder.id(), GROUP, State.SENT, 17L, null);

    move();

    assertThat(broadcasts.fill(reminder.id(), 1)).isTrue();
    assertThat(stores.claim(reminder, 10)).isEmpty();
    assertThat(broadcasts.progress(reminder.id())).isEqualTo(new Progress(0, 1, 0, 0, 0, 0));
    // The supergroup counts its messages anew.
    assertThat(broadcasts.eventOf(SUPERGROUP, 17)).isNull();
  }

  @Test
  void groupThatMovesBehindTheLastRecipientIsNotForgotten() {
    stores.subscribe(GROUP.value() - 1, "zdrowie");
    stores.subscribe(GROUP.value(), "zdrowie");
    stores.subscribe(ANNA.value(), "zdrowie");
    Broadcast reminder = stores.runningReminder("zdrowie");
    broadcasts.fill(reminder.id(), 1);

    move();
    broadcasts.fill(reminder.id(), 10);

    assertThat(stores.claim(reminder, 10))
        .containsExactly(SUPERGROUP.value(), GROUP.value() - 1, ANNA.value());
  }

  @Test
  void groupAndSupergroupThatBothSubscribedGetOne() {
    stores.subscribe(GROUP.value(), "zdrowie");
    stores.subscribe(SUPERGROUP.value(), "zdrowie");
    Broadcast open = stores.runningReminder("zdrowie");
    broadcasts.fill(open.id(), 10);
    Broadcast sent = stores.running(Stores.to(Kind.CHANGE, "zdrowie", Stores.EVERYBODY));
    broadcasts.fill(sent.id(), 10);
    broadcasts.claim(sent.id(), SUPERGROUP, NOW, 1);
    broadcasts.end(sent.id(), GROUP, State.SENT, 17L, null);

    move();
    broadcasts.moved(SUPERGROUP, SUPERGROUP);

    assertThat(stores.claim(open, 10)).containsExactly(SUPERGROUP.value());
    assertThat(stores.delivery(open, GROUP).state()).isEqualTo(State.SKIPPED);
    assertThat(stores.claim(sent, 10)).isEmpty();
  }

  @Test
  void chatWithoutASubscriptionMovesWithoutATrace() {
    stores.subscribe(ANNA.value(), "zdrowie");
    stores.subscribe(ANNA.value() + 1, "zdrowie");
    Broadcast reminder = stores.runningReminder("zdrowie");
    broadcasts.fill(reminder.id(), 1);

    move();

    assertThat(broadcasts.delivery(reminder.id(), SUPERGROUP)).isNull();
    assertThat(broadcasts.progress(reminder.id()).total()).isEqualTo(1);
  }

  private void move() {
    stores.subscriptions().moved(GROUP, SUPERGROUP);
    broadcasts.moved(GROUP, SUPERGROUP);
  }

  @Test
  void withdrawnNamedRecipientIsSkippedAlsoWhereItWasClaimed() {
    Broadcast correction = correctionTo(ANNA, GROUP, new ChatId(2));
    assertThat(broadcasts.claim(correction.id(), GROUP, NOW, 1)).hasSize(1);
    assertThat(broadcasts.isWanted(correction.id(), ANNA)).isTrue();

    broadcasts.withdraw(ANNA, Set.of(Kind.CORRECTION));
    broadcasts.withdraw(new ChatId(2), Set.of(Kind.CORRECTION));
    broadcasts.withdraw(GROUP, Set.of(Kind.REPLY));
    broadcasts.withdraw(GROUP, Set.of());

    assertThat(broadcasts.isWanted(correction.id(), ANNA)).isFalse();
    assertThat(broadcasts.isWanted(correction.id(), GROUP)).isTrue();
    assertThat(stores.claim(correction, 10)).containsExactly(GROUP.value());
    assertThat(stores.delivery(correction, ANNA).state()).isEqualTo(State.SKIPPED);
    assertThat(broadcasts.progress(correction.id())).isEqualTo(new Progress(1, 0, 0, 0, 0, 2));
  }

  @Test
  void whatHasArrivedIsNotWithdrawn() {
    Broadcast correction = correctionTo(ANNA);
    stores.claim(correction, 1);
    broadcasts.end(correction.id(), ANNA, State.SENT, 17L, null);

    broadcasts.withdraw(ANNA, Set.of(Kind.CORRECTION));

    assertThat(stores.delivery(correction, ANNA).state()).isEqualTo(State.SENT);
  }

  private Broadcast correctionTo(ChatId... chats) {
    Broadcast correction =
        Objects.requireNonNull(
            broadcasts.create(
                NewBroadcast.stored(Kind.CORRECTION, "correction 1", "zdrowie", 1, NOW, null),
                List.of(chats)));
    broadcasts.change(
        correction.id(), Set.of(Broadcast.State.SCHEDULED), Broadcast.State.RUNNING, NOW);
    return correction;
  }
}
