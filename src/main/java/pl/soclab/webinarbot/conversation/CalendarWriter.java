package pl.soclab.webinarbot.conversation;

import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;

/** Sends an event's calendar file and says what is in it. */
final class CalendarWriter {
  private static final int MOST_SESSIONS = 6;

  private final Turn turn;

  /** Polish, as all answers about an event are that nobody typed a question for. */
  private final Phrases phrases = Phrases.in(ReplyLanguage.POLISH);

  CalendarWriter(Turn turn) {
    this.turn = turn;
  }

  /** The file of an event; a sentence where the files give no date. */
  OutgoingMessage file(Event event, List<List<Button>> buttons) {
    if (event.sessions().isEmpty()) {
      var text = RichText.plain(phrases.get("calendar.no_date", event.title()));
      return new OutgoingMessage(turn.chat(), text, buttons, null);
    }
    return turn.send(caption(event), buttons, EventCalendar.of(event, turn.now()));
  }

  private RichText caption(Event event) {
    var text = new RichText.Builder();
    switch (event.status()) {
      case PLANNED -> {}
      case CANCELLED -> text.plain(phrases.get("calendar.cancelled") + "\n");
      case MOVED -> text.plain(phrases.get("calendar.moved") + "\n");
    }
    RichText title = new RichText.Builder().bold(event.title()).build();
    text.append(phrases.rich("calendar.caption", title));
    var writer = new SessionWriter(phrases);
    for (Session session : event.sessions().stream().limit(MOST_SESSIONS).toList()) {
      text.plain("\n• " + writer.when(session));
      if (session.place() != null) {
        text.plain(" – " + session.place());
      }
    }
    if (event.sessions().size() > MOST_SESSIONS) {
      text.plain("\n" + phrases.get("calendar.more", event.sessions().size() - MOST_SESSIONS));
    }
    return text.plain("\n\n" + notes(event)).build();
  }

  private String notes(Event event) {
    if (event.status() == Event.Status.CANCELLED) {
      return phrases.get("calendar.marks_cancelled");
    }
    if (event.next(turn.now()) == null) {
      return phrases.get("calendar.past");
    }
    boolean noHour = event.sessions().stream().anyMatch(session -> session.startTime() == null);
    boolean noEnd = event.sessions().stream().anyMatch(session -> session.end() == null);
    String link = CalendarText.link(event) == null ? "" : " " + phrases.get("calendar.has_link");
    String missing = "";
    if (noHour) {
      missing = " " + phrases.get("calendar.no_hour");
    } else if (noEnd) {
      missing = " " + phrases.get("calendar.no_end");
    }
    return (alarms(event) + link + missing).strip();
  }

  private String alarms(Event event) {
    Set<TemporalAmount> alarms =
        event.sessions().stream()
            .flatMap(session -> CalendarAlarms.of(event, session, turn.now()).stream())
            .collect(Collectors.toSet());
    boolean rings = alarms.contains(CalendarAlarms.HOUR_BEFORE);
    if (alarms.size() > (rings ? 1 : 0)) {
      return phrases.get(rings ? "calendar.alarms" : "calendar.alarm_day");
    }
    return rings ? phrases.get("calendar.alarm_hour") : "";
  }
}
