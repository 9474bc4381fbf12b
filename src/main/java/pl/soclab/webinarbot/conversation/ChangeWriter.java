package pl.soclab.webinarbot.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.reminders.EventTimes;
import pl.soclab.webinarbot.reminders.EventTimes.Start;

/** Says what is new about the times of an event to those who know the former ones. */
record ChangeWriter(Phrases phrases, Event event, Instant now) {
  private static final int MOST_STARTS = 4;
  private static final int MOST_PAIRS = 3;

  /** Together with how to stop, a message is to stay below 1000 characters. */
  private static final int MAX_LENGTH = 900;

  /** What changed since; null where nothing is left to tell. */
  @Nullable RichText since(EventTimes former) {
    EventTimes present = EventTimes.of(event);
    boolean sameStatus = former.status() == present.status();
    if (sameStatus && (event.status() == Event.Status.CANCELLED || !differ(former, present))) {
      return null;
    }
    return switch (present.status()) {
      case CANCELLED -> cancelled(present);
      case MOVED ->
          hasNewDate(former, present) ? onAt(former, present) : dateless("change.put_off", former);
      case PLANNED -> onAt(former, present);
    };
  }

  private @Nullable RichText onAt(EventTimes former, EventTimes present) {
    return switch (former.status()) {
      case PLANNED -> moved(former, present);
      case MOVED -> differ(former, present) ? moved(former, present) : back(former, present);
      case CANCELLED -> back(former, present);
    };
  }

  /** Whether somebody may come, now that those who knew the former times are told. */
  boolean isOn(EventTimes former) {
    return switch (event.status()) {
      case CANCELLED -> false;
      case MOVED -> hasNewDate(former, EventTimes.of(event));
      case PLANNED -> !event.sessions().isEmpty();
    };
  }

  private static boolean hasNewDate(EventTimes former, EventTimes present) {
    return !present.starts().isEmpty() && differ(former, present);
  }

  private static boolean differ(EventTimes former, EventTimes present) {
    return !present.starts().equals(former.starts()) || !present.zone().equals(former.zone());
  }

  private RichText cancelled(EventTimes present) {
    var text = heading("change.cancelled");
    list(text, "change.when", toCome(present), present);
    return text.plain("\n" + phrases.get("change.cancelled_note")).build();
  }

  private RichText dateless(String key, EventTimes former) {
    var text = heading(key);
    list(text, "change.was", toCome(former), former);
    return text.plain("\n" + phrases.get("change.no_new_date")).build();
  }

  private RichText back(EventTimes former, EventTimes present) {
    var text = heading("change.back");
    if (present.starts().isEmpty()) {
      return text.plain("\n" + phrases.get("change.no_new_date")).build();
    }
    List<Start> dropped = toCome(former);
    dropped.removeAll(unchanged(former, present));
    list(text, "change.was", dropped, former);
    list(text, dropped.isEmpty() ? "change.when" : "change.is", toCome(present), present);
    return withDetails(text);
  }

  private @Nullable RichText moved(EventTimes former, EventTimes present) {
    if (present.starts().isEmpty()) {
      return dateless("change.moved", former);
    }
    List<Start> added = toCome(present);
    added.removeAll(unchanged(present, former));
    List<Start> dropped = dropped(former, present, added.size());
    if (dropped.isEmpty() && added.isEmpty()) {
      return null;
    }
    if (former.starts().isEmpty()) {
      var text = heading("change.new_date");
      list(text, "change.when", added, present);
      return withDetails(text);
    }
    var text = heading("change.moved");
    if (dropped.size() == added.size()) {
      for (int i = 0; i < Math.min(dropped.size(), MOST_PAIRS); i++) {
        list(text, "change.was", dropped.subList(i, i + 1), former);
        list(text, "change.is", added.subList(i, i + 1), present);
      }
      more(text, dropped.size(), MOST_PAIRS);
    } else {
      list(text, "change.dropped", dropped, former);
      list(text, "change.added", added, present);
    }
    return withDetails(text);
  }

  private RichText.Builder heading(String key) {
    return new RichText.Builder().append(phrases.rich(key, Essentials.title(event)));
  }

  /** How to get in, as the message may be the only one that somebody finds again. */
  private RichText withDetails(RichText.Builder text) {
    List<Session> ahead = SessionWriter.ahead(event, now);
    String first = ahead.isEmpty() ? null : Essentials.place(event, ahead.getFirst());
    boolean samePlace =
        ahead.stream().allMatch(other -> Objects.equals(Essentials.place(event, other), first));
    String place = samePlace ? first : null;
    RichText access = new Essentials(phrases).access(event, place);
    RichText change = text.build();
    return change.text().length() + access.text().length() > MAX_LENGTH
        ? change
        : text.append(access).build();
  }

  private void list(RichText.Builder text, String key, List<Start> starts, EventTimes times) {
    starts.stream()
        .limit(MOST_STARTS)
        .forEach(start -> text.plain("\n" + phrases.get(key, when(start, times))));
    more(text, starts.size(), MOST_STARTS);
  }

  private void more(RichText.Builder text, int all, int shown) {
    if (all > shown) {
      text.plain("\n" + phrases.get("events.more", all - shown));
    }
  }

  /** "czwartek, 17 lutego 2022, godz. 9:00 czasu polskiego". */
  private String when(Start start, EventTimes times) {
    var writer = new SessionWriter(phrases);
    String when = writer.when(start.date(), start.time());
    return start.time() == null ? when : when + " " + writer.zone(times.zone());
  }

  /**
   * The starts that are no more. One that has passed took place, unless there is a new one in its
   * stead.
   */
  private List<Start> dropped(EventTimes former, EventTimes present, int added) {
    List<Start> dropped = toCome(former);
    dropped.removeAll(unchanged(former, present));
    if (dropped.size() != added) {
      dropped.removeIf(start -> hasBegun(start, former.zone()));
    }
    return dropped;
  }

  private boolean hasBegun(Start start, ZoneId zone) {
    return start.time() != null
        && !start.date().atTime(start.time()).atZone(zone).toInstant().isAfter(now);
  }

  /** Those of the one that the other has too: none where they are told in different zones. */
  private static List<Start> unchanged(EventTimes some, EventTimes others) {
    return some.zone().equals(others.zone()) ? others.starts() : List.of();
  }

  /** Those from today on: what was to be on past days changes nothing any more. */
  private List<Start> toCome(EventTimes times) {
    LocalDate today = LocalDate.ofInstant(now, times.zone());
    var starts = new ArrayList<>(times.starts());
    starts.removeIf(start -> start.date().isBefore(today));
    return starts;
  }
}
