package pl.soclab.webinarbot.knowledge;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;

/** The fields of the front matter that are no facts. */
final class FileFields {
  /** Where organisers and residents live, unless a file says otherwise. */
  static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Warsaw");

  private static final Set<String> POLISH_TIME =
      Set.of("polska", "warszawa", "czas polski", "cet", "cest", "poland", "europa/warszawa");
  private static final Set<String> YES = Set.of("tak", "t", "true", "yes", "1");
  private static final Set<String> NO = Set.of("nie", "n", "false", "no", "0");

  private FileFields() {}

  static @Nullable Field find(List<Field> fields, FileField wanted) {
    for (Field field : fields) {
      if (field.key() instanceof FieldKey.OfFile(FileField own) && own == wanted) {
        return field;
      }
    }
    return null;
  }

  /** The field's first plain value; null where there is none. */
  static Field.@Nullable Text text(List<Field> fields, FileField wanted) {
    Field field = find(fields, wanted);
    return field == null || field.texts().isEmpty() ? null : field.texts().getFirst();
  }

  static ZoneId zone(List<Field> fields, Findings findings) {
    Field.Text written = text(fields, FileField.ZONE);
    if (written == null || POLISH_TIME.contains(Folding.fold(written.text()))) {
      return USUAL_ZONE;
    }
    try {
      return ZoneId.of(written.text());
    } catch (DateTimeException e) {
      for (String id : ZoneId.getAvailableZoneIds()) {
        if (id.toLowerCase(Locale.ROOT).equals(written.text().toLowerCase(Locale.ROOT))) {
          return ZoneId.of(id);
        }
      }
      findings.error(
          written.source(),
          "Nieznana strefa „"
              + written.text()
              + "”, bot przyjął czas polski. Proszę napisać na przykład Europe/Warsaw.");
      return USUAL_ZONE;
    }
  }

  /** The status; null where the field is missing or unknown. */
  static Event.@Nullable Status status(Field.@Nullable Text written, Findings findings) {
    if (written == null) {
      return null;
    }
    String folded = Folding.fold(written.text());
    if (folded.startsWith("odwol") || folded.startsWith("anulow")) {
      return Event.Status.CANCELLED;
    }
    if (folded.startsWith("przeloz") || folded.startsWith("przesun")) {
      return Event.Status.MOVED;
    }
    if (folded.startsWith("zaplanow") || folded.startsWith("planow") || folded.equals("aktualne")) {
      return Event.Status.PLANNED;
    }
    findings.error(
        written.source(),
        "Nieznany stan „"
            + written.text()
            + "”. Proszę wpisać: zaplanowane, odwołane albo przełożone.");
    return null;
  }

  static boolean isGeneral(List<Field> fields, Findings findings) {
    Field.Text written = text(fields, FileField.GENERAL);
    if (written == null) {
      return false;
    }
    String folded = Folding.fold(written.text());
    if (!YES.contains(folded) && !NO.contains(folded)) {
      findings.warning(
          written.source(),
          "„" + written.text() + "” to ani tak, ani nie. Proszę wpisać: tak albo nie.");
    }
    return YES.contains(folded);
  }
}
