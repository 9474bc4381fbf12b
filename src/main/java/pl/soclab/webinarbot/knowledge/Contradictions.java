package pl.soclab.webinarbot.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.PolishDates;

/**
 * Compares the front matter with the text below it: residents who were sent the text must not be
 * told something else.
 */
final class Contradictions {
  private static final Set<FactKind> COMPARED =
      Set.of(FactKind.LINK, FactKind.MEETING_ID, FactKind.PASSCODE);

  private final Findings findings;

  private Contradictions(Findings findings) {
    this.findings = findings;
  }

  static void check(
      List<Session> sessions,
      Map<FactKind, Fact> facts,
      AnnouncementReader.Reading text,
      Findings findings) {
    var contradictions = new Contradictions(findings);
    if (!sessions.isEmpty()) {
      text.sessions().forEach(each -> contradictions.checkStart(each, sessions));
    }
    for (FactKind kind : FactKind.values()) {
      Fact written = facts.get(kind);
      Fact read = text.facts().get(kind);
      if (COMPARED.contains(kind) && written != null && read != null) {
        contradictions.checkFact(written, read);
      }
    }
    contradictions.checkLinkWithId(facts);
  }

  private void checkStart(Session read, List<Session> sessions) {
    boolean agrees =
        sessions.stream()
            .anyMatch(
                each ->
                    each.date().equals(read.date())
                        && (each.startTime() == null
                            || read.startTime() == null
                            || each.startTime().equals(read.startTime())));
    if (!agrees) {
      Session first = sessions.getFirst();
      report("początek", moment(first), first.source(), moment(read), read.source());
    }
  }

  private static String moment(Session session) {
    String date = PolishDates.date(session.date());
    return session.startTime() == null ? date : date + ", " + PolishDates.hour(session.startTime());
  }

  private void checkFact(Fact written, Fact read) {
    Set<String> known = normalised(written);
    if (!known.containsAll(normalised(read))) {
      report(written.kind().key(), written.value(), written.source(), read.value(), read.source());
    }
  }

  private static Set<String> normalised(Fact fact) {
    return fact.values().stream()
        .map(value -> normalised(fact.kind(), value))
        .collect(Collectors.toSet());
  }

  private static String normalised(FactKind kind, String value) {
    String digits = value.replaceAll("\\D", "");
    boolean digitsOnly = value.replaceAll("[\\s\\u00A0-]", "").equals(digits);
    if (kind == FactKind.LINK) {
      return Folding.fold(value).replaceFirst("^https?://", "").replaceFirst("/$", "");
    }
    // Letters of a passcode are told apart by case.
    return digitsOnly ? digits : value.strip();
  }

  /** Zoom's address of a meeting ends in its number. */
  private void checkLinkWithId(Map<FactKind, Fact> facts) {
    Fact link = facts.get(FactKind.LINK);
    Fact id = facts.get(FactKind.MEETING_ID);
    if (link == null || id == null) {
      return;
    }
    var number = java.util.regex.Pattern.compile("zoom\\.us/j/(\\d{9,11})").matcher(link.value());
    if (number.find() && !number.group(1).equals(id.value().replaceAll("\\D", ""))) {
      findings.warning(
          id.source(),
          "ID spotkania jest inne niż numer w linku z wiersza "
              + link.source().line()
              + ". Proszę sprawdzić oba.");
    }
  }

  private void report(String key, String written, SourceLine at, String read, SourceLine readAt) {
    findings.warning(
        at,
        "Opis i tekst mówią co innego („"
            + key
            + "”): w opisie jest „"
            + written
            + "”, a w wierszu "
            + readAt.line()
            + " „"
            + read
            + "”. Bot trzyma się opisu; proszę poprawić jedno z nich.");
  }
}
