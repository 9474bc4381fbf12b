package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the facts out of the front matter's fields, but for those that are no use to anyone. */
final class FactsReader {
  private static final int LEAST_DIGITS = 9;

  private final Findings findings;

  private FactsReader(Findings findings) {
    this.findings = findings;
  }

  static Map<FactKind, Fact> read(List<Field> fields, Findings findings) {
    var reader = new FactsReader(findings);
    var facts = new EnumMap<FactKind, Fact>(FactKind.class);
    for (Field field : fields) {
      if (field.key() instanceof FieldKey.OfFact(FactKind kind)) {
        List<String> values = reader.values(kind, field);
        if (!values.isEmpty()) {
          facts.put(kind, new Fact(kind, values, field.source(), Fact.Origin.FRONT_MATTER));
        }
      }
    }
    return facts;
  }

  private List<String> values(FactKind kind, Field field) {
    var values = new ArrayList<String>();
    for (Field.Value value : field.values()) {
      switch (value) {
        case Field.Text text -> {
          String usable = usable(kind, text);
          if (usable != null) {
            values.add(usable);
          }
        }
        case Field.Group group ->
            findings.error(
                group.source(),
                "Klucz „"
                    + field.written()
                    + "” nie ma kluczy wewnątrz. Proszę wpisać zwykły tekst, a tekst z dwukropkiem"
                    + " ująć w cudzysłów.");
      }
    }
    return values;
  }

  private @Nullable String usable(FactKind kind, Field.Text value) {
    if (LinkText.isCut(value.text())) {
      return cut(kind, value);
    }
    return switch (kind) {
      case LINK -> link(value);
      case CONTACT -> contact(value);
      case MEETING_ID -> meetingId(value);
      default -> value.text();
    };
  }

  private @Nullable String cut(FactKind kind, Field.Text value) {
    String kept = kind == FactKind.LINK ? LinkText.keptOf(value.text()) : null;
    if (kept == null) {
      findings.error(
          value.source(),
          "Link jest ucięty (kończy się kropkami), więc bot go nie poda. Proszę wkleić cały"
              + " adres.");
    } else {
      findings.warning(
          value.source(),
          "Link jest ucięty. To, co stoi przed kropkami, jest całym adresem spotkania, więc bot"
              + " podaje "
              + kept
              + " . Proszę to sprawdzić i usunąć kropki.");
    }
    return kept;
  }

  private @Nullable String link(Field.Text value) {
    String written = value.text().replaceFirst("^<(.*)>$", "$1");
    if (LinkText.isLink(written)) {
      return written;
    }
    String inside = LinkText.firstIn(value.text());
    if (inside == null) {
      findings.error(
          value.source(),
          "To nie jest link, więc bot go nie poda. Proszę wpisać cały adres, od https:// albo"
              + " zostawić to miejsce puste.");
    } else {
      findings.warning(
          value.source(),
          "Obok linku stoi jeszcze inny tekst; bot podaje sam link. Proszę zostawić sam adres.");
    }
    return inside;
  }

  /** Zoom, Teams and Webex give their meetings 9 to 13 digits. */
  private @Nullable String meetingId(Field.Text value) {
    if (value.text().chars().filter(Character::isDigit).count() >= LEAST_DIGITS) {
      return value.text();
    }
    findings.error(
        value.source(),
        "„"
            + value.text()
            + "” nie jest ID spotkania (ma mieć co najmniej 9 cyfr), więc bot go nie poda. Proszę"
            + " je poprawić.");
    return null;
  }

  private @Nullable String contact(Field.Text value) {
    String mail = ContactText.brokenMail(value.text());
    String phone = ContactText.brokenPhone(value.text());
    if (mail != null) {
      findings.error(
          value.source(),
          "„" + mail + "” nie jest adresem e-mail, więc bot go nie poda. Proszę go poprawić.");
    }
    if (phone != null) {
      findings.error(
          value.source(),
          "„"
              + phone
              + "” nie jest numerem telefonu (ma mieć 9 cyfr), więc bot go nie poda. Proszę go"
              + " poprawić.");
    }
    return mail == null && phone == null ? value.text() : null;
  }
}
