package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.questions.InMemoryTroubles;
import pl.soclab.webinarbot.questions.Trouble;
import pl.soclab.webinarbot.questions.Troubles;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.InMemoryBroadcasts;
import pl.soclab.webinarbot.reminders.InMemorySubscriptions;

class TroubleReportsTest {
  private static final Organisers ANNA = new ListedOrganisers(Set.of(ADesk.ANNA));

  private final InMemoryTroubles troubles = new InMemoryTroubles();
  private final InMemoryBroadcasts broadcasts = new InMemoryBroadcasts(new InMemorySubscriptions());
  private final Map<String, String> wrong = new TreeMap<>();
  private Instant now = Instant.parse("2022-02-10T11:00:00.123456789Z");

  /** How many calls of the stores go well from now on. */
  private int callsLeft = Integer.MAX_VALUE;

  /** What is in the map is wrong. */
  private final class Kind implements TroubleKind {
    @Override
    public Trouble.Kind kind() {
      return Trouble.Kind.FILE;
    }

    @Override
    public Map<String, String> look(List<Trouble> known) {
      return Map.copyOf(wrong);
    }

    @Override
    public void followed() {
      // Nothing to remember.
    }

    @Override
    public String begun(List<Trouble> together) {
      return "źle " + keys(together);
    }

    @Override
    public @Nullable String mended(List<Trouble> together) {
      return "dobrze " + keys(together);
    }

    private static List<String> keys(List<Trouble> together) {
      return together.stream().map(Trouble::key).sorted().toList();
    }
  }

  /** A store that the process dies at, before or after what was asked of it. */
  private <T> T dying(Class<T> port, T store, boolean afterwards) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              boolean dies = --callsLeft < 0;
              if (dies && !afterwards) {
                throw new IllegalStateException("died");
              }
              try {
                Object result = method.invoke(store, arguments);
                if (dies) {
                  throw new IllegalStateException("died");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private void look() {
    look(troubles, broadcasts);
  }

  private void look(Troubles inStore, Broadcasts inOther) {
    new TroubleReports(inStore, inOther, ANNA).look(new Kind(), false, now);
  }

  private void passes(Duration time) {
    now = now.plus(time);
  }

  private List<String> told() {
    return broadcasts.in(Set.of(Broadcast.State.SCHEDULED)).stream()
        .sorted(Comparator.comparingLong(Broadcast::id))
        .map(Broadcast::content)
        .toList();
  }

  /** What happens between two looks. */
  private List<Runnable> story() {
    return List.of(
        () -> wrong.putAll(Map.of("a", "a.md", "b", "b.md")),
        () -> passes(Duration.ofSeconds(30)),
        () -> wrong.put("c", "c.md"),
        () -> passes(Duration.ofSeconds(31)),
        () -> passes(Duration.ofMinutes(2)),
        () -> wrong.keySet().removeAll(List.of("a", "c")),
        () -> passes(Duration.ofMinutes(2)),
        () -> wrong.put("a", "a.md"),
        () -> passes(Duration.ofMinutes(2)),
        wrong::clear,
        () -> passes(Duration.ofMinutes(2)));
  }

  private static final List<String> TOLD =
      List.of("źle [a, b]", "źle [c]", "dobrze [a, c]", "źle [a]", "dobrze [a, b]");

  @Test
  void storyIsToldInFiveReports() {
    story()
        .forEach(
            step -> {
              step.run();
              look();
            });

    assertThat(told()).isEqualTo(TOLD);
    assertThat(troubles.of(Trouble.Kind.FILE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void deathAtAnyCallTellsNothingTwiceAndLosesNothing(boolean afterwards) {
    int deaths = 0;
    for (int calls = 0; calls < 12; calls++) {
      for (int fatal = 0; fatal < story().size(); fatal++) {
        deaths += diesOnce(fatal, calls, afterwards) ? 1 : 0;
        assertThat(told()).as("death at call %s of step %s", calls, fatal).isEqualTo(TOLD);
        assertThat(troubles.of(Trouble.Kind.FILE)).isEmpty();
        forgetEverything();
      }
    }
    assertThat(deaths).isGreaterThan(30);
  }

  /** Plays the story; the process dies once, and the next one looks a moment later. */
  private boolean diesOnce(int fatal, int calls, boolean afterwards) {
    var died = new ArrayList<IllegalStateException>();
    List<Runnable> steps = story();
    for (int step = 0; step < steps.size(); step++) {
      steps.get(step).run();
      if (step == fatal) {
        callsLeft = calls;
        try {
          look(
              dying(Troubles.class, troubles, afterwards),
              dying(Broadcasts.class, broadcasts, afterwards));
        } catch (IllegalStateException e) {
          died.add(e);
        }
      }
      look();
    }
    return !died.isEmpty();
  }

  private void forgetEverything() {
    broadcasts
        .in(Set.of(Broadcast.State.SCHEDULED))
        .forEach(
            report ->
                broadcasts.change(report.id(), Broadcast.State.OPEN, Broadcast.State.STOPPED, now));
    passes(Duration.ofDays(1));
  }

  @Test
  void whatWasToldByAProcessThatDiedIsCalledMended() {
    wrong.put("a", "a.md");
    look();
    passes(Duration.ofMinutes(2));
    callsLeft = 2;
    try {
      look(dying(Troubles.class, troubles, true), dying(Broadcasts.class, broadcasts, true));
    } catch (IllegalStateException e) {
      assertThat(told()).containsExactly("źle [a]");
    }
    wrong.clear();

    look();
    passes(Duration.ofMinutes(2));
    look();

    assertThat(told()).containsExactly("źle [a]", "dobrze [a]");
  }

  @Test
  void clockThatWasSetBackHoldsNothingUpForLong() {
    wrong.put("a", "a.md");
    look();

    passes(Duration.ofHours(-1));
    look();

    assertThat(told()).containsExactly("źle [a]");
  }
}
