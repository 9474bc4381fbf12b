package pl.soclab.webinarbot.conversation;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.reminders.Plan;
import pl.soclab.webinarbot.reminders.PlannedReminder;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Scope;
import pl.soclab.webinarbot.reminders.Subscription;

/**
 * Asks what is wanted of one event, and confirms what was chosen.
 *
 * @param quiet in which no reminder leaves, so that it goes before or after
 */
record ReminderChoice(Turn turn, Phrases phrases, Event event, QuietHours quiet) {
  private static final int MOST_SESSIONS = 4;
  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * What may be chosen.
   *
   * @param current the chat's subscription; null where there is none
   */
  RichText question(@Nullable Subscription current) {
    var text = new RichText.Builder().append(phrases.rich("reminders.of", Essentials.title(event)));
    text.append(sessions()).plain("\n\n");
    List<Duration> leads = event.reminders().isEmpty() ? List.of(HOUR) : event.reminders();
    text.plain(phrases.get("reminders.can", new LeadWriter(phrases).all(leads)));
    if (current != null && !current.paused()) {
      text.plain("\n" + phrases.get("reminders.now", words(current.scope(), phrases)));
    }
    return text.plain(" " + phrases.get("reminders.choose")).build();
  }

  Keyboard choices(@Nullable Subscription current) {
    if (current != null && !current.paused()) {
      return others(current.scope());
    }
    var keyboard = new Keyboard();
    scopes().forEach(scope -> buttons().add(ReminderAction.of(scope), keyboard));
    return keyboard;
  }

  /** What may be chosen besides what is chosen. */
  private Keyboard others(Scope chosen) {
    var keyboard = new Keyboard();
    scopes().stream()
        .filter(scope -> scope != chosen)
        .forEach(scope -> buttons().add(ReminderAction.of(scope), keyboard));
    return buttons().add(ReminderAction.OFF, keyboard);
  }

  private ReminderButtons buttons() {
    return new ReminderButtons(phrases, event);
  }

  /** The scopes that make a difference for this event. */
  private List<Scope> scopes() {
    List<Duration> leads = event.reminders();
    return Arrays.stream(Scope.values())
        .filter(scope -> scope != Scope.ALL || !leads.isEmpty())
        .filter(scope -> scope != Scope.LAST_HOUR || !leads.equals(List.of(HOUR)))
        .toList();
  }

  /** "wszystkie przypomnienia". */
  static String words(Scope scope, Phrases phrases) {
    return phrases.get("reminders.scope." + scope.name().toLowerCase(Locale.ROOT));
  }

  /** Why there is nothing to remind of. */
  List<OutgoingMessage> refusal(Remindable reason) {
    String key = "reminders." + reason.name().toLowerCase(Locale.ROOT);
    var ways = new Keyboard().topic(phrases.get("button.events"), "events", null);
    return turn.say(phrases.rich(key, Essentials.title(event)), ways.rows());
  }

  /** What will come and when, how to stop; for a late subscriber what was missed already. */
  List<OutgoingMessage> confirmation(Scope scope) {
    var text = new RichText.Builder().append(phrases.rich("reminders.on", Essentials.title(event)));
    List<Session> ahead = SessionWriter.ahead(event, turn.now());
    if (ahead.isEmpty()) {
      text.plain("\n" + phrases.get("reminders.no_date"));
    } else if (planned(ahead.getFirst(), scope).anyMatch(reminder -> !isToCome(reminder))) {
      Session next = ahead.getFirst();
      text.plain("\n\n").append(new Essentials(phrases).of(event, next, turn.now())).plain("\n");
    } else {
      text.append(sessions());
    }
    if (!ahead.isEmpty() && scope != Scope.CHANGES) {
      text.plain("\n" + reminders(ahead, scope));
    }
    text.plain("\n" + phrases.get("reminders.news." + scope.name().toLowerCase(Locale.ROOT)));
    text.plain("\n\n" + phrases.get("reminders.how_to_stop"));
    return turn.say(text.build(), others(scope).rows());
  }

  private Stream<PlannedReminder> planned(Session session, Scope scope) {
    return Plan.of(event, quiet).stream()
        .filter(reminder -> reminder.start().equals(session.startInstant()))
        .filter(reminder -> reminder.scopes().contains(scope));
  }

  private boolean isToCome(PlannedReminder reminder) {
    return reminder.due().isAfter(turn.now());
  }

  /** Which reminders are still to come. */
  private String reminders(List<Session> ahead, Scope scope) {
    List<Duration> leads =
        leads(ahead.stream().flatMap(session -> planned(session, scope)).filter(this::isToCome));
    if (!leads.isEmpty()) {
      String key = ahead.size() > 1 ? "reminders.before_each" : "reminders.before";
      return phrases.get(key, new LeadWriter(phrases).all(leads));
    }
    boolean hasHour = ahead.stream().anyMatch(session -> session.startTime() != null);
    return phrases.get(hasHour ? "reminders.all_gone" : "reminders.no_hour");
  }

  private static List<Duration> leads(Stream<PlannedReminder> reminders) {
    return reminders
        .map(PlannedReminder::lead)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** When the sessions to come are, with their break before them; empty where none has a date. */
  private RichText sessions() {
    List<Session> ahead = SessionWriter.ahead(event, turn.now());
    var text = new RichText.Builder();
    if (event.status() == Event.Status.MOVED) {
      text.plain("\n" + phrases.get(ahead.isEmpty() ? "reminders.put_off" : "reminders.moved"));
    }
    var writer = new SessionWriter(phrases);
    if (ahead.size() == 1) {
      String moment = Essentials.capitalised(writer.moment(ahead.getFirst()));
      return text.plain("\n" + moment + ".").build();
    }
    ahead.stream()
        .limit(MOST_SESSIONS)
        .forEach(session -> text.plain("\n• " + writer.moment(session)));
    if (ahead.size() > MOST_SESSIONS) {
      text.plain("\n" + phrases.get("events.more", ahead.size() - MOST_SESSIONS));
    }
    return text.build();
  }
}
