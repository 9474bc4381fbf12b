package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.PacedMessenger;
import pl.soclab.webinarbot.messaging.SendOutcome;

/**
 * Sends one delivery that was claimed, and writes down how it ended. Whatever happens, the row
 * leaves the state {@link Delivery.State#SENDING}, or the process dies and the next sender finds it
 * there.
 */
public final class Dispatch {
  /** A message that Telegram did not take so often is given up. */
  static final int MAX_ATTEMPTS = 5;

  /** A file that is being edited, or away for a moment. */
  private static final Duration NOTHING_TO_SAY = Duration.ofSeconds(30);

  /** By then the sender knows that the bot is switched off, and leaves the rest alone. */
  private static final Duration PAUSED = Duration.ofSeconds(1);

  private static final Duration AFTER_UNKNOWN = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  private final PacedMessenger messenger;
  private final BroadcastText text;
  private final Supplier<Knowledge> knowledge;
  private final Broadcasts broadcasts;
  private final Subscriptions subscriptions;
  private final Pause pause;
  private final InstantSource clock;
  private final Backlog backlog = new Backlog();

  /**
   * Wires it.
   *
   * @param messenger keeps the pace
   * @param text writes the messages
   * @param knowledge gives the newest snapshot
   * @param pause in which nothing leaves but what organisers are told
   */
  public Dispatch(
      PacedMessenger messenger,
      BroadcastText text,
      Supplier<Knowledge> knowledge,
      Broadcasts broadcasts,
      Subscriptions subscriptions,
      Pause pause,
      InstantSource clock) {
    this.messenger = messenger;
    this.text = text;
    this.knowledge = knowledge;
    this.broadcasts = broadcasts;
    this.subscriptions = subscriptions;
    this.pause = pause;
    this.clock = clock;
  }

  /** What became of a claimed delivery; a step that writes it down, and may be tried again. */
  private interface Ending {
    void write();
  }

  /**
   * Sends it. Throws an unchecked exception only when the store cannot be reached and {@code
   * insists} gives up.
   *
   * @param insist repeats a step until the store takes it
   */
  void send(Broadcast broadcast, Delivery delivery, Insistence insist) {
    var content = new Content(broadcast, delivery.chat());
    Ending ending;
    try {
      SendOutcome outcome = messenger.send(delivery.chat(), content);
      ending = outcome == null ? withdrawn(delivery, content) : ending(delivery, outcome);
    } catch (RuntimeException e) {
      // One message that cannot be written must not stop the others.
      LOG.error("A message of broadcast {} broke", broadcast.id(), e);
      ending = end(delivery, Delivery.State.FAILED, null, e.getClass().getSimpleName());
    }
    backlog.answered(content);
    try {
      insist.until(ending::write);
    } finally {
      backlog.written();
    }
  }

  /** Repeats a step while the store is out of reach. */
  @FunctionalInterface
  interface Insistence {
    void until(Runnable step);
  }

  /** The message, written when its turn has come. */
  private final class Content implements Supplier<@Nullable OutgoingMessage> {
    private final Broadcast broadcast;
    private final ChatId chat;
    private boolean unwanted;
    private boolean paused;

    Content(Broadcast broadcast, ChatId chat) {
      this.broadcast = broadcast;
      this.chat = chat;
    }

    @Override
    public @Nullable OutgoingMessage get() {
      backlog.begin(this);
      if (!broadcasts.isWanted(broadcast.id(), chat)) {
        unwanted = true;
        return null;
      }
      if (broadcast.kind() != Broadcast.Kind.REPORT && pause.isOn()) {
        paused = true;
        return null;
      }
      String language = broadcasts.language(broadcast.id(), chat);
      return text.write(broadcast, chat, language, knowledge.get(), clock.instant());
    }
  }

  private Ending withdrawn(Delivery delivery, Content content) {
    return content.unwanted
        ? end(delivery, Delivery.State.SKIPPED, null, null)
        : again(delivery, content.paused ? PAUSED : NOTHING_TO_SAY, false, false);
  }

  private Ending ending(Delivery delivery, SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Sent(long messageId) -> end(delivery, Delivery.State.SENT, messageId, null);
      case SendOutcome.RetryAfter(Duration delay) -> held(delivery, delay);
      case SendOutcome.NotSent(String reason) ->
          delivery.attempts() >= MAX_ATTEMPTS
              ? end(delivery, Delivery.State.FAILED, null, reason)
              : again(delivery, backOff(delivery.attempts()), false, true);
      case SendOutcome.Unknown(String reason) ->
          delivery.unknowns() > 0
              ? end(delivery, Delivery.State.UNKNOWN, null, reason)
              : again(delivery, AFTER_UNKNOWN, true, true);
      case SendOutcome.Blocked ignored -> blocked(delivery);
      case SendOutcome.Rejected(String reason, ChatId migratedTo) ->
          migratedTo == null
              ? end(delivery, Delivery.State.FAILED, null, reason)
              : moved(delivery, migratedTo);
    };
  }

  /** 1, 4, 16, 64 seconds. */
  private static Duration backOff(int attempts) {
    return Duration.ofSeconds(1L << (2 * Math.clamp(attempts - 1, 0, 4)));
  }

  private Ending held(Delivery delivery, Duration delay) {
    return () -> {
      Instant until = clock.instant().plus(delay);
      broadcasts.hold(until);
      broadcasts.again(delivery.broadcastId(), delivery.chat(), until, false, false);
    };
  }

  private Ending blocked(Delivery delivery) {
    return () -> {
      subscriptions.pause(delivery.chat(), clock.instant());
      broadcasts.end(delivery.broadcastId(), delivery.chat(), Delivery.State.BLOCKED, null, null);
    };
  }

  /** The group is a supergroup now, and gets it there. */
  private Ending moved(Delivery delivery, ChatId to) {
    return () -> {
      broadcasts.again(delivery.broadcastId(), delivery.chat(), clock.instant(), false, false);
      subscriptions.moved(delivery.chat(), to);
      broadcasts.moved(delivery.chat(), to);
    };
  }

  private Ending again(Delivery delivery, Duration pause, boolean unknown, boolean counts) {
    return () ->
        broadcasts.again(
            delivery.broadcastId(), delivery.chat(), clock.instant().plus(pause), unknown, counts);
  }

  private Ending end(
      Delivery delivery, Delivery.State state, @Nullable Long messageId, @Nullable String reason) {
    return () -> broadcasts.end(delivery.broadcastId(), delivery.chat(), state, messageId, reason);
  }
}
