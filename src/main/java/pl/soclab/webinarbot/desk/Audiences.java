package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.Subscriptions;

/** Whom organisers can write to. */
final class Audiences {
  /** More do not fit a screen. */
  private static final int MOST_EVENTS = 10;

  /** After an event there is still something to say: thanks, a recording, a survey. */
  private static final Duration AFTERMATH = Duration.ofDays(60);

  /** That of an event whose file names none. */
  static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Warsaw");

  private final Subscriptions subscriptions;

  Audiences(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  /**
   * Those of an event, or of all.
   *
   * @param eventId null for all
   */
  Audience of(@Nullable String eventId, Knowledge knowledge) {
    long count = subscriptions.count(eventId, NewBroadcast.MESSAGE_SCOPES);
    return new Audience(eventId, name(eventId, knowledge), count);
  }

  /** How many a broadcast would go to now. */
  long count(Broadcast broadcast) {
    return subscriptions.count(broadcast.eventId(), broadcast.scopes());
  }

  /** As it stands behind "Odbiorcy:". */
  static String name(@Nullable String eventId, Knowledge knowledge) {
    if (eventId == null) {
      return DeskPhrases.get("audience.everyone");
    }
    Event event = knowledge.event(eventId);
    return event == null
        ? DeskPhrases.get("audience.gone", eventId)
        : DeskPhrases.get("audience.event", event.title());
  }

  /** Likewise, of a broadcast. */
  static String name(Broadcast broadcast, Knowledge knowledge) {
    if (broadcast.kind() != Broadcast.Kind.CORRECTION) {
      return name(broadcast.eventId(), knowledge);
    }
    Event event = knowledge.event(broadcast.eventId());
    String id = Objects.requireNonNullElse(broadcast.eventId(), "");
    return DeskPhrases.get("audience.corrected", event == null ? id : event.title());
  }

  /** In which hours are told to the organisers. */
  static ZoneId zone(@Nullable String eventId, Knowledge knowledge) {
    Event event = knowledge.event(eventId);
    return event == null ? USUAL_ZONE : event.zone();
  }

  /**
   * The choices that differ, everyone last: one where all who subscribed did so to one event, none
   * where nobody would be written to.
   */
  List<Audience> choices(Knowledge knowledge, Instant now) {
    Audience everyone = of(null, knowledge);
    if (everyone.count() == 0) {
      return List.of();
    }
    var choices = new ArrayList<Audience>();
    for (Event event : worthWritingTo(knowledge, now)) {
      Audience audience = of(event.id(), knowledge);
      if (audience.count() > 0 && choices.size() < MOST_EVENTS) {
        choices.add(audience);
      }
    }
    if (choices.size() != 1 || choices.getFirst().count() != everyone.count()) {
      choices.add(everyone);
    }
    return choices;
  }

  /** The audience that a button names; null where its event is gone. */
  @Nullable Audience named(String key, Knowledge knowledge) {
    if (key.equals(Audience.key(null))) {
      return of(null, knowledge);
    }
    return knowledge.events().stream()
        .filter(event -> Audience.key(event.id()).equals(key))
        .findFirst()
        .map(event -> of(event.id(), knowledge))
        .orElse(null);
  }

  /**
   * Those to come, the nearest first; then those without a date; then what was, the latest first.
   */
  private static List<Event> worthWritingTo(Knowledge knowledge, Instant now) {
    var events = new ArrayList<Event>();
    knowledge.events().stream()
        .filter(event -> event.next(now) != null)
        .sorted(Comparator.comparing(event -> startOf(event.next(now))))
        .forEach(events::add);
    knowledge.events().stream().filter(event -> event.sessions().isEmpty()).forEach(events::add);
    knowledge.events().stream()
        .filter(event -> !event.sessions().isEmpty() && event.next(now) == null)
        .filter(event -> last(event).startInstant().plus(AFTERMATH).isAfter(now))
        .sorted(Comparator.comparing((Event event) -> last(event).startInstant()).reversed())
        .forEach(events::add);
    return events;
  }

  private static Instant startOf(@Nullable Session session) {
    return session == null ? Instant.MAX : session.startInstant();
  }

  private static Session last(Event event) {
    return event.sessions().getLast();
  }
}
