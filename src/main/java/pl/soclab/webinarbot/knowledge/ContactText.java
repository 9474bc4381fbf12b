package pl.soclab.webinarbot.knowledge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** E-mail addresses and Polish telephone numbers in a contact. */
final class ContactText {
  private static final Pattern WITH_AT = Pattern.compile("[^\\s,;<>()]*@[^\\s,;<>()]*");
  private static final Pattern MAIL =
      Pattern.compile(
          "[\\p{L}0-9._%+'-]+@(?:[\\p{L}0-9](?:[\\p{L}0-9-]*[\\p{L}0-9])?\\.)+\\p{L}{2,}\\.?");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w@.])\\+?\\(?\\d[\\d ()\\u00A0./-]{5,}\\d");
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?iu)\\b(?:tel|telefon|kom|kom[oó]rka)\\b\\.?:?\\s*(?<number>\\+?[\\d ()./-]*\\d)");

  /** RFC 5321, section 4.5.3.1.3. */
  private static final int MAX_MAIL = 254;

  private static final int DIGITS = 9;
  private static final int SHORT_DIGITS = 7;

  private ContactText() {}

  /** The first thing in a text that looks like an e-mail address and is none; null for none. */
  static @Nullable String brokenMail(String text) {
    Matcher at = WITH_AT.matcher(text);
    while (at.find()) {
      String mail = at.group();
      if (mail.length() > MAX_MAIL
          || !MAIL.matcher(mail.replaceFirst("^mailto:", "")).matches()
          || mail.contains("..")) {
        return mail;
      }
    }
    return null;
  }

  /** The first thing in a text that looks like a telephone number and is none; null for none. */
  static @Nullable String brokenPhone(String text) {
    Matcher labelled = LABELLED.matcher(text);
    while (labelled.find()) {
      if (!isPhone(labelled.group("number"))) {
        return labelled.group("number").strip();
      }
    }
    if (text.contains("://")) {
      return null;
    }
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      if (!isPhone(number.group())) {
        return number.group().strip();
      }
    }
    return null;
  }

  /**
   * Nine digits (UKE's numbering plan), with or without +48; a town's short line (19115, 112);
   * anything of E.164's length behind another country's code.
   */
  private static boolean isPhone(String written) {
    String digits = written.replaceAll("\\D", "");
    boolean foreign = written.strip().startsWith("+") && !digits.startsWith("48");
    if (foreign) {
      return digits.length() >= SHORT_DIGITS && digits.length() <= 15;
    }
    String national = digits.replaceFirst("^(?:0048|48(?=\\d{9}$)|0(?=\\d{9}$))", "");
    boolean shortLine =
        national.length() == 3 || (national.length() == 5 && national.startsWith("19"));
    boolean several = national.length() % DIGITS == 0 && written.contains("/");
    return national.length() == DIGITS || shortLine || several;
  }
}
