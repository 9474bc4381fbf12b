package pl.soclab.webinarbot.conversation;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.messaging.RichText;

/**
 * What residents read while the bot is switched off: that it is, why, and whom to ask. The reason
 * and the contact are copied as they were written.
 */
public final class OffNotice {
  private static final int MOST_CONTACTS = 3;

  private OffNotice() {}

  /** The notice to somebody who writes Polish and names no event. */
  public static RichText inPolish(String reason, Knowledge knowledge, Instant now) {
    return in(Phrases.in(ReplyLanguage.POLISH), reason, knowledge, null, now);
  }

  /**
   * The notice.
   *
   * @param about the event that was asked about; null where none was named
   */
  static RichText in(
      Phrases phrases, String reason, Knowledge knowledge, @Nullable Event about, Instant now) {
    var text = new RichText.Builder().plain(phrases.get("off", reason));
    List<Event> events = about == null ? events(knowledge, now) : List.of(about);
    Map<String, Event> contacts = contacts(events);
    contacts.forEach(
        (contact, event) ->
            text.plain(
                "\n"
                    + (contacts.size() == 1
                        ? phrases.get("off.contact", contact)
                        : phrases.get("off.contact_for", event.title(), contact))));
    return text.build();
  }

  /** Each contact once, with the first event that has it. */
  private static Map<String, Event> contacts(List<Event> events) {
    var contacts = new LinkedHashMap<String, Event>();
    for (Event event : events) {
      Fact contact = event.fact(FactKind.CONTACT);
      if (contact != null && contacts.size() < MOST_CONTACTS) {
        contacts.putIfAbsent(String.join(", ", contact.values()), event);
      }
    }
    return contacts;
  }

  /** Those to come, the nearest first, and those without a date; where there is none, the last. */
  private static List<Event> events(Knowledge knowledge, Instant now) {
    List<Event> coming =
        knowledge.events().stream()
            .filter(event -> event.sessions().isEmpty() || event.next(now) != null)
            .sorted(Comparator.comparing(event -> start(event.next(now))))
            .toList();
    return coming.isEmpty() ? last(knowledge).toList() : coming;
  }

  private static Stream<Event> last(Knowledge knowledge) {
    return knowledge.events().stream()
        .max(Comparator.comparing(event -> start(event.sessions().getLast())))
        .stream();
  }

  private static Instant start(@Nullable Session session) {
    return session == null ? Instant.MAX : session.startInstant();
  }
}
