package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.Broadcast.Kind;
import pl.soclab.webinarbot.reminders.Broadcast.State;

/** What every store of broadcasts does with the broadcasts, whatever it stores in. */
abstract class BroadcastsContract {
  private static final Instant NOW = Stores.NOW;
  private static final Instant LATER = NOW.plus(Duration.ofHours(3));
  private static final ChatId ANNA = new ChatId(4_503_599_627_370_495L);
  private static final ChatId JAN = new ChatId(7);

  private Stores stores = Stores.inMemory();
  private Broadcasts broadcasts = stores.broadcasts();

  abstract Stores emptyStores();

  @BeforeEach
  void begin() {
    stores = emptyStores();
    broadcasts = stores.broadcasts();
  }

  @Test
  void everyPartOfABroadcastIsKept() {
    var made =
        new NewBroadcast(
            Kind.REMINDER,
            "zdrowie 2022-02-17T09:00 PT1H",
            "zdrowie",
            NOW.plusSeconds(3600),
            Duration.ofHours(1),
            Set.of(Scope.ALL, Scope.LAST_HOUR),
            "Tekst",
            State.SCHEDULED,
            NOW,
            NOW.plusSeconds(3000),
            ANNA);

    Broadcast created = stores.create(made);

    assertThat(stores.found(created.id()))
        .isEqualTo(created)
        .isEqualTo(
            new Broadcast(
                created.id(),
                Kind.REMINDER,
                made.occasion(),
                "zdrowie",
                made.start(),
                made.lead(),
                made.scopes(),
                "Tekst",
                State.SCHEDULED,
                NOW,
                made.usefulUntil(),
                ANNA,
                null,
                null,
                null));
    assertThat(broadcasts.find(created.id() + 1)).isNull();
  }

  @Test
  void draftWithoutATextIsKept() {
    Broadcast draft = stores.create(NewBroadcast.draft(null, null, ANNA, NOW));

    assertThat(stores.found(draft.id())).isEqualTo(draft);
    assertThat(draft.content()).isNull();
    assertThat(draft.eventId()).isNull();
    assertThat(draft.scopes()).isEqualTo(NewBroadcast.MESSAGE_SCOPES);
  }

  @Test
  void occasionIsUsedOnce() {
    stores.create(Stores.reminder("zdrowie"));

    Broadcast second = broadcasts.create(Stores.reminder("zdrowie"));

    assertThat(second).isNull();
    assertThat(broadcasts.create(Stores.reminder("zdrowie"), List.of(ANNA))).isNull();
    assertThat(broadcasts.exists("REMINDER zdrowie")).isTrue();
    assertThat(broadcasts.exists("REMINDER inne")).isFalse();
    assertThat(broadcasts.in(Set.of(State.SCHEDULED))).hasSize(1);
  }

  @Test
  void whatHasNoOccasionMayComeAgain() {
    Broadcast first = stores.create(NewBroadcast.draft("zdrowie", "Tekst", ANNA, NOW));
    Broadcast second = stores.create(NewBroadcast.draft("zdrowie", "Tekst", ANNA, NOW));

    assertThat(second.id()).isGreaterThan(first.id());
  }

  @Test
  void broadcastsComeByUrgency() {
    Broadcast message = stores.create(Stores.to(Kind.MESSAGE, "a", Stores.EVERYBODY));
    Broadcast report = stores.create(Stores.to(Kind.REPORT, "a", Stores.EVERYBODY));
    Broadcast reminder = stores.create(Stores.to(Kind.REMINDER, "a", Stores.EVERYBODY));
    Broadcast other = stores.create(Stores.to(Kind.REMINDER, "b", Stores.EVERYBODY));
    Broadcast change = stores.create(Stores.to(Kind.CHANGE, "a", Stores.EVERYBODY));
    stores.create(NewBroadcast.draft(null, null, ANNA, NOW));

    assertThat(broadcasts.in(Set.of(State.SCHEDULED, State.RUNNING)))
        .containsExactly(change, reminder, other, report, message);
    assertThat(broadcasts.in(Set.of())).isEmpty();
  }

  @Test
  void earlierOfOneKindComesFirst() {
    Broadcast late = stores.create(NewBroadcast.report("late", "text", LATER));
    Broadcast early = stores.create(NewBroadcast.report("early", "text", NOW));

    assertThat(broadcasts.in(Set.of(State.SCHEDULED))).containsExactly(early, late);
  }

  @Test
  void newestOfAnOrganiserComeFirst() {
    stores.create(NewBroadcast.draft(null, "1", ANNA, NOW));
    Broadcast second = stores.create(NewBroadcast.draft(null, "2", ANNA, NOW));
    stores.create(NewBroadcast.draft(null, "3", JAN, NOW));
    Broadcast fourth = stores.create(NewBroadcast.draft(null, "4", ANNA, NOW));

    assertThat(broadcasts.by(ANNA, 2)).containsExactly(fourth, second);
  }

  @Test
  void onlyTheFirstRunIsTheStart() {
    Broadcast reminder = stores.create(Stores.reminder("zdrowie"));

    assertThat(broadcasts.change(reminder.id(), Set.of(State.SCHEDULED), State.RUNNING, NOW))
        .isTrue();
    broadcasts.change(reminder.id(), Set.of(State.RUNNING), State.PAUSED, LATER);
    broadcasts.change(reminder.id(), Set.of(State.PAUSED), State.RUNNING, LATER);

    Broadcast running = stores.found(reminder.id());
    assertThat(running.state()).isEqualTo(State.RUNNING);
    assertThat(running.startedAt()).isEqualTo(NOW);
    assertThat(running.endedAt()).isNull();
  }

  @Test
  void whoComesSecondChangesNothing() {
    Broadcast reminder = stores.create(Stores.reminder("zdrowie"));
    broadcasts.change(reminder.id(), Set.of(State.SCHEDULED), State.STOPPED, NOW);

    assertThat(broadcasts.change(reminder.id(), Set.of(State.SCHEDULED), State.RUNNING, LATER))
        .isFalse();
    assertThat(broadcasts.change(reminder.id(), Set.of(), State.RUNNING, LATER)).isFalse();
    assertThat(broadcasts.change(-1, Set.of(State.SCHEDULED), State.RUNNING, LATER)).isFalse();

    Broadcast stopped = stores.found(reminder.id());
    assertThat(stopped.state()).isEqualTo(State.STOPPED);
    assertThat(stopped.startedAt()).isNull();
    assertThat(stopped.endedAt()).isEqualTo(NOW);
  }

  @Test
  void atAnEndWhatIsOpenIsSkipped() {
    Broadcast report = stores.runningTo(new ChatId(1), new ChatId(2), new ChatId(3));
    stores.claim(report, 2);
    broadcasts.end(report.id(), new ChatId(1), Delivery.State.SENT, 10L, null);

    broadcasts.change(report.id(), Set.of(State.RUNNING), State.STOPPED, NOW);

    assertThat(stores.delivery(report, new ChatId(1)).state()).isEqualTo(Delivery.State.SENT);
    assertThat(stores.delivery(report, new ChatId(2)).state()).isEqualTo(Delivery.State.SENDING);
    assertThat(stores.delivery(report, new ChatId(3)).state()).isEqualTo(Delivery.State.SKIPPED);
    assertThat(broadcasts.progress(report.id())).isEqualTo(new Progress(1, 1, 0, 0, 0, 1));
  }

  @Test
  void pauseLeavesDeliveriesOpen() {
    Broadcast report = stores.runningTo(new ChatId(1), new ChatId(2));

    broadcasts.change(report.id(), Set.of(State.RUNNING), State.PAUSED, NOW);

    assertThat(broadcasts.progress(report.id()).left()).isEqualTo(2);
    assertThat(stores.claim(report, 10)).isEmpty();
    broadcasts.change(report.id(), Set.of(State.PAUSED), State.RUNNING, NOW);
    assertThat(stores.claim(report, 10)).containsExactly(1L, 2L);
  }

  @Test
  void onlyADraftIsRewritten() {
    Broadcast draft = stores.create(NewBroadcast.draft(null, null, ANNA, NOW));

    assertThat(broadcasts.write(draft.id(), "zdrowie", "Nowy tekst")).isTrue();

    assertThat(stores.found(draft.id()).content()).isEqualTo("Nowy tekst");
    assertThat(stores.found(draft.id()).eventId()).isEqualTo("zdrowie");
    assertThat(broadcasts.write(draft.id(), null, null)).isTrue();
    assertThat(stores.found(draft.id())).isEqualTo(draft);
    broadcasts.change(draft.id(), Set.of(State.DRAFT), State.SCHEDULED, NOW);
    assertThat(broadcasts.write(draft.id(), "inne", "Za późno")).isFalse();
    assertThat(stores.found(draft.id()).content()).isNull();
  }

  @Test
  void messageOfTheProgressIsRemembered() {
    Broadcast draft = stores.create(NewBroadcast.draft(null, "Tekst", ANNA, NOW));

    broadcasts.showsProgressIn(draft.id(), 5_000_000_000L);

    assertThat(stores.found(draft.id()).progressMessage()).isEqualTo(5_000_000_000L);
  }

  @Test
  void silenceIsNeverShortened() {
    assertThat(broadcasts.heldUntil()).isNull();

    broadcasts.hold(LATER);
    broadcasts.hold(NOW);

    assertThat(broadcasts.heldUntil()).isEqualTo(LATER);
    broadcasts.hold(LATER.plusSeconds(1));
    assertThat(broadcasts.heldUntil()).isEqualTo(LATER.plusSeconds(1));
  }

  @Test
  void oneKindMayBeForgottenBeforeTheOthers() {
    Broadcast report = stores.runningTo(new ChatId(1));
    Broadcast answer = stores.create(NewBroadcast.answer("answer 1 pl", null, "Tak.", NOW));
    Broadcast open = stores.create(NewBroadcast.answer("answer 2 pl", null, "Nie.", NOW));
    broadcasts.change(report.id(), Set.of(State.RUNNING), State.DONE, NOW);
    broadcasts.change(answer.id(), Set.of(State.SCHEDULED), State.STOPPED, NOW);

    int forgotten = broadcasts.forgetEndedBefore(LATER, Kind.ANSWER);

    assertThat(forgotten).isEqualTo(1);
    assertThat(broadcasts.find(answer.id())).isNull();
    assertThat(broadcasts.find(report.id())).isNotNull();
    assertThat(broadcasts.find(open.id())).isNotNull();
  }

  @Test
  void onlyWhatEndedLongAgoIsForgotten() {
    Broadcast old = stores.runningTo(new ChatId(1));
    Broadcast fresh = stores.create(Stores.reminder("zdrowie"));
    Broadcast open = stores.create(NewBroadcast.draft(null, null, ANNA, NOW));
    broadcasts.change(old.id(), Set.of(State.RUNNING), State.DONE, NOW);
    broadcasts.change(fresh.id(), Set.of(State.SCHEDULED), State.MISSED, LATER);

    int forgotten = broadcasts.forgetEndedBefore(LATER);

    assertThat(forgotten).isEqualTo(1);
    assertThat(broadcasts.find(old.id())).isNull();
    assertThat(broadcasts.delivery(old.id(), new ChatId(1))).isNull();
    assertThat(broadcasts.find(fresh.id())).isNotNull();
    assertThat(broadcasts.find(open.id())).isNotNull();
  }
}
