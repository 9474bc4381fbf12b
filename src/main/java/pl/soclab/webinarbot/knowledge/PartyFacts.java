package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Fact.Origin;
import pl.soclab.webinarbot.knowledge.Lines.Sentence;

/**
 * Finds who organises an event and with whom. A name stands in running text in any case; where its
 * nominative stands elsewhere that is taken, a common head noun is put into it, and else the whole
 * sentence is copied.
 */
final class PartyFacts {
  private static final String NAME =
      "([\\p{L}\\d„”\"'.&()-]+(?:\\s+(?:(?:i|w|na|im\\.|ds\\.|do|z)\\s+)?[\\p{Lu}„\"][\\p{L}\\d„”\"'.&-]*)*)";
  private static final Pattern ON_BEHALF = Pattern.compile("W imieniu\\s+" + NAME);
  private static final Pattern INVITES =
      Pattern.compile(
          "^(?:Serdecznie\\s+)?([\\p{Lu}][^.!?,:]{3,90}?)\\s+(?:serdecznie\\s+)?(?:zaprasza(?:ją)?|organizuj[eą]|ogłasza(?:ją)?|prowadz[ią]\\s+konsultacje|przygotowuj[eą]|wdraża)(?!\\p{L})");
  private static final Pattern EVENT =
      Pattern.compile("^(warsztat|spotkani|szkoleni|webinar|spacer|piknik|konsultacj|wydarzeni)");
  private static final Pattern ORGANISED_BY =
      Pattern.compile(
          "(?i:organizowan\\p{L}*|zorganizowan\\p{L}*|prowadzon\\p{L}*|przygotowan\\p{L}*|realizowan\\p{L}*)\\s+przez\\s+"
              + NAME);
  private static final Pattern ORGANISES =
      Pattern.compile("(?i:organizuje|organizują|przygotowuje|przygotowują|robi|robią)\\s+" + NAME);
  private static final Pattern WITH =
      Pattern.compile(
          "(?i:wspólnie z|razem z|we współpracy z|przy współpracy z|w partnerstwie z|przy wsparciu|partnerem (?:jest|wydarzenia jest)|współorganizator\\p{L}* (?:jest|są))e?\\s+"
              + NAME);
  private static final Map<String, String> HEADS = heads();

  private final List<Sentence> sentences;
  private final Map<FactKind, Fact> facts;

  PartyFacts(List<Sentence> sentences, Map<FactKind, Fact> facts) {
    this.sentences = sentences;
    this.facts = facts;
  }

  private static Map<String, String> heads() {
    var heads = new java.util.HashMap<String, String>();
    for (String line : Cues.lines("heads.txt")) {
      int colon = line.indexOf(':');
      for (String form : line.substring(colon + 1).strip().split("\\s+")) {
        heads.put(form, line.substring(0, colon));
      }
    }
    return heads;
  }

  void find() {
    for (Sentence sentence : sentences) {
      party(FactKind.ORGANISERS, ON_BEHALF, sentence);
    }
    for (Sentence sentence : sentences) {
      party(FactKind.ORGANISERS, INVITES, sentence);
      party(FactKind.ORGANISERS, ORGANISED_BY, sentence);
      party(FactKind.ORGANISERS, ORGANISES, sentence);
      party(FactKind.PARTNERS, WITH, sentence);
    }
  }

  private void party(FactKind kind, Pattern pattern, Sentence sentence) {
    if (facts.containsKey(kind)) {
      return;
    }
    Matcher found = pattern.matcher(sentence.text());
    if (!found.find()) {
      return;
    }
    String name = null;
    for (int group = 1; group <= found.groupCount(); group++) {
      name = name == null ? found.group(group) : name;
    }
    String value = name == null ? null : nominative(name.strip().replaceFirst("[.,]+$", ""));
    if (value == null && (pattern == ORGANISES || pattern == INVITES)) {
      // The subject of "zaprasza" stands in the nominative; a heading with a dash has no subject.
      boolean isSubject = pattern == INVITES && name != null && !name.matches(".*[–—:-].*");
      if (!isSubject) {
        return;
      }
      // "Warsztaty gmina przygotowuje ..." begins with what is organised.
      value = EVENT.matcher(sentence.folded()).find() ? null : name;
    }
    facts.put(
        kind,
        new Fact(
            kind,
            List.of(value == null || value.isBlank() ? sentence.text() : value),
            sentence.source(),
            Origin.TEXT));
  }

  /** The name as one introduces oneself with it; null where that cannot be told. */
  private @Nullable String nominative(String name) {
    String[] words = name.split("\\s+");
    String head = HEADS.get(words[0].toLowerCase(java.util.Locale.ROOT));
    if (head == null) {
      return null;
    }
    boolean changes = !head.equals(words[0].toLowerCase(java.util.Locale.ROOT));
    // "z Urzędem Miejskim": the adjective would have to change too.
    if (changes && words.length > 1 && words[1].matches(".*(im|ym|ego|emu|iej|ej|ą|ich|ych)")) {
      return null;
    }
    boolean capital = Character.isUpperCase(words[0].charAt(0));
    var nominative = new ArrayList<String>(List.of(words));
    nominative.set(
        0,
        capital
            ? head.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + head.substring(1)
            : head);
    return String.join(" ", nominative);
  }
}
