package pl.soclab.webinarbot.preview;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the bot sent and which methods it called, for tests. Its waits are bounded and wake at each
 * change; none sleeps. Safe for use by several threads.
 */
public final class SentLog {
  private final Monitor monitor;
  private final InstantSource clock;
  private final List<SentMessage> messages = new ArrayList<>();
  private final List<ApiCall> calls = new ArrayList<>();
  private final Presses presses;

  SentLog(Monitor monitor, InstantSource clock, Presses presses) {
    this.monitor = monitor;
    this.clock = clock;
    this.presses = presses;
  }

  void sent(Chat chat, Message message) {
    monitor.run(() -> messages.add(SentMessage.of(chat, message, false)));
  }

  void edited(Chat chat, Message message) {
    replace(chat, message, false);
  }

  void deleted(Chat chat, Message message) {
    replace(chat, message, true);
  }

  private void replace(Chat chat, Message message, boolean deleted) {
    SentMessage now = SentMessage.of(chat, message, deleted);
    monitor.run(
        () ->
            messages.replaceAll(
                old -> old.chat() == now.chat() && old.messageId() == now.messageId() ? now : old));
  }

  void called(String method, Params params) {
    String name = method.toLowerCase(Locale.ROOT);
    var call = new ApiCall(name, params.number("chat_id"), clock.instant(), params.values());
    monitor.run(() -> calls.add(call));
  }

  /** All messages in the order in which they arrived, each in its newest state. */
  public List<SentMessage> messages() {
    return monitor.read(() -> List.copyOf(messages));
  }

  /** The messages of one chat, in order. */
  public List<SentMessage> messagesTo(long chat) {
    return messages().stream().filter(message -> message.chat() == chat).toList();
  }

  /**
   * Waits until a chat has that many messages.
   *
   * @return all its messages
   * @throws AssertionError if the time is over before; it tells what there is
   */
  public List<SentMessage> awaitMessages(long chat, int count, Duration atMost) {
    List<SentMessage> found =
        monitor.await(atMost, () -> messagesTo(chat).size() >= count ? messagesTo(chat) : null);
    if (found == null) {
      throw late(count + " messages to chat " + chat, atMost);
    }
    return found;
  }

  /**
   * Waits for a message that fits, among those that have already come too.
   *
   * @throws AssertionError if the time is over before; it tells what there is
   */
  public SentMessage awaitMessage(Predicate<SentMessage> wanted, Duration atMost) {
    SentMessage found =
        monitor.await(atMost, () -> messages.stream().filter(wanted).findFirst().orElse(null));
    if (found == null) {
      throw late("the message", atMost);
    }
    return found;
  }

  private AssertionError late(String what, Duration atMost) {
    return new AssertionError(
        "Not within " + atMost + ": " + what + ". Sent so far: " + messages());
  }

  /** All calls of a method (name in any case), in order, failed ones too. */
  public List<ApiCall> calls(String method) {
    return monitor.read(
        () -> calls.stream().filter(call -> call.method().equalsIgnoreCase(method)).toList());
  }

  /**
   * Waits until a method was called that often.
   *
   * @throws AssertionError if the time is over before
   */
  public List<ApiCall> awaitCalls(String method, int count, Duration atMost) {
    List<ApiCall> found =
        monitor.await(atMost, () -> calls(method).size() >= count ? calls(method) : null);
    if (found == null) {
      throw new AssertionError(
          "Not within "
              + atMost
              + ": "
              + count
              + " calls of "
              + method
              + ", but "
              + calls(method).size());
    }
    return found;
  }

  /** The bot's answer to the press of a button, if it has answered. */
  public Optional<CallbackAnswer> callbackAnswer(String queryId) {
    return Optional.ofNullable(presses.answerTo(queryId));
  }

  /**
   * Waits for the bot's answer to the press of a button.
   *
   * @throws AssertionError if the time is over before
   */
  public CallbackAnswer awaitCallbackAnswer(String queryId, Duration atMost) {
    @Nullable CallbackAnswer found = monitor.await(atMost, () -> presses.answerTo(queryId));
    if (found == null) {
      throw new AssertionError("Not within " + atMost + ": an answer to press " + queryId);
    }
    return found;
  }
}
