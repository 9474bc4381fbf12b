package pl.soclab.webinarbot.conversation;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.messaging.Attachment;

/**
 * Writes an event as a calendar file (RFC 5545), an entry for each session. What the files do not
 * say is not made up: a session without an end has none, one without an hour fills the day.
 */
final class EventCalendar {
  private static final String MEDIA_TYPE = "text/calendar";

  /** RFC 5545, 3.1. */
  private static final int MOST_OCTETS = 75;

  private final Event event;
  private final Instant now;
  private final CalendarText text;

  private EventCalendar(Event event, Instant now) {
    this.event = event;
    this.now = now;
    this.text = new CalendarText(event);
  }

  /**
   * The file of an event.
   *
   * @param event with at least one session
   */
  static Attachment of(Event event, Instant now) {
    var writer = new EventCalendar(event, now);
    return new Attachment(
        fileName(event),
        MEDIA_TYPE,
        folded(writer.calendar().toString()).getBytes(StandardCharsets.UTF_8));
  }

  private static String fileName(Event event) {
    return event.id().replaceAll("[^\\p{L}\\p{N}._-]+", "-") + ".ics";
  }

  /** Folds lines by octets, as the standard says; ical4j's own writer counts characters. */
  private static String folded(String lines) {
    var folded = new StringBuilder(lines.length());
    int octets = 0;
    for (int c : lines.codePoints().toArray()) {
      int width = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (c == '\r' || c == '\n') {
        octets = -width;
      } else if (octets + width > MOST_OCTETS) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.appendCodePoint(c);
      octets += width;
    }
    return folded.toString();
  }

  private Calendar calendar() {
    var calendar = new Calendar();
    calendar.add(new ProdId("-//webinar-bot//NONSGML webinar-bot//PL"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    @Nullable VTimeZone zone = CalendarZones.definition(event.zone(), starts());
    if (zone != null) {
      calendar.add(zone);
    }
    for (int i = 0; i < event.sessions().size(); i++) {
      calendar.add(entry(event.sessions().get(i), i + 1, zone != null));
    }
    return calendar;
  }

  private List<Instant> starts() {
    return event.sessions().stream()
        .filter(session -> session.startTime() != null)
        .map(Session::startInstant)
        .toList();
  }

  private VEvent entry(Session session, int number, boolean zoneIsDefined) {
    var entry = new VEvent(false);
    entry.add(new Uid(uid(number)));
    entry.add(new DtStamp(now));
    // Calendars take an entry with a known UID only if its number grew.
    entry.add(new Sequence((int) Duration.between(Instant.EPOCH, now).toMinutes()));
    entry.add(new Summary(text.summary(session)));
    addTimes(entry, session, zoneIsDefined);
    entry.add(
        switch (event.status()) {
          case PLANNED -> ImmutableStatus.VEVENT_CONFIRMED;
          case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
          case MOVED -> ImmutableStatus.VEVENT_TENTATIVE;
        });
    addPlace(entry, session);
    addAlarms(entry, session);
    return entry;
  }

  /**
   * Sessions are told apart by their order and not by their date: a file with a corrected date then
   * replaces the wrong entry instead of standing beside it.
   */
  private String uid(int number) {
    return event.id() + (number == 1 ? "" : "-" + number) + "@webinar-bot";
  }

  private void addTimes(VEvent entry, Session session, boolean zoneIsDefined) {
    LocalDateTime end = session.end();
    if (session.startTime() == null) {
      entry.add(new DtStart<>(session.date()));
      if (end != null && end.toLocalDate().isAfter(session.date())) {
        LocalDate after = end.toLocalDate().plusDays(1);
        entry.add(new DtEnd<>(after));
      }
      return;
    }
    Instant start = session.startInstant();
    Instant ended = session.endInstant();
    entry.add(new DtStart<>(local(start, zoneIsDefined)));
    // RFC 5545, 3.8.2.2: an end is later than its start; a gap of the clock can swallow the time.
    if (ended != null && ended.isAfter(start)) {
      entry.add(new DtEnd<>(local(ended, zoneIsDefined)));
    }
  }

  private Temporal local(Instant instant, boolean zoneIsDefined) {
    return zoneIsDefined ? instant.atZone(event.zone()) : instant;
  }

  private void addPlace(VEvent entry, Session session) {
    @Nullable URI link = CalendarText.link(event);
    if (link != null) {
      entry.add(new Url(link));
    }
    String location = text.location(session);
    if (!location.isEmpty()) {
      entry.add(new Location(location));
    }
    String description = text.description();
    if (!description.isEmpty()) {
      entry.add(new Description(description));
    }
  }

  private void addAlarms(VEvent entry, Session session) {
    for (TemporalAmount before : CalendarAlarms.of(event, session, now)) {
      var alarm = new VAlarm(before);
      alarm.add(ImmutableAction.DISPLAY);
      alarm.add(new Description(event.title()));
      entry.add(alarm);
    }
  }
}
