package pl.soclab.webinarbot;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.conversation.AnswerListener;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * What an operator can watch of the bot's work. Labels come from the program alone: kinds of
 * answers and ids of topics, never a word of an event or of a resident; {@code docs/operating.md}
 * lists all meters.
 */
final class BotMetrics implements AnswerListener {
  /** As topics.yaml spells them. */
  private static final Pattern TOPIC = Pattern.compile("[a-z_]{1,40}");

  private final MeterRegistry registry;

  BotMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void answered(ChatId chat, Answer answer, Instant now) {
    List<String> topics = answer.content().topics();
    String topic = topics.isEmpty() ? "none" : topics.getFirst();
    Counter.builder("bot.answers")
        .description("Answers by kind and by the topic that was asked for first")
        .tag("kind", answer.kind())
        .tag("topic", TOPIC.matcher(topic).matches() ? topic : "other")
        .register(registry)
        .increment();
  }

  /** The same conversation, with the time that each turn takes to be thought of. */
  Conversation timed(Conversation conversation) {
    Timer timer =
        Timer.builder("bot.thinking")
            .description("From an update to the reply that answers it, without sending it")
            .register(registry);
    return message -> timer.record(() -> conversation.handle(message));
  }

  /** A number that is asked for at each look; NaN where it cannot be told just now. */
  void gauge(String name, String description, Supplier<? extends Number> number) {
    Gauge.builder(
            name,
            () -> {
              try {
                return number.get();
              } catch (RuntimeException e) {
                return Double.NaN;
              }
            })
        .description(description)
        .register(registry);
  }

  /** Seconds since a moment, or until it; NaN where there is none. */
  static double seconds(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? Double.NaN : Duration.between(from, to).toMillis() / 1000.0;
  }

  /** Seconds from a moment to now. */
  void age(
      String name, String description, Supplier<@Nullable Instant> moment, InstantSource clock) {
    gauge(name, description, () -> seconds(moment.get(), clock.instant()));
  }
}
