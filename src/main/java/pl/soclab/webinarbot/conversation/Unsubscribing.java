package pl.soclab.webinarbot.conversation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.questions.ToldFacts;
import pl.soclab.webinarbot.questions.Watches;
import pl.soclab.webinarbot.reminders.Subscription;
import pl.soclab.webinarbot.reminders.Subscriptions;

/** Ends reminders, says what is on, and lets those of a chat that came back go on. */
final class Unsubscribing {
  private static final int MOST_LINES = 10;

  private final Subscriptions subscriptions;
  private final Handing handing;
  private final ToldFacts told;
  private final Watches watches;

  Unsubscribing(Subscriptions subscriptions, Handing handing, ToldFacts told, Watches watches) {
    this.subscriptions = subscriptions;
    this.handing = handing;
    this.told = told;
    this.watches = watches;
  }

  /**
   * Ends all at once, what is waited for too; each subscription can be had back.
   *
   * @param inWords whether it was asked for in plain words, which may have meant a registration
   */
  List<OutgoingMessage> all(Turn turn, Phrases phrases, boolean inWords) {
    told.forget(turn.chat());
    int questions = handing.stop(turn.chat());
    List<Subscription> ended = subscriptions.stop(turn.chat());
    boolean waited = watches.stop(turn.chat());
    String withdrawn = questions > 0 ? "\n\n" + phrases.get("stop.questions") : "";
    String note = withdrawn + (inWords ? "\n\n" + phrases.get("stop.not_registration") : "");
    if (ended.isEmpty()) {
      return turn.say(phrases.get(waited ? "stop.answers" : "stop.nothing") + note, List.of());
    }
    var text = new RichText.Builder().plain(phrases.get("stop.all"));
    var keyboard = new Keyboard();
    int untitled = 0;
    for (Subscription subscription : ended) {
      Event event = event(turn, subscription);
      if (event == null) {
        untitled++;
      } else {
        text.plain("\n• ").append(Essentials.title(event));
        undo(turn, phrases, subscription, event, keyboard);
      }
    }
    if (untitled > 0) {
      text.plain("\n" + phrases.get("stop.gone", untitled));
    }
    if (waited) {
      text.plain("\n" + phrases.get("stop.answers"));
    }
    return turn.say(text.plain(note).build(), keyboard.rows());
  }

  private static void undo(
      Turn turn, Phrases phrases, Subscription ended, Event event, Keyboard keyboard) {
    if (Remindable.of(event, turn.now()) == Remindable.YES) {
      new ReminderButtons(phrases, event)
          .addTitled("stop.undo", ReminderAction.of(ended.scope()), keyboard);
    }
  }

  /** Ends those of one event, also where its file is gone. */
  List<OutgoingMessage> one(Turn turn, Phrases phrases, String eventKey) {
    Event event = turn.event(eventKey);
    List<Subscription> all = subscriptions.of(turn.chat());
    String id =
        event == null
            ? EventKey.findId(eventKey, all.stream().map(Subscription::eventId).toList())
            : event.id();
    Subscription ended =
        all.stream().filter(s -> Objects.equals(s.eventId(), id)).findFirst().orElse(null);
    if (id == null || ended == null || !subscriptions.stop(turn.chat(), id)) {
      return turn.say(phrases.get("stop.already"), List.of());
    }
    if (event == null) {
      return turn.say(phrases.get("stop.one_gone"), List.of());
    }
    var keyboard = new Keyboard();
    undo(turn, phrases, ended, event, keyboard);
    return turn.say(phrases.rich("stop.one", Essentials.title(event)), keyboard.rows());
  }

  /** Says how reminders are ended, to somebody who asked. */
  List<OutgoingMessage> how(Turn turn, Phrases phrases) {
    if (subscriptions.of(turn.chat()).isEmpty() && watches.of(turn.chat()).isEmpty()) {
      return turn.say(
          phrases.get("stop.nothing") + "\n\n" + phrases.get("stop.not_registration"), List.of());
    }
    var keyboard = new Keyboard().stop(phrases);
    return turn.say(
        phrases.get("stop.how") + "\n\n" + phrases.get("stop.not_registration"), keyboard.rows());
  }

  /** The reply to {@code /przypomnienia}. */
  List<OutgoingMessage> list(Turn turn, Phrases phrases) {
    List<Subscription> current = current(turn, subscriptions.of(turn.chat()));
    if (current.isEmpty()) {
      return turn.say(phrases.get("reminders.list_empty"), List.of());
    }
    var text = new RichText.Builder().plain(phrases.get("reminders.list"));
    var keyboard = new Keyboard();
    var events = new EventsWriter(turn, phrases);
    for (Subscription subscription : current.stream().limit(MOST_LINES).toList()) {
      Event event = Objects.requireNonNull(event(turn, subscription));
      String scope =
          subscription.paused()
              ? phrases.get("reminders.paused")
              : ReminderChoice.words(subscription.scope(), phrases);
      text.plain("\n• ").append(events.line(event)).plain(": " + scope);
      new ReminderButtons(phrases, event)
          .addTitled("reminders.change", ReminderAction.CHOOSE, keyboard);
    }
    if (current.size() > MOST_LINES) {
      text.plain("\n" + phrases.get("events.more", current.size() - MOST_LINES));
    }
    if (current.stream().anyMatch(Subscription::paused)) {
      keyboard.reminder(
          phrases.get("reminders.button.on"), ReminderAction.RESUME, phrases.language(), null);
    }
    return turn.say(text.build(), keyboard.stop(phrases).rows());
  }

  /** Those that can still bring something. */
  private static List<Subscription> current(Turn turn, List<Subscription> all) {
    return all.stream()
        .filter(
            subscription -> {
              Event event = event(turn, subscription);
              Remindable state = event == null ? Remindable.PAST : Remindable.of(event, turn.now());
              return state == Remindable.YES || state == Remindable.CANCELLED;
            })
        .toList();
  }

  /** Lets the paused ones go on. */
  List<OutgoingMessage> resume(Turn turn, Phrases phrases) {
    RichText welcome = welcome(turn, phrases);
    return welcome.spans().isEmpty() ? list(turn, phrases) : turn.say(welcome, List.of());
  }

  /**
   * What is on for a chat that begins again, and what passed while the bot was blocked; empty where
   * nothing was ever on.
   */
  RichText welcome(Turn turn, Phrases phrases) {
    List<Subscription> all = subscriptions.of(turn.chat());
    boolean wasAway = all.stream().anyMatch(Subscription::paused);
    if (wasAway) {
      subscriptions.resume(turn.chat(), turn.now());
    }
    List<Subscription> current = current(turn, all);
    var text = new RichText.Builder();
    if (!current.isEmpty()) {
      text.plain(phrases.get(wasAway ? "reminders.on_again" : "reminders.are_on"));
      text.append(titles(turn, phrases, current))
          .plain(". " + phrases.get("reminders.how_to_stop"));
    }
    List<Subscription> missed =
        all.stream().filter(s -> s.paused() && !current.contains(s)).toList();
    if (!missed.isEmpty()) {
      text.plain((text.isEmpty() ? "" : "\n") + phrases.get("reminders.passed"));
      text.append(titles(turn, phrases, missed)).plain(".");
    }
    return text.build();
  }

  /** " A, B". */
  private static RichText titles(Turn turn, Phrases phrases, List<Subscription> all) {
    var text = new RichText.Builder();
    for (Subscription subscription : all.stream().limit(MOST_LINES).toList()) {
      Event event = event(turn, subscription);
      text.plain(text.isEmpty() ? " " : ", ")
          .append(
              event == null
                  ? RichText.plain(phrases.get("reminders.untitled"))
                  : Essentials.title(event));
    }
    return text.build();
  }

  private static @Nullable Event event(Turn turn, Subscription subscription) {
    return turn.eventWithId(subscription.eventId());
  }
}
