package pl.soclab.webinarbot.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts Polish text into sentences; a dot behind an abbreviation, an initial or an ordinal number
 * ends none.
 */
public final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "abp", "al", "ang", "arch", "art", "asp", "bp", "cd", "czw", "dr", "dyr", "gm", "godz",
          "gen", "hab", "hetm", "im", "inz", "itd", "itp", "kard", "kier", "kom", "kpt", "ks",
          "lek", "marsz", "max", "mec", "mgr", "mjr", "mlod", "niedz", "min", "np", "nr", "ok",
          "os", "pkt", "pl", "plk", "por", "pok", "pow", "prof", "ppkt", "pon", "pp", "przew", "pt",
          "red", "ref", "sekr", "sierz", "sob", "spec", "st", "sw", "szt", "tel", "tj", "tys",
          "tzn", "tzw", "ul", "ust", "wg", "woj", "ws", "zast", "zob", "zm", "p", "wt", "sr");

  /** What stands before the number of a house: "ul. Hoża", "przy placu Jana Pawła II". */
  private static final Pattern STREET =
      Pattern.compile(
          "(?:\\b(?:ul|al|os|pl)\\.|\\b(?:ulic|alej|osiedl|plac)\\p{L}{1,3})"
              + "(?:\\s+\\p{Lu}[\\p{L}.-]*){1,4}\\s+$");

  /** Longer remarks in brackets are text of their own. */
  private static final int LONGEST_REMARK = 150;

  /** Longer names of streets are rare, and searching is not. */
  private static final int LONGEST_STREET = 60;

  /** No sentence begins with one of these, but for a dash at the start of a line. */
  private static final String GOES_ON = ",;:)–—-/";

  private Sentences() {}

  /** The sentences of a text, trimmed, in order; line ends end a sentence too. */
  public static List<String> of(String text) {
    var sentences = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n' || endsSentence(text, i)) {
        add(text, start, i + 1, sentences);
        start = i + 1;
      }
    }
    add(text, start, text.length(), sentences);
    return sentences;
  }

  private static void add(String text, int start, int end, List<String> sentences) {
    String sentence = text.substring(start, end).strip();
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }

  private static boolean endsSentence(String text, int i) {
    char c = text.charAt(i);
    if (c != '.' && c != '!' && c != '?' && c != '…') {
      return false;
    }
    if (i + 1 < text.length() && !Character.isWhitespace(text.charAt(i + 1))) {
      return false;
    }
    if (isInRemark(text, i)) {
      return false;
    }
    int next = i + 1;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    // "8 maja 2027 r. – targowisko" goes on as "8 maja 2027 r. w szkole" does.
    if (next < text.length()
        && (Character.isLowerCase(text.charAt(next))
            || GOES_ON.indexOf(text.charAt(next)) >= 0
            || text.charAt(next) == '(' && text.startsWith(" r", i - 2))) {
      return false;
    }
    return c != '.' || next == text.length() || !isAbbreviation(text, i);
  }

  /** Between brackets in one line: "tel. 603 (pon. i wt. Proszę próbować)". */
  private static boolean isInRemark(String text, int at) {
    int opened = text.lastIndexOf('(', at);
    if (opened < 0 || at - opened > LONGEST_REMARK || text.lastIndexOf(')', at) > opened) {
      return false;
    }
    int closed = text.indexOf(')', at);
    int lineEnd = text.indexOf('\n', opened);
    return closed > 0 && closed - opened <= LONGEST_REMARK && (lineEnd < 0 || lineEnd > closed);
  }

  private static boolean isAbbreviation(String text, int dot) {
    int start = dot;
    while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, dot);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    // The minutes of "9:00" and the month of "1.03." are no ordinal numbers.
    boolean partOfNumber =
        start > 0 && (text.charAt(start - 1) == ':' || text.charAt(start - 1) == '.');
    boolean ordinal =
        !partOfNumber
            && !word.isEmpty()
            && word.length() <= 2
            && word.chars().allMatch(Character::isDigit)
            && !isBehindStreet(text, start);
    return initial || ordinal || ABBREVIATIONS.contains(Folding.fold(word));
  }

  private static boolean isBehindStreet(String text, int number) {
    String before = text.substring(Math.max(0, number - LONGEST_STREET), number);
    return STREET.matcher(before).find();
  }
}
