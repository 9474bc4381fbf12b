package pl.soclab.webinarbot.telegram;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.conversation.Flood;
import pl.soclab.webinarbot.language.ResourceFile;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/**
 * One turn from the inbox to its last reply. A turn that breaks is tried {@value #MAX_ATTEMPTS}
 * times and then set aside, and the resident is told that something broke.
 */
final class TurnHandler {
  private static final Logger LOG = LoggerFactory.getLogger(TurnHandler.class);

  static final int MAX_ATTEMPTS = 3;

  /** Enough to keep the processors busy; a queue of thinking turns would only use memory. */
  private static final int TURNS_AT_ONCE = 64;

  private final Conversation conversation;
  private final Flood flood;
  private final Inbox inbox;
  private final ReplySender replies;
  private final Typing typing;
  private final TelegramMetrics metrics;
  private final InstantSource clock;
  private final Rest rest;
  private final Timing timing;
  private final Semaphore atOnce = new Semaphore(TURNS_AT_ONCE);
  private final String apology = apology();

  TurnHandler(
      Conversation conversation,
      Flood flood,
      Inbox inbox,
      ReplySender replies,
      Typing typing,
      TelegramMetrics metrics,
      InstantSource clock,
      Rest rest,
      Timing timing) {
    this.conversation = conversation;
    this.flood = flood;
    this.inbox = inbox;
    this.replies = replies;
    this.typing = typing;
    this.metrics = metrics;
    this.clock = clock;
    this.rest = rest;
    this.timing = timing;
  }

  /** Handles a turn; what is not done when the bot stops stays in the inbox. */
  void handle(Turn turn) {
    long start = System.nanoTime();
    try (Typing.Shown shown = turn.isAsked() ? typing.in(turn.chat(), turn.replyTo()) : () -> {}) {
      if (answer(turn)) {
        persist(
            () -> {
              inbox.handled(turn.updateId(), clock.instant());
              return Boolean.TRUE;
            });
        metrics.handled();
        metrics.turn(System.nanoTime() - start);
      }
    }
  }

  /** Whether the turn is done with. */
  private boolean answer(Turn turn) {
    while (true) {
      Integer attempt = persist(() -> inbox.begin(turn.updateId()));
      if (attempt == null) {
        return false;
      }
      if (attempt > MAX_ATTEMPTS) {
        return setAside(turn);
      }
      List<OutgoingMessage> reply = think(turn, attempt);
      if (reply != null) {
        return send(turn, reply) || postpone(turn);
      }
      if (attempt == MAX_ATTEMPTS) {
        return setAside(turn);
      }
      if (!rest.rest(timing.retryTurn().multipliedBy(attempt))) {
        return false;
      }
    }
  }

  /** Null when the conversation broke. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  private @Nullable List<OutgoingMessage> think(Turn turn, int attempt) {
    atOnce.acquireUninterruptibly();
    try {
      return turn.tooMany() ? flood.notice(turn.message()) : conversation.handle(turn.message());
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      metrics.failedTurn();
      // The chat stays out of the log: the fault may quote what was written there.
      LOG.error("Attempt {} to handle update {} broke", attempt, turn.updateId(), e);
      return null;
    } finally {
      atOnce.release();
    }
  }

  private boolean send(Turn turn, List<OutgoingMessage> reply) {
    ReplyTo place = turn.replyTo();
    for (OutgoingMessage message : reply) {
      ReplyTo here = message.chat().equals(turn.chat()) ? place : null;
      if (replies.send(turn.updateId(), message, here) == ReplySender.Ended.STOPPED) {
        return false;
      }
      place = place == null ? null : place.topicOnly();
    }
    return true;
  }

  /** The reply waits for the next start; nothing was wrong with the question. */
  private boolean postpone(Turn turn) {
    try {
      inbox.postpone(turn.updateId());
    } catch (RuntimeException e) {
      LOG.warn("The attempt at update {} could not be taken back", turn.updateId(), e);
    }
    return false;
  }

  private boolean setAside(Turn turn) {
    metrics.setAside();
    LOG.error("Update {} was set aside after {} attempts", turn.updateId(), MAX_ATTEMPTS);
    return !turn.isAsked() || send(turn, List.of(OutgoingMessage.text(turn.chat(), apology)));
  }

  /** Insists until the database answers; null when it says so, or when the bot stops first. */
  private <T> @Nullable T persist(Supplier<@Nullable T> step) {
    for (int failures = 1; ; failures++) {
      try {
        return step.get();
      } catch (RuntimeException e) {
        LOG.error("The inbox cannot be reached, trying again", e);
        if (!rest.rest(timing.backOff(failures))) {
          return null;
        }
      }
    }
  }

  private static String apology() {
    Properties wording = ResourceFile.properties(TurnHandler.class, "wording_pl.properties");
    return Objects.requireNonNull(wording.getProperty("broken"), "broken");
  }
}
