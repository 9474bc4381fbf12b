package pl.soclab.webinarbot.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Scope;
import pl.soclab.webinarbot.reminders.Subscription;
import pl.soclab.webinarbot.reminders.Subscriptions;

/**
 * Subscribes chats to reminders. Nothing is subscribed by asking: only a press of one of the
 * choices does.
 */
final class Reminding {
  private static final int MOST_EVENTS = 10;

  private final Subscriptions subscriptions;
  private final QuietHours quiet;

  Reminding(Subscriptions subscriptions, QuietHours quiet) {
    this.subscriptions = subscriptions;
    this.quiet = quiet;
  }

  /**
   * Somebody wants to be reminded.
   *
   * @param question in which words; null for a bare command
   */
  List<OutgoingMessage> ask(Turn turn, Phrases phrases, @Nullable String question) {
    List<Event> possible = Remindable.events(turn, phrases);
    List<Event> named = question == null ? List.of() : NamedEvents.in(question, turn);
    if (named.size() == 1) {
      return choose(turn, phrases, named.getFirst());
    }
    List<Event> meant = possible.stream().filter(named::contains).toList();
    Event talkedAbout = turn.eventWithId(turn.thread().eventId());
    if (meant.isEmpty() && talkedAbout != null && possible.contains(talkedAbout)) {
      return choose(turn, phrases, talkedAbout);
    }
    return which(turn, phrases, meant.isEmpty() ? possible : meant);
  }

  private List<OutgoingMessage> which(Turn turn, Phrases phrases, List<Event> possible) {
    if (possible.size() == 1) {
      return choose(turn, phrases, possible.getFirst());
    }
    if (possible.isEmpty()) {
      return turn.events().size() == 1
          ? choose(turn, phrases, turn.events().getFirst())
          : turn.say(phrases.get("reminders.no_event"), List.of());
    }
    var keyboard = new Keyboard();
    for (Event event : possible.stream().limit(MOST_EVENTS).toList()) {
      keyboard.reminder(
          Keyboard.label(event, phrases), ReminderAction.CHOOSE, phrases.language(), event.id());
    }
    return turn.say(phrases.get("reminders.which"), keyboard.rows());
  }

  /** Asks what is wanted of that event; says why where there is nothing to remind of. */
  List<OutgoingMessage> choose(Turn turn, Phrases phrases, Event event) {
    var choice = new ReminderChoice(turn, phrases, event, quiet);
    Remindable remindable = Remindable.of(event, turn.now());
    if (remindable != Remindable.YES) {
      return choice.refusal(remindable);
    }
    Subscription current = subscriptions.find(turn.chat(), event.id());
    return turn.say(choice.question(current), choice.choices(current).rows());
  }

  /** Subscribes, and says what will come. */
  List<OutgoingMessage> subscribe(Turn turn, Phrases phrases, Event event, Scope scope) {
    var choice = new ReminderChoice(turn, phrases, event, quiet);
    Remindable remindable = Remindable.of(event, turn.now());
    if (remindable != Remindable.YES) {
      return choice.refusal(remindable);
    }
    subscriptions.subscribe(turn.chat(), event.id(), scope, phrases.language().code(), turn.now());
    return choice.confirmation(scope);
  }

  /** Whether an answer about that event offers to remind of it. */
  boolean isOffered(Turn turn, Event event) {
    if (event.status() == Event.Status.CANCELLED
        || SessionWriter.ahead(event, turn.now()).isEmpty()) {
      return false;
    }
    Subscription current = subscriptions.find(turn.chat(), event.id());
    return current == null || current.paused() || current.scope() != Scope.ALL;
  }
}
