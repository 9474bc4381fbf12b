package pl.soclab.webinarbot.knowledge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Finding.Severity;
import pl.soclab.webinarbot.knowledge.FrontMatter.Value;

/** Looks whether links, addresses and numbers are what they should be. */
final class FactChecks {
  private static final Pattern CUT = Pattern.compile("(\\.{2,}|…)+$");

  /**
   * A Zoom address with its whole meeting number (9 to 11 digits, Zoom's help page on meeting IDs).
   */
  private static final Pattern WHOLE_ZOOM =
      Pattern.compile("https://[\\w.-]*zoom\\.us/[jw]/\\d{9,11}");

  private static final Pattern URL =
      Pattern.compile("https?://[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+(:\\d+)?(/\\S*)?");
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

  private FactChecks() {}

  /** Whether an address was cut off where it was copied. */
  static boolean isCut(String link) {
    return CUT.matcher(link).find();
  }

  /**
   * The link that can be sent: as it stands, or up to the dots where that is whole; null, with a
   * finding, where it is broken.
   */
  static @Nullable String link(Value value, List<Finding> findings) {
    String link = value.text().strip();
    if (isCut(link)) {
      return uncut(value, findings);
    }
    if (!URL.matcher(link).matches()) {
      findings.add(
          new Finding(
              value.source(),
              Severity.ERROR,
              "To nie jest poprawny link: „"
                  + link
                  + "”. Proszę wkleić cały adres, od https:// do końca."));
      return null;
    }
    return link;
  }

  private static @Nullable String uncut(Value value, List<Finding> findings) {
    Matcher cut = CUT.matcher(value.text().strip());
    String kept = cut.replaceFirst("");
    if (WHOLE_ZOOM.matcher(kept).matches()) {
      findings.add(
          new Finding(
              value.source(),
              Severity.WARNING,
              "Link jest ucięty („…”). Adres do kropek jest pełnym adresem spotkania, więc podaję go bez dalszej części; hasło trzeba wpisać. Proszę wkleić cały link."));
      return kept;
    }
    findings.add(
        new Finding(
            value.source(),
            Severity.ERROR,
            "Link jest ucięty („…”), więc nikomu go nie podam. Proszę wkleić cały link."));
    return null;
  }

  /** An e-mail address or a phone number that is none. */
  static void contact(Value value, List<Finding> findings) {
    String text = value.text();
    long digits = text.chars().filter(Character::isDigit).count();
    if (text.contains("@") && !EMAIL.matcher(text).find()) {
      findings.add(
          new Finding(
              value.source(),
              Severity.WARNING,
              "Adres e-mail wygląda na niepełny: „" + text + "”. Proszę go sprawdzić."));
    } else if (!text.contains("@") && digits > 0 && digits < 9 && digits > 4) {
      findings.add(
          new Finding(
              value.source(),
              Severity.WARNING,
              "Numer telefonu ma za mało cyfr: „" + text + "”. Proszę go sprawdzić."));
    }
  }
}
