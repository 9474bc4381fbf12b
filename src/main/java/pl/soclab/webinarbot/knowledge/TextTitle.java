package pl.soclab.webinarbot.knowledge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Lines.Sentence;

/**
 * What an event is called in its announcement: the first line that is no greeting and no
 * letterhead, or what somebody invites to there.
 *
 * @param text as a person would tell it
 * @param source its line
 */
record TextTitle(String text, SourceLine source) {
  private static final Pattern SALUTATION =
      Pattern.compile(
          "^(szanowni|drodzy|dzien dobry|czesc|witam|witajcie|hej|kochani|uwaga)\\P{L}(.{0,40}|.{0,90}[!,])$");

  /** "Miasto > Aktualności > Transport": where a page stands. */
  private static final Pattern BREADCRUMBS = Pattern.compile("\\s[>»›/]\\s.*\\s[>»›/]\\s");

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

  /** A heading that says that something is announced, and not what. */
  private static final Pattern NOTICE =
      Pattern.compile(
          "^\\P{L}*(ogloszenie|zawiadomienie|obwieszczenie|komunikat|informacja|zaproszenie|aktualnosci)\\P{L}*$");

  /** "OGŁOSZENIE BURMISTRZA", which the next line goes on with. */
  private static final Pattern OFFICIAL =
      Pattern.compile("^(ogloszenie|zawiadomienie|obwieszczenie|komunikat|zaproszenie)(?!\\p{L})");

  private static final Pattern GOES_ON = Pattern.compile("^(w sprawie|o|dotyczace|na temat|na)\\s");
  private static final Pattern INVITES =
      Pattern.compile(
          "(?iu)^(?:.*?\\s)?(?:serdecznie\\s+)?zaprasza(?:ją|ja|my)?\\s+(?:serdecznie\\s+|państwa\\s+)?na\\s+(.+)$");
  private static final Pattern CAPITALS = Pattern.compile("\\P{L}*\\p{Lu}[\\p{Lu}\\P{L}]{5,80}");

  /** Who writes, where and when, and under which number. */
  private static final int LETTERHEAD_LINES = 4;

  private static final int SHORTEST_LETTERHEAD = 4;

  /** Null where no line stands out. */
  static @Nullable TextTitle of(List<Sentence> sentences) {
    List<Sentence> lines =
        sentences.stream()
            .filter(Sentence::startsLine)
            .filter(sentence -> !MAIL_HEAD.matcher(sentence.folded()).find())
            .filter(sentence -> !BREADCRUMBS.matcher(sentence.text()).find())
            .filter(sentence -> !SALUTATION.matcher(sentence.folded()).find())
            .toList();
    for (int i = 0; i + 1 < lines.size() && i < LETTERHEAD_LINES; i++) {
      if (NOTICE.matcher(lines.get(i).folded()).matches()) {
        boolean goesOn = GOES_ON.matcher(lines.get(i + 1).folded()).find();
        lines = lines.subList(goesOn ? i : i + 1, lines.size());
        break;
      }
    }
    if (lines.isEmpty()) {
      return null;
    }
    Sentence first = lines.getFirst();
    String text =
        lines.size() == 1 ? null : ofTwo(first, lines.get(1), wholeLine(first, sentences));
    if (text != null) {
      boolean isInvited = INVITES.matcher(lines.get(1).text()).matches();
      return new TextTitle(text, isInvited ? lines.get(1).source() : first.source());
    }
    return new TextTitle(inviting(first, sentences), first.source());
  }

  /** "To już za tydzień! Zapraszamy na dwa wieczory ...": the first line, or what it invites to. */
  private static String inviting(Sentence first, List<Sentence> sentences) {
    String line = wholeLine(first, sentences);
    if (!Character.isLowerCase(first.text().charAt(0))) {
      return line;
    }
    return sentences.stream()
        .filter(sentence -> sentence.position() == first.position())
        .map(sentence -> INVITES.matcher(sentence.text()))
        .filter(Matcher::matches)
        .map(invites -> cut(named(invites.group(1).replaceFirst("[:,] .*", ""))))
        .findFirst()
        .orElse(line);
  }

  /** A title that stands in two lines; null where the first one is title enough. */
  private static @Nullable String ofTwo(Sentence first, Sentence second, String line) {
    boolean isOfficial = OFFICIAL.matcher(first.folded()).find();
    if (isOfficial && GOES_ON.matcher(second.folded()).find()) {
      return cut(line + " " + second.text());
    }
    Matcher below = INVITES.matcher(second.text());
    boolean isLetterhead =
        !first.text().matches(".*[.!?]$")
            && second.folded().startsWith("zaprasza")
            && first.text().length() >= SHORTEST_LETTERHEAD;
    if (isLetterhead && below.matches()) {
      return cut(named(below.group(1)));
    }
    Matcher invited = INVITES.matcher(line);
    boolean isNamedBelow =
        CAPITALS.matcher(second.text()).matches()
            && !CAPITALS.matcher(first.text()).matches()
            && TextFacts.kindOf(second.text()) == null;
    return invited.matches() && isNamedBelow
        ? cut(named(invited.group(1)) + ": " + second.text())
        : null;
  }

  /** "debatę o parku" as it is called: "Debata o parku". */
  private static String named(String invitedTo) {
    String called =
        invitedTo
            .replaceFirst("^(\\p{L}+)ą (\\p{L}+)ę(?!\\p{L})", "$1a $2a")
            .replaceFirst("^(\\p{L}+)ę(?!\\p{L})", "$1a")
            .replaceFirst("[:.,]$", "");
    return Character.toUpperCase(called.charAt(0)) + called.substring(1);
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
