package pl.soclab.webinarbot.telegram;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import pl.soclab.webinarbot.messaging.SendOutcome;

/** What the operator can watch. No meter is about one resident. */
final class TelegramMetrics {
  private final MeterRegistry registry;
  private final Counter taken;
  private final Counter handled;
  private final Counter unreadable;
  private final Counter refused;
  private final Counter failedTurns;
  private final Counter setAside;
  private final Counter notHeard;
  private final Timer turns;

  TelegramMetrics(MeterRegistry registry) {
    this.registry = registry;
    taken = counter("telegram.updates.taken", "Updates stored in the inbox");
    handled = counter("telegram.updates.handled", "Updates done with");
    unreadable = counter("telegram.updates.unreadable", "Updates that could not be read");
    refused = counter("telegram.deliveries.refused", "Deliveries without the right secret");
    failedTurns = counter("telegram.turns.failed", "Tries of a turn that ended in a fault");
    setAside = counter("telegram.updates.set.aside", "Updates given up after several faults");
    notHeard = counter("telegram.updates.not.heard", "Updates of chats that wrote too much");
    turns =
        Timer.builder("telegram.turn")
            .description("From the beginning of a turn to its last reply")
            .register(registry);
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  /**
   * Watches the seconds since Telegram last answered, the updates held in memory, and whether this
   * instance is on duty.
   */
  void watch(Supplier<Number> pollAgeSeconds, Supplier<Number> waiting, BooleanSupplier onDuty) {
    TimeGauge.builder("telegram.poll.age", pollAgeSeconds, TimeUnit.SECONDS)
        .description("Time since Telegram last answered a poll")
        .register(registry);
    Gauge.builder("telegram.updates.waiting", waiting)
        .description("Updates whose turn has not come")
        .register(registry);
    Gauge.builder("telegram.on.duty", () -> onDuty.getAsBoolean() ? 1 : 0)
        .description("1 for the one of several instances that talks with Telegram")
        .register(registry);
  }

  void taken(int updates) {
    taken.increment(updates);
  }

  void handled() {
    handled.increment();
  }

  void unreadable() {
    unreadable.increment();
  }

  void refused() {
    refused.increment();
  }

  void failedTurn() {
    failedTurns.increment();
  }

  void setAside() {
    setAside.increment();
  }

  void notHeard() {
    notHeard.increment();
  }

  void turn(long nanos) {
    turns.record(nanos, TimeUnit.NANOSECONDS);
  }

  void sent(SendOutcome outcome) {
    String name =
        switch (outcome) {
          case SendOutcome.Sent sent -> "sent";
          case SendOutcome.RetryAfter retry -> "retry_after";
          case SendOutcome.NotSent notSent -> "not_sent";
          case SendOutcome.Blocked blocked -> "blocked";
          case SendOutcome.Unknown unknown -> "unknown";
          case SendOutcome.Rejected rejected -> "rejected";
        };
    registry.counter("telegram.sends", "outcome", name).increment();
  }
}
