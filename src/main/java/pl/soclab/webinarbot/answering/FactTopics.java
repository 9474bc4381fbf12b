package pl.soclab.webinarbot.answering;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.FactKind;

/** Which topics tell which facts, as {@code topics.yaml} and the answers to them have it. */
public final class FactTopics {
  /** Tells every fact. */
  private static final String CARD = "event_card";

  private static final String CALENDAR = "calendar";

  /** What stands in a calendar file besides the times. */
  private static final Set<FactKind> IN_CALENDAR =
      Set.of(
          FactKind.PLACE,
          FactKind.LINK,
          FactKind.MEETING_ID,
          FactKind.PASSCODE,
          FactKind.TRANSLATION,
          FactKind.ORGANISERS,
          FactKind.CONTACT);

  private static final Topics TOPICS = Topics.load();

  private FactTopics() {}

  /**
   * The topics whose answer says that fact, by id.
   *
   * @param has the facts that the event has: of several that may answer a topic the first is said
   */
  public static Set<String> telling(FactKind kind, Collection<FactKind> has) {
    var telling = new TreeSet<String>();
    telling.add(CARD);
    if (IN_CALENDAR.contains(kind)) {
      telling.add(CALENDAR);
    }
    for (Topic topic : TOPICS.all()) {
      FactKind said = topic.facts().stream().filter(has::contains).findFirst().orElse(null);
      if (said == kind || (said != null && topic.also().contains(kind))) {
        telling.add(topic.id());
      }
    }
    return telling;
  }

  /** The topics whose answer says when the sessions begin, or whether they take place. */
  public static Set<String> tellingTimes() {
    return Set.of(CARD, CALENDAR, "time", "abroad_time", "reminder", "cancellation", "duration");
  }

  /** The topics whose answer says when the sessions end. */
  public static Set<String> tellingEnds() {
    return Set.of(CARD, CALENDAR, "time", "duration");
  }

  /** The topic that asks for nothing but that fact; the card of the event where there is none. */
  public static String askingFor(FactKind kind) {
    @Nullable String asking = null;
    for (Topic topic : TOPICS.all()) {
      boolean isFirst = !topic.facts().isEmpty() && topic.facts().getFirst() == kind;
      if (isFirst && asking == null) {
        asking = topic.id();
      }
    }
    return asking == null ? CARD : asking;
  }
}
