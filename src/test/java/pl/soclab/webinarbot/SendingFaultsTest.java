package pl.soclab.webinarbot;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.preview.Fault;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Delivery;
import pl.soclab.webinarbot.reminders.Delivery.State;
import pl.soclab.webinarbot.reminders.Progress;

/** A broadcast while Telegram fails in every way it can; the stand-in's own log is the judge. */
class SendingFaultsTest {
  private static final int MANY = 300;
  private static final int OF_EACH = 6;
  private static final long SEED = 20220217;
  private static final double DROPPED = 0.05;

  private static final Fault BLOCKED = Fault.forbidden();
  private static final Fault STRANGE = Fault.badRequest("message is too strange");
  private static final Fault GONE = Fault.badRequest("chat not found");
  private static final Fault GATEWAY = new Fault.ErrorPage(502);
  private static final Fault INTERNAL = new Fault.Refused(500, "Internal Server Error", Map.of());
  private static final Fault SLOW = new Fault.Delayed(Duration.ofMillis(200));
  private static final Fault BEFORE = new Fault.DroppedBefore();
  private static final Fault AFTER = new Fault.DroppedAfter();
  private static final Fault HALF = new Fault.HalfAnswer();

  private final BroadcastOnPreview broadcast = new BroadcastOnPreview(MANY);
  private final Random random = new Random(SEED);

  @AfterEach
  void close() {
    broadcast.close();
  }

  /** What becomes of a resident's delivery, and how often the message is in the chat. */
  private record End(State state, int attempts, int unknowns, int arrived) {}

  /** What goes wrong at a resident, and what comes of it. */
  private record Case(List<Fault> faults, End end) {}

  private static final End FAULTLESS = new End(State.SENT, 1, 0, 1);

  /** Whether a message arrived cannot be told from the drop of a socket, so one more is sent. */
  private static final List<Case> CASES =
      List.of(
          new Case(List.of(BLOCKED), new End(State.BLOCKED, 1, 0, 0)),
          new Case(List.of(GONE), new End(State.BLOCKED, 1, 0, 0)),
          new Case(List.of(STRANGE), new End(State.FAILED, 1, 0, 0)),
          new Case(List.of(GATEWAY), new End(State.SENT, 2, 0, 1)),
          new Case(List.of(GATEWAY, INTERNAL), new End(State.SENT, 3, 0, 1)),
          new Case(nCopies(4, GATEWAY), new End(State.SENT, 5, 0, 1)),
          new Case(nCopies(6, GATEWAY), new End(State.FAILED, 5, 0, 0)),
          new Case(List.of(GATEWAY, BLOCKED), new End(State.BLOCKED, 2, 0, 0)),
          new Case(List.of(BEFORE), new End(State.SENT, 2, 1, 1)),
          new Case(List.of(AFTER), new End(State.SENT, 2, 1, 2)),
          new Case(List.of(HALF), new End(State.SENT, 2, 1, 2)),
          new Case(List.of(AFTER, GATEWAY), new End(State.SENT, 3, 1, 2)),
          new Case(List.of(AFTER, AFTER), new End(State.UNKNOWN, 2, 2, 2)),
          new Case(List.of(BEFORE, AFTER), new End(State.UNKNOWN, 2, 2, 1)),
          new Case(List.of(SLOW), FAULTLESS));

  /** Plans each case for a few residents; the others are faultless. Says how each has to end. */
  private Map<Long, End> dealt() {
    List<Long> shuffled = new ArrayList<>(broadcast.residents);
    Collections.shuffle(shuffled, random);
    var expected = new HashMap<Long, End>();
    for (int i = 0; i < MANY; i++) {
      boolean faulty = i < CASES.size() * OF_EACH;
      Case met = faulty ? CASES.get(i % CASES.size()) : new Case(List.of(), FAULTLESS);
      broadcast.goesWrong(shuffled.get(i), met.faults());
      expected.put(shuffled.get(i), met.end());
    }
    return expected;
  }

  private List<End> ends() {
    return broadcast.residents.stream().map(this::end).toList();
  }

  private End end(long resident) {
    Delivery row = broadcast.delivery(resident);
    return new End(row.state(), row.attempts(), row.unknowns(), broadcast.arrived(resident));
  }

  private void assertEnds(Map<Long, End> expected) {
    assertThat(broadcast.state()).isEqualTo(Broadcast.State.DONE);
    assertThat(broadcast.residents)
        .allSatisfy(resident -> assertThat(end(resident)).isEqualTo(expected.get(resident)));
  }

  @Test
  void everyRowEndsAsItsFaultsDemandAndStopsNoOther() {
    Map<Long, End> expected = dealt();

    broadcast.sendAll();

    assertEnds(expected);
    assertThat(broadcast.residents)
        .filteredOn(broadcast::isPaused)
        .hasSize(3 * OF_EACH)
        .allMatch(resident -> end(resident).state() == State.BLOCKED);
  }

  @Test
  void failedRowSaysWhy() {
    long refused = broadcast.residents.getFirst();
    long givenUp = broadcast.residents.getLast();
    broadcast.goesWrong(refused, List.of(STRANGE));
    broadcast.goesWrong(givenUp, nCopies(5, GATEWAY));

    broadcast.sendAll();

    assertThat(broadcast.delivery(refused).reason())
        .isEqualTo("Bad Request: message is too strange");
    assertThat(broadcast.delivery(givenUp).reason()).contains("502");
    assertThat(broadcast.progress()).isEqualTo(new Progress(0, MANY - 2, 0, 2, 0, 0));
  }

  @Test
  void silenceOfASecondCostsNobodyAnAttempt() {
    broadcast.goesWrong(broadcast.residents.get(MANY / 3), List.of(Fault.tooManyRequests(1)));
    broadcast.goesWrong(broadcast.residents.get(MANY / 2), List.of(Fault.tooManyRequests(1)));

    broadcast.sendAll();

    assertThat(broadcast.state()).isEqualTo(Broadcast.State.DONE);
    assertThat(ends()).containsOnly(FAULTLESS);
  }

  /** The program that starts anew has only the database to know the silence from. */
  @Test
  void silenceOfHalfAMinuteOutlivesTheProgram() {
    broadcast.goesWrong(broadcast.residents.get(MANY / 10), List.of(Fault.tooManyRequests(30)));
    broadcast.look();
    int calls = broadcast.calls();

    broadcast.restarts();
    broadcast.later(Duration.ofSeconds(29));
    assertThat(calls).isLessThan(MANY);
    assertThat(broadcast.calls()).isEqualTo(calls);
    broadcast.later(Duration.ofSeconds(1));

    assertThat(broadcast.state()).isEqualTo(Broadcast.State.DONE);
    assertThat(broadcast.calls()).isEqualTo(MANY + 1);
    assertThat(ends()).containsOnly(FAULTLESS);
  }

  /** A resident's sends in a row; the first that is not dropped ends it. */
  private List<Fault> drops() {
    return Stream.generate(random::nextDouble)
        .takeWhile(chance -> chance < DROPPED)
        .map(chance -> random.nextBoolean() ? BEFORE : AFTER)
        .toList();
  }

  private static End afterDrops(List<Fault> drops) {
    boolean givenUp = drops.size() > 1;
    int taken = Math.toIntExact(drops.stream().limit(2).filter(AFTER::equals).count());
    return givenUp
        ? new End(State.UNKNOWN, 2, 2, taken)
        : new End(State.SENT, drops.size() + 1, drops.size(), taken + 1);
  }

  @Test
  void droppedSocketsLoseNobodyAndRepeatNothingThatIsNotCountedAsUnknown() {
    var expected = new HashMap<Long, End>();
    for (long resident : broadcast.residents) {
      List<Fault> drops = drops();
      broadcast.goesWrong(resident, drops);
      expected.put(resident, afterDrops(drops));
    }

    broadcast.sendAll();

    assertEnds(expected);
    List<End> ends = ends();
    assertThat(ends).allMatch(end -> end.arrived() >= 1 || end.state() == State.UNKNOWN);
    assertThat(ends).allMatch(end -> end.arrived() - 1 <= end.unknowns());
    assertThat(ends).filteredOn(end -> end.unknowns() > 0).hasSizeBetween(5, 30);
    long givenUp = ends.stream().filter(end -> end.state() == State.UNKNOWN).count();
    assertThat(broadcast.progress()).isEqualTo(new Progress(0, MANY - givenUp, givenUp, 0, 0, 0));
  }
}
