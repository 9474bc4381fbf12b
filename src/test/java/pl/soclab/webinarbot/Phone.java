package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.preview.TestResident;

/**
 * A chat with the bot as whoever holds the phone reads it: message after message, each once. While
 * it waits, the preview's time goes by quickly, so that what is sent after a while comes at once.
 */
final class Phone {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final Duration REST = Duration.ofMillis(20);
  private static final Duration ANSWER = Duration.ofMillis(500);

  private static final int TRIES = 5;
  private static final int MINUTES = 2;

  private final Preview preview;
  private final TestResident owner;
  private int read;

  Phone(Preview preview, TestResident owner) {
    this.preview = preview;
    this.owner = owner;
  }

  TestResident owner() {
    return owner;
  }

  /** Writes, and reads the next message. */
  SentMessage asks(String text) {
    catchUp();
    owner.writes(text);
    return next();
  }

  /** Writes again, at most a few times, until the next message holds these words. */
  SentMessage asksUntil(String text, String words) {
    SentMessage answer = asks(text);
    for (int more = 0; more < TRIES && !answer.text().contains(words); more++) {
      answer = asks(text);
    }
    assertThat(answer.text()).contains(words);
    return answer;
  }

  /** Writes, and reads on until these words. */
  SentMessage hearsAfter(String text, String words) {
    catchUp();
    owner.writes(text);
    return hears(words);
  }

  /** Sends a file, and reads the next message. */
  SentMessage sends(String name, byte[] content) {
    catchUp();
    owner.sendsFile(name, content, "");
    return next();
  }

  /** Passes on what somebody else wrote, and reads the next message. */
  SentMessage forwards(String text) {
    catchUp();
    owner.forwards(text);
    return next();
  }

  /** Presses a button, and reads the next message. */
  SentMessage taps(SentMessage message, String label) {
    catchUp();
    owner.presses(message, label);
    return next();
  }

  /** A correction that is proposed, a file with an error or without it again, lost answers. */
  private static final Pattern UNASKED =
      Pattern.compile(
          "Powiadomić\\?|^W pliku |^Plik .* już w porządku|folderu pytania przesta|znowu dobrą odpowiedź");

  /** What came unasked until now is not the answer to what is done next. */
  private void catchUp() {
    read = owner.received().size();
  }

  /** The next message, but for what organisers are told unasked: it comes when it comes. */
  SentMessage next() {
    return await("a message", message -> !UNASKED.matcher(message.text()).find());
  }

  /** The next message that holds these words; those before it are passed over. */
  SentMessage hears(String words) {
    return await("„" + words + "”", message -> message.text().contains(words));
  }

  /**
   * Messages that hold these words, each one of them, in whatever order they come; what came since
   * the last message that was read is passed over.
   */
  List<SentMessage> hearsInAnyOrder(String... words) {
    int from = read;
    int last = read;
    var heard = new ArrayList<SentMessage>();
    for (String each : words) {
      read = from;
      heard.add(hears(each));
      last = Math.max(last, read);
    }
    read = last;
    return heard;
  }

  private SentMessage await(String what, Predicate<SentMessage> wanted) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      List<SentMessage> all = owner.received();
      for (int at = read; at < all.size(); at++) {
        if (wanted.test(all.get(at))) {
          read = at + 1;
          return all.get(at);
        }
      }
      LockSupport.parkNanos(REST.toNanos());
      if (System.nanoTime() - start > ANSWER.toNanos()) {
        preview.clock().moveBy(STEP);
      }
    }
    throw new AssertionError(
        "Not heard: " + what + ", but since then " + texts().subList(read, texts().size()));
  }

  /** How many messages with these words ever came. */
  long times(String words) {
    return texts().stream().filter(text -> text.contains(words)).count();
  }

  /** Minutes later nothing has come that was not read, and nothing is on its way. */
  void hearsNothingMore() {
    for (int minute = 0; minute < MINUTES; minute++) {
      preview.clock().moveBy(Duration.ofMinutes(1));
      // The program looks for what is due twice a second.
      LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
    }
    assertThat(texts().subList(read, texts().size())).isEmpty();
  }

  /** All that the bot wrote here, in order. */
  List<String> texts() {
    return owner.received().stream().map(SentMessage::text).toList();
  }
}
