package pl.soclab.webinarbot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzId;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of zones for calendar files. Of a zone's history since 1880 only the rules that the
 * entries fall under are written, as Outlook stumbles over long histories.
 */
final class CalendarZones {
  private static final TimeZoneRegistry ZONES =
      TimeZoneRegistryFactory.getInstance().createRegistry();

  private CalendarZones() {}

  /**
   * The rules of a zone around some instants: those in force then and those of the other half of
   * the year.
   *
   * @return null where the zone has no name that calendars know, as {@code +02:00} has none
   */
  static synchronized @Nullable VTimeZone definition(ZoneId zone, List<Instant> instants) {
    @Nullable TimeZone known = ZONES.getTimeZone(zone.getId());
    // Another name may stand in the definition: that of the zone it was renamed to.
    if (known == null || !known.getID().equals(zone.getId())) {
      return null;
    }
    Set<Observance> rules = new LinkedHashSet<>();
    for (Instant instant : instants) {
      for (Instant near : around(zone, instant)) {
        @Nullable Observance rule =
            known.getVTimeZone().getApplicableObservance(near.atZone(ZoneOffset.UTC));
        if (rule != null) {
          rules.add(rule);
        }
      }
    }
    var definition = new VTimeZone();
    definition.add(new TzId(zone.getId()));
    rules.forEach(definition::add);
    return rules.isEmpty() ? null : definition;
  }

  /** An instant, and one a day after each of the two changes of the clock that follow it. */
  private static List<Instant> around(ZoneId zone, Instant instant) {
    var around = new ArrayList<>(List.of(instant));
    @Nullable ZoneOffsetTransition change = zone.getRules().nextTransition(instant);
    while (change != null && around.size() < 3) {
      around.add(change.getInstant().plus(Duration.ofDays(1)));
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return around;
  }
}
