package pl.soclab.webinarbot.knowledge;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
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

  private static final Pattern SALUTATION =
      Pattern.compile(
          "^(szanowni|drodzy|dzien dobry|czesc|witam|witajcie|hej|kochani|uwaga)\\P{L}.{0,40}$");

  /** The head of a mail that was pasted whole. */
  private static final Pattern MAIL_HEAD =
      Pattern.compile("^(od|do|dw|udw|data|wyslano|wyslane|from|to|cc|bcc|sent|date)\\s*:\\s.*");

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?i)^(?:temat|subject|tytu[łl](?: wiadomo[śs]ci)?)\\s*:\\s+(?:(?:re|fw|fwd|odp|pd)\\s*:\\s*)*");

  /** Longer first lines are text and no title. */
  private static final int LONGEST_TITLE = 160;

  /** A longer first line begins the text, and its first sentence names the event. */
  private static final int LONG_TITLE = 90;

  /** Where such a sentence goes on with day and place: "Szkolenie z RODO odbędzie się ...". */
  private static final Pattern HAPPENS =
      Pattern.compile("(?iu)[\\s,]+odb(?:ę|e)d(?:zie|ą|a) si[ęe](?!\\p{L})");

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
    Sentence title = title(sentences);
    Sentence cancelled = first(sentences, CANCELLED);
    Sentence moved = cancelled == null ? first(sentences, MOVED) : null;
    Sentence status = cancelled == null ? moved : cancelled;
    return new Reading(
        title == null ? null : wholeLine(title, sentences),
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

  private static @Nullable Sentence title(List<Sentence> sentences) {
    return sentences.stream()
        .filter(sentence -> !MAIL_HEAD.matcher(sentence.folded()).find())
        .filter(sentence -> !SALUTATION.matcher(sentence.folded()).find())
        .findFirst()
        .orElse(null);
  }

  private static String wholeLine(Sentence first, List<Sentence> sentences) {
    var line = new StringBuilder();
    for (Sentence sentence : sentences) {
      boolean fits = line.length() + sentence.text().length() <= LONGEST_TITLE;
      if (sentence.position() == first.position() && (line.isEmpty() || fits)) {
        line.append(line.isEmpty() ? "" : " ").append(sentence.text());
      }
    }
    boolean isText = line.length() > LONG_TITLE;
    return cut(isText ? name(first.text()) : line.toString());
  }

  private static String name(String sentence) {
    Matcher happens = HAPPENS.matcher(sentence);
    String name = happens.find() ? sentence.substring(0, happens.start()) : sentence;
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static String cut(String line) {
    String title = SUBJECT.matcher(line.replaceFirst("^\\P{L}+", "")).replaceFirst("").strip();
    if (title.length() <= LONGEST_TITLE) {
      return title;
    }
    int space = title.lastIndexOf(' ', LONGEST_TITLE);
    // A single word of that length is no title, but must not be an error of the program either.
    return title.substring(0, space > 0 ? space : LONGEST_TITLE) + " …";
  }
}
