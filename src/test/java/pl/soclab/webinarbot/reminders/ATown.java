package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.PacedMessenger;
import pl.soclab.webinarbot.messaging.SendOutcome;

/**
 * Files, residents, a clock and a Telegram that notes what it takes. Messages read "REMINDER
 * webinar PT1H" and so on.
 */
final class ATown implements PacedMessenger, BroadcastText, Reports {
  static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

  private Instant now;
  private volatile boolean off;
  private int offAfter = -1;
  private Knowledge knowledge = knowledge(List.of());
  final Subscriptions subscriptions;
  final Broadcasts broadcasts;
  private final EventMemory memory;
  private SendingLoop loop;

  /** What arrived, as "2022-02-16T09:00 1 REMINDER webinar PT24H". */
  final List<String> arrived = Collections.synchronizedList(new ArrayList<>());

  /** The same with the instant: an hour of the night of the change has two. */
  final List<Arrival> arrivals = Collections.synchronizedList(new ArrayList<>());

  /** A message that Telegram took. */
  record Arrival(Instant at, long chat, String kind, String rest) {}

  final List<String> missed = new ArrayList<>();
  private final Map<ChatId, Queue<SendOutcome>> outcomes = new HashMap<>();

  ATown(Subscriptions subscriptions, Broadcasts broadcasts, EventMemory memory, String local) {
    this.subscriptions = subscriptions;
    this.broadcasts = broadcasts;
    this.memory = memory;
    now = instant(local);
    loop = started();
  }

  /** A town whose stores are gone with the test. */
  static ATown inMemory(String local) {
    var subscriptions = new InMemorySubscriptions();
    return new ATown(
        subscriptions, new InMemoryBroadcasts(subscriptions), new InMemoryEventMemory(), local);
  }

  private SendingLoop started() {
    var reminders =
        new Reminders(
            () -> knowledge, subscriptions, broadcasts, memory, this, QuietHours.USUAL, () -> now);
    Pause pause = () -> off;
    var dispatch =
        new Dispatch(this, this, () -> knowledge, broadcasts, subscriptions, pause, () -> now);
    return new SendingLoop(
        reminders, new Sender(broadcasts, dispatch, () -> now), List.of(), pause, () -> now);
  }

  static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
  }

  private static Knowledge knowledge(List<Event> events) {
    return new Knowledge(events, List.of(), List.of(), List.of(), List.of());
  }

  Instant now() {
    return now;
  }

  ATown files(AnEvent... events) {
    knowledge = knowledge(AnEvent.all(events));
    return this;
  }

  Knowledge knowledge() {
    return knowledge;
  }

  ATown subscribe(long chat, Scope scope) {
    subscriptions.subscribe(new ChatId(chat), "webinar", scope, "pl", now);
    return this;
  }

  /** Telegram's next answers to that chat; afterwards it takes everything. */
  ATown answers(long chat, SendOutcome... next) {
    outcomes.put(new ChatId(chat), new ArrayDeque<>(List.of(next)));
    return this;
  }

  /** The organisers switch the bot off or on. */
  ATown switchedOff(boolean isOff) {
    off = isOff;
    return this;
  }

  /** They switch it off in the middle: when so many messages have arrived. */
  ATown switchesOffAfter(int messages) {
    offAfter = messages;
    return this;
  }

  /** The program was off and starts again. */
  ATown restart() {
    loop = started();
    return this;
  }

  /** What is stored was a backup of this moment, and the program goes on from it then. */
  List<PlannedReminder> goesOnFromABackupAt(String local) {
    now = instant(local);
    var plan = new RestoredPlan(subscriptions, broadcasts, memory, QuietHours.USUAL);
    plan.halt(now);
    List<PlannedReminder> passedOver = plan.passOver(knowledge, now);
    restart();
    return passedOver;
  }

  /** One run of the loop, at the present instant. */
  ATown look() {
    loop.run(Duration.ZERO, () -> true);
    return this;
  }

  /** The clock jumps, and nobody looked in between. */
  ATown jumpTo(String local) {
    return jumpTo(instant(local));
  }

  ATown jumpTo(Instant instant) {
    now = instant;
    return look();
  }

  /** Time passes while the program is off. */
  ATown sleepUntil(Instant instant) {
    now = instant;
    return this;
  }

  /** The program runs until then, and looks once a minute. */
  ATown runUntil(String local) {
    Instant end = instant(local);
    while (now.isBefore(end)) {
      Instant next = now.plus(Duration.ofMinutes(1));
      jumpTo(next.isBefore(end) ? next : end);
    }
    return this;
  }

  @Override
  public @Nullable SendOutcome send(ChatId chat, Supplier<@Nullable OutgoingMessage> message) {
    OutgoingMessage content = message.get();
    if (content == null) {
      return null;
    }
    Queue<SendOutcome> next = outcomes.getOrDefault(chat, new ArrayDeque<>());
    SendOutcome outcome = next.isEmpty() ? new SendOutcome.Sent(arrived.size() + 1) : next.remove();
    boolean arrives = outcome instanceof SendOutcome.Sent || outcome instanceof SendOutcome.Unknown;
    if (arrives) {
      String text = content.text().text();
      arrived.add(LocalDateTime.ofInstant(now, WARSAW) + " " + chat + " " + text);
      String[] words = text.split(" ", 3);
      off = off || arrived.size() == offAfter;
      arrivals.add(new Arrival(now, chat.value(), words[0], words[2]));
    }
    return outcome;
  }

  @Override
  public @Nullable OutgoingMessage write(
      Broadcast broadcast, ChatId chat, String language, Knowledge snapshot, Instant at) {
    String about =
        switch (broadcast.kind()) {
          case REMINDER -> String.valueOf(broadcast.lead());
          case CHANGE, MESSAGE, REPORT, REPLY, QUESTION, PROPOSAL, ANSWER, CORRECTION ->
              String.valueOf(broadcast.content());
        };
    return OutgoingMessage.text(chat, broadcast.kind() + " " + broadcast.eventId() + " " + about);
  }

  @Override
  public void missed(PlannedReminder reminder, Instant at) {
    missed.add(reminder.lead().toString());
  }
}
