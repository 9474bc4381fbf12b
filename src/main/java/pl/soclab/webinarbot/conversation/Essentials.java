package pl.soclab.webinarbot.conversation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.messaging.RichText;

/**
 * What one needs to come to a session, for a message that stands alone: when, what, where, and how
 * to get in.
 */
record Essentials(Phrases phrases) {
  /** Longer distances are said in days. */
  private static final Duration NEAR = Duration.ofHours(3);

  private static final int MAX_TITLE = 160;
  private static final int MAX_LINE = 120;
  private static final int MAX_CODE = 60;
  private static final int MAX_LINK = 300;

  /** "Jutro, w czwartek 17 lutego 2022, o 9:00 czasu polskiego: ..." and the lines below it. */
  RichText of(Event event, Session session, Instant now) {
    String when = distance(session, now) + new SessionWriter(phrases).moment(session);
    return new RichText.Builder()
        .plain(capitalised(when) + ": ")
        .append(title(event))
        .append(details(event, session))
        .build();
  }

  /** "za godzinę, dziś, ". */
  private String distance(Session session, Instant now) {
    long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, session.zone()), session.date());
    var left = Duration.between(now, session.startInstant());
    var leads = new LeadWriter(phrases);
    boolean near = session.startTime() != null && left.isPositive() && left.compareTo(NEAR) <= 0;
    String day =
        switch ((int) Math.clamp(days, -1, 3)) {
          case 0 -> phrases.get("day.today");
          case 1 -> phrases.get("day.tomorrow");
          case 2 -> phrases.get("day.after_tomorrow");
          case 3 -> leads.inDays(days);
          default -> "";
        };
    return (near ? leads.in(left) + ", " : "") + (day.isEmpty() ? "" : day + ", ");
  }

  /** The title in bold; one of unusual length is cut. */
  static RichText title(Event event) {
    return new RichText.Builder().bold(shortened(event.title(), MAX_TITLE)).build();
  }

  /** What the session is, where, and how to get in; each line with its break before it. */
  RichText details(Event event, Session session) {
    var text = new RichText.Builder();
    if (session.description() != null) {
      text.plain("\n" + shortened(session.description(), MAX_LINE));
    }
    return text.append(access(event, place(event, session))).build();
  }

  /** Where a session is, as the files say of it or of the whole event; null where they do not. */
  static @Nullable String place(Event event, Session session) {
    return session.place() == null ? value(event, FactKind.PLACE) : session.place();
  }

  /** Where it is and how to get in; each line with its break before it. */
  RichText access(Event event, @Nullable String place) {
    var text = new RichText.Builder();
    if (place != null) {
      text.plain("\n" + phrases.get("essentials.place", shortened(place, MAX_LINE)));
    }
    URI link = CalendarText.link(event);
    // Half a link leads nowhere.
    if (link != null && link.toString().length() <= MAX_LINK) {
      text.plain("\n" + phrases.get("essentials.link", link));
    }
    code(text, "essentials.meeting_id", value(event, FactKind.MEETING_ID));
    code(text, "essentials.passcode", value(event, FactKind.PASSCODE));
    return text.build();
  }

  private void code(RichText.Builder text, String key, @Nullable String value) {
    if (value != null && value.length() <= MAX_CODE) {
      RichText code = new RichText.Builder().code(value).build();
      text.plain("\n").append(phrases.rich(key, code));
    }
  }

  private static @Nullable String value(Event event, FactKind kind) {
    Fact fact = event.fact(kind);
    return fact == null ? null : String.join(", ", fact.values());
  }

  static String shortened(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int space = text.lastIndexOf(' ', max - 1);
    return text.substring(0, space > max / 2 ? space : max - 1) + "…";
  }

  static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
