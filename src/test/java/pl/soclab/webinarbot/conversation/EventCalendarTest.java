package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.conversation.AnEvent.aWebinar;
import static pl.soclab.webinarbot.conversation.AnEvent.anEvent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.messaging.Attachment;

/** Reads the files back as a calendar program does. */
class EventCalendarTest {
  private static final Instant NOW = Instant.parse("2022-02-01T11:00:00Z");

  private static Attachment file(AnEvent event) {
    return EventCalendar.of(event.build(), NOW);
  }

  private static Calendar read(Attachment file) {
    try {
      return new CalendarBuilder().build(new ByteArrayInputStream(file.content()));
    } catch (IOException | ParserException e) {
      throw new AssertionError(new String(file.content(), StandardCharsets.UTF_8), e);
    }
  }

  private static List<VEvent> entries(Attachment file) {
    return read(file).getComponents(Component.VEVENT);
  }

  private static VEvent entry(AnEvent event) {
    List<VEvent> entries = entries(file(event));
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private static String value(VEvent entry, String name) {
    Optional<Property> property = entry.getProperty(name);
    return property.map(Property::getValue).orElse("");
  }

  private static Instant instant(Temporal time) {
    return switch (time) {
      case ZonedDateTime zoned -> zoned.toInstant();
      case OffsetDateTime offset -> offset.toInstant();
      case Instant instant -> instant;
      default -> throw new AssertionError(time.getClass() + " " + time);
    };
  }

  private static Instant start(VEvent entry) {
    return instant(entry.getStartDate().orElseThrow().getDate());
  }

  private static Optional<Instant> end(VEvent entry) {
    return entry.getEndDate(false).map(end -> instant(end.getDate()));
  }

  private static List<VAlarm> alarms(VEvent entry) {
    return entry.getComponentList().getAll().stream()
        .filter(VAlarm.class::isInstance)
        .map(VAlarm.class::cast)
        .toList();
  }

  @Test
  void entryHoldsWhatTheFilesSay() {
    VEvent entry = entry(aWebinar().on("2022-02-17", "9:00", "10:30"));

    assertThat(start(entry)).isEqualTo("2022-02-17T08:00:00Z");
    assertThat(end(entry)).contains(Instant.parse("2022-02-17T09:30:00Z"));
    assertThat(value(entry, Property.SUMMARY)).isEqualTo("O platformie CitizenLab");
    assertThat(value(entry, Property.URL)).isEqualTo(AnEvent.LINK);
    assertThat(value(entry, Property.LOCATION)).isEqualTo("online (Zoom), " + AnEvent.LINK);
    assertThat(value(entry, Property.DESCRIPTION))
        .contains("Link: " + AnEvent.LINK, "ID spotkania: 819 5103 4606", "Hasło: 969412");
    assertThat(value(entry, Property.UID)).isEqualTo("2022-02-17-citizenlab@webinar-bot");
    assertThat(value(entry, Property.STATUS)).isEqualTo("CONFIRMED");
    assertThat(value(entry, Property.DTSTAMP)).isEqualTo("20220201T110000Z");
  }

  @Test
  void fileIsValidAndNamesItsZone() {
    Attachment file = file(aWebinar().on("2022-02-17", "9:00"));

    assertThat(file.fileName()).isEqualTo("2022-02-17-citizenlab.ics");
    assertThat(file.mediaType()).isEqualTo("text/calendar");
    assertThat(read(file).validate().hasErrors()).isFalse();
    assertThat(new String(file.content(), StandardCharsets.UTF_8))
        .contains("DTSTART;TZID=Europe/Warsaw:20220217T090000\r\n", "TZID:Europe/Warsaw\r\n")
        .contains("BEGIN:VTIMEZONE");
  }

  @Test
  void zoneHasTheRulesInForceAndNotItsHistory() {
    Attachment file = file(aWebinar().on("2022-02-17", "9:00").on("2022-07-01", "9:00"));

    assertThat(new String(file.content(), StandardCharsets.UTF_8))
        .containsOnlyOnce("BEGIN:STANDARD")
        .containsOnlyOnce("BEGIN:DAYLIGHT")
        .doesNotContain("1880");
  }

  @Test
  void endThatTheFilesDoNotGiveIsNotMadeUp() {
    VEvent entry = entry(aWebinar().on("2022-02-17", "9:00"));

    assertThat(end(entry)).isEmpty();
    assertThat(value(entry, Property.DURATION)).isEmpty();
  }

  @Test
  void alarmsRingADayAndAnHourBefore() {
    VEvent entry = entry(aWebinar().on("2022-02-17", "9:00"));

    assertThat(alarms(entry))
        .map(alarm -> alarm.getTrigger().orElseThrow().getDuration())
        .containsExactly(Period.ofDays(-1), Duration.ofHours(-1));
    assertThat(alarms(entry))
        .allSatisfy(alarm -> assertThat(alarm.validate().hasErrors()).isFalse());
  }

  @Test
  void alarmThatLiesBehindIsLeftOut() {
    Event event = aWebinar().on("2022-02-17", "9:00").build();

    VEvent entry =
        entries(EventCalendar.of(event, Instant.parse("2022-02-16T20:00:00Z"))).getFirst();

    assertThat(alarms(entry)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    // The clock goes from 2:00 to 3:00.
    "2022-03-27, 1:30, 3:30, 2022-03-27T00:30:00Z, 2022-03-27T01:30:00Z",
    "2022-03-27, 9:00, 10:00, 2022-03-27T07:00:00Z, 2022-03-27T08:00:00Z",
    "2022-03-26, 9:00, 10:00, 2022-03-26T08:00:00Z, 2022-03-26T09:00:00Z",
    // An hour that does not exist moves forward.
    "2022-03-27, 2:30, 4:00, 2022-03-27T01:30:00Z, 2022-03-27T02:00:00Z",
    // The clock goes from 3:00 back to 2:00; of the two hours the first is meant.
    "2022-10-30, 1:30, 3:30, 2022-10-29T23:30:00Z, 2022-10-30T02:30:00Z",
    "2022-10-30, 2:30, 3:30, 2022-10-30T00:30:00Z, 2022-10-30T02:30:00Z",
    "2022-10-30, 9:00, 10:00, 2022-10-30T08:00:00Z, 2022-10-30T09:00:00Z"
  })
  void bothChangesOfTheClockAreKept(
      String date, String from, String to, Instant start, Instant end) {
    VEvent entry = entry(anEvent("noc", "Noc").on(date, from, to));

    assertThat(start(entry)).isEqualTo(start);
    assertThat(end(entry)).contains(end);
  }

  @Test
  void everySessionIsAnEntryOfItsOwn() {
    Attachment file =
        file(
            anEvent("konsultacje", "Konsultacje")
                .on("2022-03-22", "13:00", "16:00", "przy kościele")
                .on("2022-03-25", "15:00", "18:00", "stacja metra Natolin")
                .on("2022-03-28", "15:00", "18:00", "ratusz"));

    List<VEvent> entries = entries(file);

    assertThat(entries)
        .map(EventCalendarTest::start)
        .containsExactly(
            Instant.parse("2022-03-22T12:00:00Z"),
            Instant.parse("2022-03-25T14:00:00Z"),
            Instant.parse("2022-03-28T13:00:00Z"));
    assertThat(entries)
        .map(entry -> value(entry, Property.LOCATION))
        .containsExactly("przy kościele", "stacja metra Natolin", "ratusz");
    assertThat(entries)
        .map(entry -> value(entry, Property.UID))
        .containsExactly(
            "konsultacje@webinar-bot", "konsultacje-2@webinar-bot", "konsultacje-3@webinar-bot");
    assertThat(read(file).validate().hasErrors()).isFalse();
  }

  @Test
  void correctedDateReplacesTheEntry() {
    Event before = aWebinar().on("2022-02-17", "9:00").build();
    Event after = aWebinar().on("2022-02-18", "10:00").build();

    VEvent old = entries(EventCalendar.of(before, NOW)).getFirst();
    VEvent corrected = entries(EventCalendar.of(after, NOW.plus(Duration.ofHours(2)))).getFirst();

    assertThat(value(corrected, Property.UID)).isEqualTo(value(old, Property.UID));
    assertThat(Integer.parseInt(value(corrected, Property.SEQUENCE)))
        .isGreaterThan(Integer.parseInt(value(old, Property.SEQUENCE)));
  }

  @Test
  void dayWithoutAnHourIsAnEntryForTheWholeDay() {
    Attachment file = file(anEvent("piknik", "Piknik").on("2022-06-04"));

    VEvent entry = entries(file).getFirst();

    assertThat(entry.getStartDate().orElseThrow().getDate()).isEqualTo(LocalDate.of(2022, 6, 4));
    assertThat(new String(file.content(), StandardCharsets.UTF_8))
        .contains("DTSTART;VALUE=DATE:20220604")
        .doesNotContain("DTEND", "VTIMEZONE");
    assertThat(alarms(entry))
        .map(alarm -> alarm.getTrigger().orElseThrow().getDuration())
        .containsExactly(Duration.ofHours(-15));
  }

  @Test
  void cancelledEventIsMarkedAndRingsNoAlarm() {
    VEvent entry = entry(aWebinar().on("2022-02-17", "9:00").that(Event.Status.CANCELLED));

    assertThat(value(entry, Property.STATUS)).isEqualTo("CANCELLED");
    assertThat(value(entry, Property.SUMMARY)).isEqualTo("Odwołane: O platformie CitizenLab");
    assertThat(alarms(entry)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://us02web.zoom.us/j/819…",
    "https://us02web.zoom.us/j/819...",
    "zoom",
    "http://"
  })
  void linkThatIsCutOrBrokenIsLeftOut(String link) {
    VEvent entry = entry(anEvent("x", "X").with(FactKind.LINK, link).on("2022-02-17", "9:00"));

    assertThat(value(entry, Property.URL)).isEmpty();
    assertThat(value(entry, Property.LOCATION)).isEmpty();
    assertThat(value(entry, Property.DESCRIPTION)).isEmpty();
  }

  @Test
  void otherZoneIsKept() {
    VEvent entry = entry(anEvent("kijow", "Kijów").in("Europe/Kyiv").on("2022-02-17", "9:00"));

    assertThat(start(entry)).isEqualTo("2022-02-17T07:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({"UTC", "+02:00", "America/New_York"})
  void zoneWithoutADefinitionIsWrittenInUniversalTime(String zone) {
    Event event = anEvent("x", "X").in(zone).on("2022-02-17", "9:00").build();

    VEvent entry = entries(EventCalendar.of(event, NOW)).getFirst();

    assertThat(start(entry)).isEqualTo(event.sessions().getFirst().startInstant());
  }

  @Test
  void linesKeepTo75OctetsAndTextIsEscaped() {
    String title = "Zażółć gęślą jaźń; raz, dwa\\trzy ".repeat(6).strip();
    Attachment file = file(anEvent("x", title).on("2022-02-17", "9:00"));

    String text = new String(file.content(), StandardCharsets.UTF_8);

    assertThat(text.split("\r\n"))
        .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(76));
    assertThat(value(entries(file).getFirst(), Property.SUMMARY)).isEqualTo(title);
  }
}
