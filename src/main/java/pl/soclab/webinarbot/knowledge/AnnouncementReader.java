package pl.soclab.webinarbot.knowledge;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Lines.Sentence;

/** Reads the facts of an event out of the text of its announcement. */
final class AnnouncementReader {
  private static final Pattern CANCELLED =
      Pattern.compile("(?<!\\p{L})(odwolan[eya]|odwolujemy|nie odbedzie sie)(?!\\p{L})");
  private static final Pattern MOVED =
      Pattern.compile(
          "(?<!\\p{L})(przeniesion[eya] na|przelozon[eya]|zmiana terminu|nowy termin)(?!\\p{L})");
  private static final Pattern IF =
      Pattern.compile(
          "w razie|w przypadku|jesli|jezeli|gdyby|wtedy|bedzie przelozon|zostanie przelozon");

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
   * @param knownDay the day that the front matter or the file's name gives, the strongest hint for
   *     a year; null for none
   */
  static Reading read(TextLines text, ZoneId zone, LocalDate today, @Nullable LocalDate knownDay) {
    List<Sentence> sentences = Lines.sentences(text);
    var findings = new ArrayList<Finding>();
    List<Session> sessions = new TextSessions(zone, today, knownDay, findings).find(sentences);
    Map<FactKind, Fact> facts = TextFacts.find(sentences, findings);
    TextTitle title = TextTitle.of(sentences);
    Sentence cancelled = first(sentences, CANCELLED);
    Sentence moved = cancelled == null ? first(sentences, MOVED) : null;
    Sentence status = cancelled == null ? moved : cancelled;
    return new Reading(
        title == null ? null : title.text(),
        title == null ? null : title.source(),
        sessions,
        facts,
        cancelled != null ? Event.Status.CANCELLED : moved != null ? Event.Status.MOVED : null,
        status == null ? null : status.source(),
        findings);
  }

  private static @Nullable Sentence first(List<Sentence> sentences, Pattern cue) {
    return sentences.stream()
        .filter(s -> cue.matcher(s.folded()).find() && !IF.matcher(s.folded()).find())
        .findFirst()
        .orElse(null);
  }
}
