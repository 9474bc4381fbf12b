package pl.soclab.webinarbot.questions;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a question what may tell who asked: links with more than an address, e-mails, names
 * of accounts, long numbers (phones in any spelling, PESEL, bank accounts, documents), the asker's
 * own name and address. What stands there instead can be seen. A number of the event's own, such as
 * a meeting ID, goes too: it cannot be told from a phone's.
 *
 * <p>Names are found only where people introduce themselves, as "czy będzie Anna Nowak?" asks for a
 * guest.
 */
final class Masking {
  /** Longer questions are cut, in characters. */
  static final int LONGEST = 300;

  // Repeated groups have a limit: Java's matcher goes one call deeper for each repetition.

  private static final String DIGIT = "[\\p{Nd}\\p{No}]";

  /** What people write between the digits of one number; marks are those of "5️⃣". */
  private static final String BETWEEN = "[\\s\\p{M}\\p{Pd}−./\\\\()_·•*|+]{0,4}+";

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+");
  private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  private static final Pattern LINK =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}])(?:[a-z][a-z0-9+.-]{1,20}://|www\\.)\\S+"
              + "|(?<![\\p{L}\\p{N}@.-])(?:[\\p{L}\\p{N}-]++\\.){1,6}\\p{L}{2,12}/\\S*");

  /** The address of a whole site tells nothing about who asks. */
  private static final Pattern SITE =
      Pattern.compile("(?iu)(?:https?://)?[\\p{L}.-]{1,60}/?[.,;:!?)”\"]*");

  private static final Pattern EMAIL =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]++"
              + "(?:\\s?(?:@|[(\\[](?:at|ma[łl]pa)[)\\]])\\s?|\\sma[łl]pa\\s)"
              + "[\\p{L}\\p{N}-]++(?:\\s?(?:\\.|[(\\[]?(?:dot|kropka)[)\\]]?)\\s?[\\p{L}\\p{N}-]++){1,6}");

  private static final Pattern ACCOUNT = Pattern.compile("@[\\p{L}\\p{N}_]{3,}+");

  /** Seven digits and more; fewer are an hour, a date without its year, a price. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:(?<!\\p{L})\\p{Lu}{2}\\s?)?\\+?" + DIGIT + "(?:" + BETWEEN + DIGIT + "){6,40}+");

  private static final Pattern DOCUMENT =
      Pattern.compile("(?<!\\p{L})\\p{Lu}{3}[\\s-]?" + DIGIT + "{5,6}+");

  private static final String DATE =
      "(?:\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d)";
  private static final Pattern DATES =
      Pattern.compile(
          DATE
              + "(?:\\s?[\\s–-]\\s?(?:"
              + DATE
              + "|\\d{1,2}))*"
              + "|(?:19|20)\\d\\d\\s?[/–-]\\s?(?:19|20)\\d\\d");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?iu)(?<=(?<!\\p{L})mieszkam )(?:na|przy|pod|w) [^?!,;]{0,60}?\\d+\\p{L}?"
              + "(?: ?/ ?\\d+| (?:m|mieszkania|lok)\\.? ?\\d+)?");

  private Masking() {}

  /** The text as it may be kept: one line, at most {@value #LONGEST} characters; may be empty. */
  static String mask(String text) {
    String line = GAP.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ").strip();
    line = replaced(LINK, line, Masking::link);
    line = replaced(EMAIL, line, match -> OpenQuestionWords.get("email"));
    line = replaced(ACCOUNT, line, match -> OpenQuestionWords.get("account"));
    line = replaced(ADDRESS, line, match -> OpenQuestionWords.get("address"));
    line = replaced(NUMBER, line, Masking::number);
    line = replaced(DOCUMENT, line, match -> OpenQuestionWords.get("number"));
    return cut(OwnNames.mask(line));
  }

  /** What stands for one match. */
  private interface Mask {
    String of(MatchResult match);
  }

  private static String replaced(Pattern pattern, String text, Mask mask) {
    return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(mask.of(match)));
  }

  private static String link(MatchResult match) {
    return SITE.matcher(match.group()).matches() ? match.group() : OpenQuestionWords.get("link");
  }

  private static String number(MatchResult match) {
    return DATES.matcher(match.group()).matches() ? match.group() : OpenQuestionWords.get("number");
  }

  /** Never within a pair of surrogates or a mask. */
  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    for (String mask : List.of("number", "email", "link", "account", "name", "address")) {
      String word = OpenQuestionWords.get(mask);
      int begin = text.lastIndexOf(word, end - 1);
      if (begin >= 0 && begin + word.length() > end) {
        end = begin;
      }
    }
    return text.substring(0, end).strip() + "…";
  }
}
