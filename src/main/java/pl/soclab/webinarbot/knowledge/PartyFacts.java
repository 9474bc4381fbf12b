package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Fact.Origin;
import pl.soclab.webinarbot.knowledge.Lines.Sentence;
import pl.soclab.webinarbot.language.ResourceFile;

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
          "^(?:Serdecznie\\s+)?([\\p{Lu}][^.!?,:]{3,90}?)\\s+(?:serdecznie\\s+)?(?:zaprasza(?:ją)?|organizuj[eą]|ogłasza(?:ją)?|informuj[eą],? że|uruchamia(?:ją)?|prowadz[ią]\\s+konsultacje|przygotowuj[eą]|wdraża)(?!\\p{L})");
  private static final Pattern EVENT =
      Pattern.compile("^(warsztat|spotkani|szkoleni|webinar|spacer|piknik|konsultacj|wydarzeni)");
  private static final Pattern ORGANISED_BY =
      Pattern.compile(
          "(?i:organizowan\\p{L}*|zorganizowan\\p{L}*|prowadzon\\p{L}*|przygotowan\\p{L}*|realizowan\\p{L}*)\\s+przez\\s+"
              + NAME);
  private static final Pattern ORGANISES =
      Pattern.compile(
          "(?i:organizuje|organizują|przygotowuje|przygotowują|robi|robią|prowadzi|prowadzą|zaprasza|zapraszają)\\s+"
              + NAME);
  private static final Pattern WITH =
      Pattern.compile(
          "(?i:wspólnie z|razem z|we współpracy z|przy współpracy z|w partnerstwie z|przy wsparciu|dzięki wsparciu|partnerem (?:\\p{L}+ )?jest|współorganizator\\p{L}* (?:jest|są))e?\\s+"
              + NAME);
  private static final Pattern OURSELVES =
      Pattern.compile(
          "(?i:(?:robimy|organizujemy|przygotowujemy|zapraszamy)(?: to)?(?: my)?,? czyli|(?<!\\p{L})my,? czyli)\\s+(\\p{Lu}[^.!?]{2,90})");

  /** How many lines at the end of an announcement may be its signature. */
  private static final int SIGNATURE_LINES = 4;

  private static final int LONGEST_SIGNATURE = 100;
  private static final Map<String, String> HEADS = heads();

  private final List<Sentence> sentences;
  private final Map<FactKind, Fact> facts;

  PartyFacts(List<Sentence> sentences, Map<FactKind, Fact> facts) {
    this.sentences = sentences;
    this.facts = facts;
  }

  private static Map<String, String> heads() {
    var heads = new HashMap<String, String>();
    for (String line : ResourceFile.lines(PartyFacts.class, "heads.txt")) {
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
    if (!facts.containsKey(FactKind.ORGANISERS)) {
      sentences.forEach(this::ourselves);
    }
    if (!facts.containsKey(FactKind.ORGANISERS)) {
      signature();
    }
  }

  private void ourselves(Sentence sentence) {
    Matcher found = OURSELVES.matcher(sentence.text());
    if (found.find()) {
      put(found.group(1), sentence);
    }
  }

  /** "Urząd Gminy Lipowa" alone in one of the last lines. */
  private void signature() {
    int last = sentences.isEmpty() ? 0 : sentences.getLast().position();
    for (Sentence sentence : sentences) {
      // Of a sentence of commas alone nothing would be left without the limit.
      String first = sentence.text().split("[\\s,]", 2)[0];
      if (!first.isEmpty()
          && sentence.startsLine()
          && sentence.position() > 0
          && sentence.position() > last - SIGNATURE_LINES
          && sentence.text().length() <= LONGEST_SIGNATURE
          && !sentence.text().matches(".*[\\d:.!?@].*")
          && Character.isUpperCase(first.codePointAt(0))
          && HEADS.containsValue(first.toLowerCase(Locale.ROOT))
          && !sentence.folded().matches(".*(zaprasza|organizuj|przygotow|udziela).*")) {
        put(sentence.text(), sentence);
      }
    }
  }

  private void put(String name, Sentence sentence) {
    facts.putIfAbsent(
        FactKind.ORGANISERS,
        new Fact(
            FactKind.ORGANISERS,
            List.of(name.strip().replaceFirst("[.,]+$", "")),
            sentence.source(),
            Origin.TEXT));
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
    String head = HEADS.get(words[0].toLowerCase(Locale.ROOT));
    if (head == null) {
      return null;
    }
    boolean changes = !head.equals(words[0].toLowerCase(Locale.ROOT));
    // "z Urzędem Miejskim": the adjective would have to change too.
    if (changes && words.length > 1 && words[1].matches(".*(im|ym|ego|emu|iej|ej|ą|ich|ych)")) {
      return null;
    }
    boolean capital = Character.isUpperCase(words[0].charAt(0));
    var nominative = new ArrayList<String>(List.of(words));
    nominative.set(
        0, capital ? head.substring(0, 1).toUpperCase(Locale.ROOT) + head.substring(1) : head);
    return String.join(" ", nominative);
  }
}
