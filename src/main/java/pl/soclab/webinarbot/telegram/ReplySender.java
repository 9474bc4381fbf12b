package pl.soclab.webinarbot.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.SendOutcome;
import pl.soclab.webinarbot.telegram.MessageParts.Part;

/**
 * Sends replies, which somebody waits for: what did not leave is tried again, and what may have
 * arrived is sent once more, because an answer read twice harms nobody and a missing one does (see
 * {@code docs/decisions/004-a-reply-may-come-twice.md}).
 */
final class ReplySender {
  private static final Logger LOG = LoggerFactory.getLogger(ReplySender.class);

  /** So long Telegram keeps an update, so no answer is waited for longer (Bot API, getUpdates). */
  private static final Duration HELD_AT_MOST = Duration.ofDays(1);

  private final TelegramMessenger messenger;
  private final Rest rest;
  private final Timing timing;

  ReplySender(TelegramMessenger messenger, Rest rest, Timing timing) {
    this.messenger = messenger;
    this.rest = rest;
    this.timing = timing;
  }

  /** How a reply ended. */
  enum Ended {
    /** Sent, or it cannot be sent; either way nothing is left to do. */
    DONE,
    /** The bot stops before it was sent. */
    STOPPED
  }

  /** Sends all parts of a reply, in order. */
  Ended send(long updateId, OutgoingMessage reply, @Nullable ReplyTo replyTo) {
    ReplyTo place = replyTo;
    for (Part part : MessageParts.of(reply)) {
      Ended ended = new Sending(updateId, part, place, reply.chat()).run();
      if (ended == Ended.STOPPED) {
        return ended;
      }
      place = place == null ? null : place.topicOnly();
    }
    return Ended.DONE;
  }

  /** The tries of one part. */
  private final class Sending {
    private final long updateId;
    private final Part part;
    private final @Nullable ReplyTo replyTo;
    private ChatId chat;
    private Duration waited = Duration.ZERO;
    private Duration held = Duration.ZERO;
    private int failures;
    private boolean repeated;

    Sending(long updateId, Part part, @Nullable ReplyTo replyTo, ChatId chat) {
      this.updateId = updateId;
      this.part = part;
      this.replyTo = replyTo;
      this.chat = chat;
    }

    Ended run() {
      while (true) {
        SendOutcome outcome = messenger.send(chat, part, replyTo);
        Duration pause = pauseBeforeNextTry(outcome);
        if (pause == null) {
          return Ended.DONE;
        }
        if (!rest.rest(pause)) {
          return Ended.STOPPED;
        }
      }
    }

    /** Null when there is no next try. */
    private @Nullable Duration pauseBeforeNextTry(SendOutcome outcome) {
      return switch (outcome) {
        case SendOutcome.Sent sent -> null;
        case SendOutcome.Blocked blocked -> null;
        case SendOutcome.RetryAfter(Duration delay) -> later(delay);
        case SendOutcome.NotSent notSent -> retry();
        case SendOutcome.Unknown(String reason) -> repeat(reason);
        case SendOutcome.Rejected(String reason, ChatId migratedTo) -> moved(reason, migratedTo);
      };
    }

    /** Telegram takes nothing from anybody just now: no fault of this reply. */
    private @Nullable Duration later(Duration delay) {
      held = held.plus(delay);
      return held.compareTo(HELD_AT_MOST) > 0 ? givenUp() : delay;
    }

    private @Nullable Duration retry() {
      failures++;
      Duration pause = timing.backOff(failures);
      waited = waited.plus(pause);
      return waited.compareTo(timing.replyPatience()) > 0 ? givenUp() : pause;
    }

    private @Nullable Duration givenUp() {
      LOG.warn("The reply to update {} was given up: Telegram does not take it", updateId);
      return null;
    }

    private @Nullable Duration repeat(String reason) {
      LOG.warn("Whether the reply to update {} arrived is not known: {}", updateId, reason);
      if (repeated) {
        return null;
      }
      repeated = true;
      return timing.firstBackOff();
    }

    private @Nullable Duration moved(String reason, @Nullable ChatId migratedTo) {
      if (migratedTo == null || repeated) {
        LOG.warn("Telegram refused the reply to update {}: {}", updateId, reason);
        return null;
      }
      repeated = true;
      chat = migratedTo;
      return Duration.ZERO;
    }
  }
}
