package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;

/** What every store of subscriptions does, whatever it stores in. */
abstract class SubscriptionsContract {
  private static final Instant NOW = Stores.NOW;
  private static final Instant LATER = NOW.plus(Duration.ofHours(3));
  private static final ChatId ANNA = new ChatId(4_503_599_627_370_495L);
  private static final ChatId GROUP = new ChatId(-123);
  private static final ChatId SUPERGROUP = new ChatId(-1_001_234_567_890L);

  private Subscriptions subscriptions = new InMemorySubscriptions();

  abstract Stores emptyStores();

  @BeforeEach
  void begin() {
    subscriptions = emptyStores().subscriptions();
  }

  @Test
  void subscriptionIsFoundAsItWasMade() {
    Subscription made = subscriptions.subscribe(ANNA, "zdrowie", Scope.LAST_HOUR, "uk", NOW);

    assertThat(made)
        .isEqualTo(new Subscription(ANNA, "zdrowie", Scope.LAST_HOUR, "uk", NOW, false))
        .isEqualTo(subscriptions.find(ANNA, "zdrowie"));
    assertThat(subscriptions.find(ANNA, "inne")).isNull();
    assertThat(subscriptions.find(GROUP, "zdrowie")).isNull();
  }

  @Test
  void pressingTheButtonTwiceKeepsTheBeginning() {
    subscriptions.subscribe(ANNA, "zdrowie", Scope.ALL, "pl", NOW);

    Subscription again = subscriptions.subscribe(ANNA, "zdrowie", Scope.ALL, "en", LATER);

    assertThat(again).isEqualTo(new Subscription(ANNA, "zdrowie", Scope.ALL, "en", NOW, false));
    assertThat(subscriptions.of(ANNA)).containsExactly(again);
  }

  @Test
  void anotherScopeKeepsTheBeginning() {
    subscriptions.subscribe(ANNA, "zdrowie", Scope.CHANGES, "pl", NOW);

    subscriptions.subscribe(ANNA, "zdrowie", Scope.ALL, "pl", LATER);

    assertThat(subscriptions.of(ANNA))
        .containsExactly(new Subscription(ANNA, "zdrowie", Scope.ALL, "pl", NOW, false));
  }

  @Test
  void pausedSubscriptionBeginsAnewWhenItIsMadeAgain() {
    subscriptions.subscribe(ANNA, "zdrowie", Scope.ALL, "pl", NOW);
    subscriptions.pause(ANNA, NOW);

    Subscription again = subscriptions.subscribe(ANNA, "zdrowie", Scope.ALL, "pl", LATER);

    assertThat(again).isEqualTo(new Subscription(ANNA, "zdrowie", Scope.ALL, "pl", LATER, false));
  }

  @Test
  void subscriptionsOfAChatComeInTheOrderOfTheirEvents() {
    subscriptions.subscribe(ANNA, "b", Scope.ALL, "pl", NOW);
    subscriptions.subscribe(ANNA, "a", Scope.ALL, "pl", LATER);
    subscriptions.subscribe(GROUP, "c", Scope.ALL, "pl", NOW);

    assertThat(subscriptions.of(ANNA)).extracting(Subscription::eventId).containsExactly("a", "b");
  }

  @Test
  void stopEndsAllOfAChatAndSaysWhich() {
    subscriptions.subscribe(ANNA, "b", Scope.ALL, "pl", NOW);
    subscriptions.subscribe(ANNA, "a", Scope.ALL, "pl", NOW);
    subscriptions.subscribe(GROUP, "a", Scope.ALL, "pl", NOW);

    var ended = subscriptions.stop(ANNA);

    assertThat(ended).extracting(Subscription::eventId).containsExactly("a", "b");
    assertThat(subscriptions.of(ANNA)).isEmpty();
    assertThat(subscriptions.of(GROUP)).hasSize(1);
    assertThat(subscriptions.stop(ANNA)).isEmpty();
  }

  @Test
  void oneSubscriptionCanBeEnded() {
    subscriptions.subscribe(ANNA, "a", Scope.ALL, "pl", NOW);
    subscriptions.subscribe(ANNA, "b", Scope.ALL, "pl", NOW);

    assertThat(subscriptions.stop(ANNA, "a")).isTrue();

    assertThat(subscriptions.stop(ANNA, "a")).isFalse();
    assertThat(subscriptions.of(ANNA)).extracting(Subscription::eventId).containsExactly("b");
  }

  @Test
  void pauseKeepsTheBeginningAndReturnBeginsAnew() {
    Subscription made = subscriptions.subscribe(ANNA, "a", Scope.LAST_HOUR, "uk", NOW);
    subscriptions.pause(ANNA, LATER);
    subscriptions.subscribe(ANNA, "b", Scope.ALL, "pl", NOW);

    assertThat(subscriptions.find(ANNA, "a"))
        .isEqualTo(new Subscription(ANNA, "a", Scope.LAST_HOUR, "uk", made.since(), true));

    var resumed = subscriptions.resume(ANNA, LATER);

    assertThat(resumed)
        .containsExactly(new Subscription(ANNA, "a", Scope.LAST_HOUR, "uk", LATER, false));
    assertThat(subscriptions.of(ANNA))
        .containsExactly(
            resumed.getFirst(), new Subscription(ANNA, "b", Scope.ALL, "pl", NOW, false));
    assertThat(subscriptions.resume(ANNA, LATER)).isEmpty();
  }

  @Test
  void stoppedSubscriptionDoesNotComeBack() {
    subscriptions.subscribe(ANNA, "a", Scope.ALL, "pl", NOW);
    subscriptions.pause(ANNA, NOW);
    subscriptions.stop(ANNA);

    assertThat(subscriptions.resume(ANNA, LATER)).isEmpty();
    assertThat(subscriptions.of(ANNA)).isEmpty();
  }

  @Test
  void groupThatBecomesASupergroupKeepsItsSubscriptions() {
    subscriptions.subscribe(GROUP, "a", Scope.LAST_HOUR, "pl", NOW);
    subscriptions.subscribe(ANNA, "a", Scope.ALL, "pl", NOW);

    subscriptions.moved(GROUP, SUPERGROUP);

    assertThat(subscriptions.of(GROUP)).isEmpty();
    assertThat(subscriptions.of(SUPERGROUP))
        .containsExactly(new Subscription(SUPERGROUP, "a", Scope.LAST_HOUR, "pl", NOW, false));
    assertThat(subscriptions.of(ANNA)).hasSize(1);
  }

  @Test
  void whatTheNewChatChoseItselfStands() {
    subscriptions.subscribe(GROUP, "a", Scope.ALL, "pl", NOW);
    subscriptions.subscribe(GROUP, "b", Scope.ALL, "pl", NOW);
    subscriptions.subscribe(SUPERGROUP, "a", Scope.CHANGES, "en", LATER);

    subscriptions.moved(GROUP, SUPERGROUP);

    assertThat(subscriptions.of(GROUP)).isEmpty();
    assertThat(subscriptions.of(SUPERGROUP))
        .containsExactly(
            new Subscription(SUPERGROUP, "a", Scope.CHANGES, "en", NOW, false),
            new Subscription(SUPERGROUP, "b", Scope.ALL, "pl", NOW, false));
  }

  @Test
  void whatRestsInTheNewChatGivesWay() {
    subscriptions.subscribe(GROUP, "a", Scope.ALL, "pl", LATER);
    subscriptions.subscribe(SUPERGROUP, "a", Scope.CHANGES, "en", NOW);
    subscriptions.pause(SUPERGROUP, NOW);

    subscriptions.moved(GROUP, SUPERGROUP);

    assertThat(subscriptions.of(SUPERGROUP))
        .containsExactly(new Subscription(SUPERGROUP, "a", Scope.ALL, "pl", LATER, false));
  }

  @Test
  void whatRestedInTheOldChatWakesNobody() {
    subscriptions.subscribe(GROUP, "a", Scope.ALL, "pl", NOW);
    subscriptions.pause(GROUP, NOW);
    Subscription own = subscriptions.subscribe(SUPERGROUP, "a", Scope.CHANGES, "en", LATER);

    subscriptions.moved(GROUP, SUPERGROUP);
    subscriptions.moved(SUPERGROUP, SUPERGROUP);

    assertThat(subscriptions.of(GROUP)).isEmpty();
    assertThat(subscriptions.of(SUPERGROUP)).containsExactly(own);
  }

  @Test
  void renamedEventKeepsItsSubscribers() {
    subscriptions.subscribe(ANNA, "stare", Scope.ALL, "pl", NOW);
    subscriptions.subscribe(GROUP, "stare", Scope.ALL, "pl", NOW);
    subscriptions.subscribe(GROUP, "nowe", Scope.CHANGES, "pl", LATER);
    subscriptions.subscribe(ANNA, "inne", Scope.ALL, "pl", NOW);

    subscriptions.renamed("stare", "nowe");

    assertThat(subscriptions.of(ANNA))
        .extracting(Subscription::eventId)
        .containsExactly("inne", "nowe");
    assertThat(subscriptions.of(GROUP))
        .containsExactly(new Subscription(GROUP, "nowe", Scope.CHANGES, "pl", NOW, false));
  }

  @Test
  void eachChatCountsOnceUnlessItRests() {
    subscriptions.subscribe(ANNA, "a", Scope.ALL, "pl", NOW);
    subscriptions.subscribe(ANNA, "b", Scope.ALL, "pl", NOW);
    subscriptions.subscribe(GROUP, "a", Scope.LAST_HOUR, "pl", NOW);
    subscriptions.subscribe(SUPERGROUP, "b", Scope.ALL, "pl", NOW);
    subscriptions.pause(SUPERGROUP, NOW);

    assertThat(subscriptions.count(null, Stores.EVERYBODY)).isEqualTo(2);
    assertThat(subscriptions.count("a", Stores.EVERYBODY)).isEqualTo(2);
    assertThat(subscriptions.count("a", Set.of(Scope.LAST_HOUR))).isEqualTo(1);
    assertThat(subscriptions.count("b", Stores.EVERYBODY)).isEqualTo(1);
    assertThat(subscriptions.count("c", Stores.EVERYBODY)).isZero();
    assertThat(subscriptions.count("a", Set.of())).isZero();
  }
}
