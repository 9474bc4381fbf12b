package pl.soclab.webinarbot.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.reminders.Scope;
import pl.soclab.webinarbot.reminders.Subscription;

/** Asks what is wanted of one event, and confirms what was chosen. */
record ReminderChoice(Turn turn, Phrases phrases, Event event) {
  private static final int MOST_SESSIONS = 4;

  /**
   * What may be chosen.
   *
   * @param current the chat's subscription; null where there is none
   */
  RichText question(@Nullable Subscription current) {
    var text = new RichText.Builder().append(phrases.rich("reminders.of", Essentials.title(event)));
    text.append(sessions()).plain("\n\n");
    List<Duration> leads = event.reminders();
    text.plain(
        leads.isEmpty()
            ? phrases.get("reminders.none_planned")
            : phrases.get("reminders.can", new LeadWriter(phrases).all(leads)));
    if (current != null && !current.paused()) {
      text.plain("\n" + phrases.get("reminders.now", scope(current.scope())));
    }
    return text.plain(" " + phrases.get("reminders.choose")).build();
  }

  Keyboard choices(@Nullable Subscription current) {
    var buttons = new ReminderButtons(phrases, event);
    if (current != null && !current.paused()) {
      return buttons.others(current.scope());
    }
    var keyboard = new Keyboard();
    buttons.scopes().forEach(scope -> buttons.add(ReminderAction.of(scope), keyboard));
    return keyboard;
  }

  /** "wszystkie przypomnienia". */
  String scope(Scope scope) {
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
    } else if (isLate(ahead.getFirst(), scope)) {
      Session next = ahead.getFirst();
      text.plain("\n\n").append(new Essentials(phrases).of(event, next, turn.now())).plain("\n");
    } else {
      text.append(sessions());
    }
    String will = reminders(ahead, scope);
    if (!will.isEmpty()) {
      text.plain("\n" + will);
    }
    text.plain("\n" + phrases.get("reminders.news." + scope.name().toLowerCase(Locale.ROOT)));
    text.plain("\n\n" + phrases.get("reminders.how_to_stop"));
    return turn.say(text.build(), new ReminderButtons(phrases, event).others(scope).rows());
  }

  /** Whether a reminder of that session would have come already. */
  private boolean isLate(Session session, Scope scope) {
    return LeadWriter.leads(event, scope).stream().anyMatch(lead -> !isToCome(session, lead));
  }

  private boolean isToCome(Session session, Duration lead) {
    return LeadWriter.due(session, lead).isAfter(turn.now());
  }

  /** Which reminders are still to come; empty where none was asked for. */
  private String reminders(List<Session> ahead, Scope scope) {
    List<Duration> leads = LeadWriter.leads(event, scope);
    if (leads.isEmpty() || ahead.isEmpty()) {
      return "";
    }
    Session next = ahead.getFirst();
    List<Duration> left = leads.stream().filter(lead -> isToCome(next, lead)).toList();
    var writer = new LeadWriter(phrases);
    if (ahead.size() > 1) {
      return phrases.get("reminders.before_each", writer.all(leads));
    }
    return left.isEmpty()
        ? phrases.get("reminders.too_late")
        : phrases.get("reminders.before", writer.all(left));
  }

  /** When the sessions to come are, with their break before them; empty where none has a date. */
  private RichText sessions() {
    List<Session> ahead = SessionWriter.ahead(event, turn.now());
    var writer = new SessionWriter(phrases);
    if (ahead.size() == 1) {
      return RichText.plain("\n" + Essentials.capitalised(writer.moment(ahead.getFirst())) + ".");
    }
    var text = new RichText.Builder();
    ahead.stream()
        .limit(MOST_SESSIONS)
        .forEach(session -> text.plain("\n• " + writer.moment(session)));
    if (ahead.size() > MOST_SESSIONS) {
      text.plain("\n" + phrases.get("events.more", ahead.size() - MOST_SESSIONS));
    }
    return text.build();
  }
}
