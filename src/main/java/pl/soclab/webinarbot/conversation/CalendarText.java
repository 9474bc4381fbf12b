package pl.soclab.webinarbot.conversation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Session;

/** The words of a calendar entry: facts in the organisers' own characters. */
final class CalendarText {
  private static final List<FactKind> DESCRIBED =
      List.of(
          FactKind.MEETING_ID,
          FactKind.PASSCODE,
          FactKind.TRANSLATION,
          FactKind.ORGANISERS,
          FactKind.CONTACT);

  private final Event event;
  private final Phrases phrases = Phrases.in(ReplyLanguage.POLISH);

  CalendarText(Event event) {
    this.event = event;
  }

  String summary(Session session) {
    String title =
        session.description() == null
            ? event.title()
            : event.title() + " – " + session.description();
    return event.status() == Event.Status.CANCELLED
        ? phrases.get("calendar.summary_cancelled", title)
        : title;
  }

  /**
   * Where the session is; a link stands here too, because calendars show the place before anything
   * else. Empty where the files say neither.
   */
  String location(Session session) {
    if (session.place() != null) {
      return session.place();
    }
    var location = new StringJoiner(", ");
    Fact place = event.fact(FactKind.PLACE);
    if (place != null) {
      place.values().forEach(location::add);
    }
    URI link = link(event);
    if (link != null) {
      location.add(link.toString());
    }
    return location.toString();
  }

  /** What one needs to get in and whom to ask; empty where the files say nothing of it. */
  String description() {
    var lines = new StringJoiner("\n");
    URI link = link(event);
    if (link != null) {
      lines.add(phrases.get("calendar.link", link));
    }
    for (FactKind kind : DESCRIBED) {
      Fact fact = event.fact(kind);
      if (fact != null) {
        lines.add(phrases.get("calendar." + kind.name(), String.join(", ", fact.values())));
      }
    }
    return lines.toString();
  }

  /** The link to the meeting; null where the files have none, or one that is cut or broken. */
  static @Nullable URI link(Event event) {
    Fact fact = event.fact(FactKind.LINK);
    if (fact == null || fact.value().contains("…") || fact.value().endsWith("..")) {
      return null;
    }
    try {
      var link = new URI(fact.value());
      boolean isWeb = "https".equals(link.getScheme()) || "http".equals(link.getScheme());
      return isWeb && link.getHost() != null ? link : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
