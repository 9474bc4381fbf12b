package pl.soclab.webinarbot.knowledge;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the facts of an event out of the text of its announcement. */
final class AnnouncementReader {
  private AnnouncementReader() {}

  /**
   * What a text says. Facts carry {@link Fact.Origin#TEXT}.
   *
   * @param title the announcement's title, as a person would tell it; null where none stands out
   * @param titleSource its line; null without a title
   * @param sessions in order of their start
   * @param facts at most one of a kind
   * @param status null where the text says nothing of a cancellation or a move
   * @param statusSource its line; null without a status
   * @param findings a contradiction inside the text, a year that had to be inferred, a cut link
   */
  record Reading(
      @Nullable String title,
      @Nullable SourceLine titleSource,
      List<Session> sessions,
      Map<FactKind, Fact> facts,
      Event.@Nullable Status status,
      @Nullable SourceLine statusSource,
      List<Finding> findings) {}

  /**
   * Reads a text.
   *
   * @param zone of the event
   * @param today a date without a year is the nearest one to it that fits its weekday
   * @param dayInFileName the date that the file's name starts with, the strongest hint for a year;
   *     null for none
   */
  static Reading read(
      TextLines text, ZoneId zone, LocalDate today, @Nullable LocalDate dayInFileName) {
    return new Reading(null, null, List.of(), Map.of(), null, null, List.of());
  }
}
