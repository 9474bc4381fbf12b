package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every inbox does, whatever it stores in. */
abstract class InboxContract {
  private static final Instant NOW = Instant.parse("2022-02-16T11:00:00Z");

  private Inbox inbox = new InMemoryInbox();

  private Roster roster = new InMemoryRoster();
  private Roster other = new InMemoryRoster();

  /** An empty inbox with the roster that its instance and another one take turns by. */
  record Shared(Inbox inbox, Roster own, Roster other) {}

  abstract Shared empty();

  @BeforeEach
  void begin() {
    Shared shared = empty();
    inbox = shared.inbox();
    roster = shared.own();
    other = shared.other();
    roster.take();
  }

  @Test
  void updatesComeOutInTheOrderOfTheirArrival() {
    // After a week without updates Telegram's numbers begin anew, anywhere.
    inbox.store(List.of(update(900), update(901)), NOW);
    inbox.store(List.of(update(17)), NOW);

    assertThat(inbox.unhandled(Set.of(), 10))
        .extracting(StoredUpdate::updateId)
        .containsExactly(900L, 901L, 17L);
  }

  @Test
  void everyPartOfAnUpdateIsKept() {
    String payload = "{\"update_id\":7,\"message\":{\"text\":\"o kt\\u00f3rej? \\ud83d \\u0000\"}}";

    inbox.store(List.of(new RawUpdate(7, -1_001_234_567_890_123L, payload)), NOW);

    StoredUpdate stored = inbox.unhandled(Set.of(), 1).getFirst();
    assertThat(stored.updateId()).isEqualTo(7);
    assertThat(stored.chatId()).isEqualTo(-1_001_234_567_890_123L);
    assertThat(stored.payload()).isEqualTo(payload);
    assertThat(stored.receivedAt()).isEqualTo(NOW);
    assertThat(stored.attempts()).isZero();
  }

  @Test
  void updateWithoutAChatIsKept() {
    inbox.store(List.of(new RawUpdate(8, null, "{}")), NOW);

    assertThat(inbox.unhandled(Set.of(), 1).getFirst().chatId()).isNull();
  }

  @Test
  void longUpdateIsKept() {
    String payload = "{\"text\":\"" + "a".repeat(300_000) + "\"}";

    inbox.store(List.of(new RawUpdate(9, 1L, payload)), NOW);

    assertThat(inbox.unhandled(Set.of(), 1).getFirst().payload()).isEqualTo(payload);
  }

  @Test
  void repeatedUpdateIsStoredOnce() {
    int first = inbox.store(List.of(update(1), update(2), update(1)), NOW);

    int second = inbox.store(List.of(update(2), update(3)), NOW);

    assertThat(first).isEqualTo(2);
    assertThat(second).isEqualTo(1);
    assertThat(inbox.backlog()).isEqualTo(3);
  }

  @Test
  void severalAreHandledAtOnce() {
    inbox.store(List.of(update(1), update(2), update(3)), NOW);

    inbox.handled(List.of(1L, 3L), NOW);

    assertThat(inbox.unhandled(Set.of(), 10))
        .extracting(StoredUpdate::updateId)
        .containsExactly(2L);
    assertThat(inbox.forgetHandledBefore(NOW.plusSeconds(1))).isEqualTo(2);
  }

  @Test
  void handledUpdateComesOutNoMoreAndItsRepeatIsKnown() {
    inbox.store(List.of(update(1), update(2)), NOW);

    inbox.handled(1, NOW);

    assertThat(inbox.unhandled(Set.of(), 10))
        .extracting(StoredUpdate::updateId)
        .containsExactly(2L);
    assertThat(inbox.store(List.of(update(1)), NOW)).isZero();
    assertThat(inbox.backlog()).isEqualTo(1);
  }

  @Test
  void readingLeavesOutWhatIsHeldAlready() {
    inbox.store(IntStream.range(0, 5).mapToObj(InboxContract::update).toList(), NOW);
    List<StoredUpdate> first = inbox.unhandled(Set.of(), 2);

    List<StoredUpdate> next =
        inbox.unhandled(Set.of(first.getFirst().seq(), first.getLast().seq()), 2);

    assertThat(first).extracting(StoredUpdate::updateId).containsExactly(0L, 1L);
    assertThat(next).extracting(StoredUpdate::updateId).containsExactly(2L, 3L);
  }

  @Test
  void attemptsAreCountedAndCanBeTakenBack() {
    inbox.store(List.of(update(1)), NOW);

    assertThat(inbox.begin(1)).isEqualTo(1);
    assertThat(inbox.begin(1)).isEqualTo(2);
    inbox.postpone(1);

    assertThat(inbox.unhandled(Set.of(), 1).getFirst().attempts()).isEqualTo(1);
    assertThat(inbox.begin(1)).isEqualTo(2);
  }

  @Test
  void whatIsDoneOrUnknownIsNotBegun() {
    inbox.store(List.of(update(1)), NOW);
    inbox.handled(1, NOW);

    assertThat(inbox.begin(1)).isNull();
    assertThat(inbox.begin(404)).isNull();
  }

  @Test
  void onlyWhoIsOnDutyBegins() {
    inbox.store(List.of(update(1)), NOW);
    other.seize();

    assertThat(inbox.begin(1)).isNull();
    assertThat(inbox.unhandled(Set.of(), 1).getFirst().attempts()).isZero();
    other.giveBack();
    assertThat(inbox.begin(1)).as("nobody is").isNull();
    roster.take();
    assertThat(inbox.begin(1)).isEqualTo(1);
  }

  @Test
  void whoAnsweredMaySaySoWhenItsDutyIsOver() {
    inbox.store(List.of(update(1)), NOW);
    inbox.begin(1);
    other.seize();

    inbox.handled(1, NOW);

    assertThat(inbox.backlog()).isZero();
  }

  @Test
  void sameUpdateThatComesToSeveralAtOnceIsStoredOnce() throws Exception {
    var stored = new ArrayList<Future<Integer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        Callable<Integer> store = () -> inbox.store(List.of(update(1), update(2)), NOW);
        stored.add(threads.submit(store));
      }
    }

    int all = 0;
    for (Future<Integer> each : stored) {
      all += each.get();
    }
    assertThat(all).isEqualTo(2);
    assertThat(inbox.backlog()).isEqualTo(2);
  }

  @Test
  void onlyWhatWasHandledLongAgoIsForgotten() {
    inbox.store(List.of(update(1), update(2), update(3)), NOW.minus(Duration.ofDays(9)));
    inbox.handled(1, NOW.minus(Duration.ofHours(49)));
    inbox.handled(2, NOW.minus(Duration.ofHours(47)));

    int forgotten = inbox.forgetHandledBefore(NOW.minus(Duration.ofDays(2)));

    assertThat(forgotten).isEqualTo(1);
    assertThat(inbox.store(List.of(update(1), update(2), update(3)), NOW)).isEqualTo(1);
  }

  private static RawUpdate update(long id) {
    return new RawUpdate(id, 42L, "{\"update_id\":" + id + "}");
  }

  static Shared on(DataSource database) {
    Duration lease = DutyTiming.standard().lease();
    return new Shared(
        new JdbcInbox(database, "own"),
        new JdbcRoster(database, "own", lease),
        new JdbcRoster(database, "other", lease));
  }
}
