package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.soclab.webinarbot.messaging.ChatId;

/** Several threads at one store: what an instance, its sender and its residents do at once. */
class StoresAtOnceTest {
  private static final int RECIPIENTS = 400;

  static Stream<Arguments> databases() {
    return Stream.of(
        Arguments.argumentSet("H2", (Supplier<Stores>) Stores::h2),
        Arguments.argumentSet("PostgreSQL", (Supplier<Stores>) Stores::postgres));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void twoSendersNeverClaimTheSameDelivery(Supplier<Stores> empty) throws Exception {
    Stores stores = empty.get();
    Broadcast report = stores.runningTo(chats());

    List<List<Long>> claimed =
        atOnce(() -> claimAll(stores, report), () -> claimAll(stores, report));

    assertThat(claimed.stream().flatMap(List::stream)).doesNotHaveDuplicates().hasSize(RECIPIENTS);
  }

  private static List<Long> claimAll(Stores stores, Broadcast broadcast) {
    List<Long> all = new ArrayList<>();
    List<Long> some = stores.claim(broadcast, 7);
    while (!some.isEmpty()) {
      all.addAll(some);
      some = stores.claim(broadcast, 7);
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whoStopsDuringTheFillGetsNothing(Supplier<Stores> empty) throws Exception {
    Stores stores = empty.get();
    for (ChatId chat : chats()) {
      stores.subscribe(chat.value(), "zdrowie");
    }
    Broadcast reminder = stores.runningReminder("zdrowie");

    atOnce(
        () -> {
          int portions = 1;
          while (!stores.broadcasts().fill(reminder.id(), 20)) {
            portions++;
          }
          return portions;
        },
        () -> {
          for (ChatId chat : chats()) {
            if (chat.value() % 2 == 0) {
              stores.subscriptions().stop(chat);
            }
          }
          return 0;
        });

    assertThat(stores.claim(reminder, RECIPIENTS))
        .filteredOn(chat -> stores.broadcasts().isWanted(reminder.id(), new ChatId(chat)))
        .containsExactlyElementsOf(
            LongStream.range(0, RECIPIENTS).filter(chat -> chat % 2 == 1).boxed().toList());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void occasionIsCreatedOnceHoweverManyTry(Supplier<Stores> empty) throws Exception {
    Stores stores = empty.get();

    for (int round = 0; round < 20; round++) {
      NewBroadcast made = Stores.reminder("zdrowie-" + round);
      List<Boolean> created =
          atOnce(
              () -> stores.broadcasts().create(made) != null,
              () -> stores.broadcasts().create(made) != null,
              () -> stores.broadcasts().create(made, List.of(new ChatId(1))) != null);

      assertThat(created).containsOnlyOnce(true);
    }

    assertThat(stores.broadcasts().in(Set.of(Broadcast.State.SCHEDULED))).hasSize(20);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void stopOfABroadcastLeavesNothingOpen(Supplier<Stores> empty) throws Exception {
    Stores stores = empty.get();
    Broadcast report = stores.runningTo(chats());

    atOnce(
        () -> {
          for (long chat : claimAll(stores, report)) {
            stores.broadcasts().again(report.id(), new ChatId(chat), Stores.NOW, false, true);
          }
          return true;
        },
        () ->
            stores
                .broadcasts()
                .change(
                    report.id(),
                    Set.of(Broadcast.State.RUNNING),
                    Broadcast.State.STOPPED,
                    Stores.NOW));

    assertThat(stores.broadcasts().progress(report.id()))
        .isEqualTo(new Progress(0, 0, 0, 0, 0, RECIPIENTS));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void buttonPressedTwiceAtOnceSubscribesOnce(Supplier<Stores> empty) throws Exception {
    Stores stores = empty.get();
    var chat = new ChatId(1);

    for (int round = 0; round < 20; round++) {
      String event = "zdrowie-" + round;
      List<Subscription> made =
          atOnce(
              () -> stores.subscriptions().subscribe(chat, event, Scope.ALL, "pl", Stores.NOW),
              () -> stores.subscriptions().subscribe(chat, event, Scope.ALL, "pl", Stores.NOW));

      assertThat(made).containsOnly(stores.subscriptions().find(chat, event));
    }

    assertThat(stores.subscriptions().of(chat)).hasSize(20);
  }

  private static ChatId[] chats() {
    return LongStream.range(0, RECIPIENTS).mapToObj(ChatId::new).toArray(ChatId[]::new);
  }

  /** Begins all of them at the same moment and waits for their results. */
  @SafeVarargs
  private static <T> List<T> atOnce(Callable<T>... works)
      throws InterruptedException, ExecutionException {
    var barrier = new CyclicBarrier(works.length);
    try (ExecutorService threads = Executors.newFixedThreadPool(works.length)) {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> work : works) {
        futures.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return work.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
