package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Fact.Origin;
import pl.soclab.webinarbot.knowledge.Lines.Sentence;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.ResourceFile;
import pl.soclab.webinarbot.language.TimeReader;

/**
 * Finds facts in the sentences of an announcement: behind a label ("Passcode: 969412"), or in a
 * sentence that states them, which is then copied whole.
 */
final class TextFacts {
  private static final Pattern LABELLED =
      Pattern.compile("^(\\P{L}*)([\\p{L}][\\p{L} ./()-]{1,40}?)\\s*[:?–-]\\s+(\\S.*)$");
  private static final Pattern LABEL_ALONE =
      Pattern.compile("^\\P{L}*([\\p{L}][\\p{L} ]{1,40}?)\\s*[:?]+\\P{L}*$");

  /** A line in capitals: "JAK DOŁĄCZYĆ", "NAGRANIE I ZAŚWIADCZENIE". */
  private static final Pattern CAPITALS = Pattern.compile("\\P{L}*\\p{Lu}[\\p{Lu}\\P{L}]{3,90}");

  private static final Pattern PICTURES =
      Pattern.compile("^(?:[\\p{IsExtended_Pictographic}\\p{Mn}\\p{Cf}]|\\s)+(?=.)");

  private static final Pattern PAST =
      Pattern.compile(String.join("|", ResourceFile.lines(TextFacts.class, "past.txt")));

  /** What one of several sessions has says nothing of the others. */
  private static final Set<FactKind> OF_ALL = Set.of(FactKind.ACCESSIBILITY, FactKind.COST);

  private static final FieldKeys KEYS = FieldKeys.load();
  private static final Map<FactKind, Pattern> CUES = cues();
  private static final Map<String, FactKind> LABELS = labels();

  /** What stands below a label and is longer tells more than the value. */
  private static final int LONGEST_VALUE = 200;

  private final List<Sentence> sentences;
  private final Map<FactKind, Fact> facts = new EnumMap<>(FactKind.class);

  private TextFacts(List<Sentence> sentences) {
    this.sentences = sentences;
  }

  private static Map<FactKind, Pattern> cues() {
    var cues = new EnumMap<FactKind, Pattern>(FactKind.class);
    for (String line : ResourceFile.lines(TextFacts.class, "cues.txt")) {
      int colon = line.indexOf(':');
      cues.put(
          FactKind.valueOf(line.substring(0, colon)),
          Pattern.compile(line.substring(colon + 1).strip()));
    }
    return cues;
  }

  private static Map<String, FactKind> labels() {
    var labels = new LinkedHashMap<String, FactKind>();
    for (String line : ResourceFile.lines(TextFacts.class, "labels.txt")) {
      int colon = line.indexOf(':');
      if (KEYS.find(line.substring(0, colon)) instanceof FieldKey.OfFact(FactKind kind)) {
        for (String label : line.substring(colon + 1).split(",")) {
          labels.put(Folding.fold(label.strip()), kind);
        }
      }
    }
    return labels;
  }

  static Map<FactKind, Fact> find(List<Sentence> sentences, List<Finding> findings) {
    var finder = new TextFacts(sentences);
    finder.lists();
    sentences.forEach(finder::labelled);
    new MeetingFacts(sentences, finder.facts, findings).find();
    finder.stated();
    new PartyFacts(sentences, finder.facts).find();
    new PlaceFacts(sentences, finder.facts).find();
    finder.facts.replaceAll((kind, fact) -> withoutPictures(fact));
    return finder.facts;
  }

  /** Of "🌼 rośliny pokaże Iga Wrona" the words. */
  private static Fact withoutPictures(Fact fact) {
    List<String> values =
        fact.values().stream()
            .map(value -> PICTURES.matcher(value).replaceFirst(""))
            .filter(value -> !value.isEmpty())
            .toList();
    return values.isEmpty() ? fact : new Fact(fact.kind(), values, fact.source(), fact.origin());
  }

  /** What stands behind "Miejsce:" or its sign; null where a line has no such label. */
  static @Nullable String labelledPlace(Sentence sentence) {
    if (!sentence.startsLine()) {
      return null;
    }
    for (Map.Entry<String, FactKind> label : LABELS.entrySet()) {
      if (label.getValue() == FactKind.PLACE
          && !Character.isLetter(label.getKey().codePointAt(0))
          && sentence.text().startsWith(label.getKey())) {
        return withoutSigns(sentence.text());
      }
    }
    Matcher labelled = LABELLED.matcher(sentence.text());
    return labelled.matches() && kindOf(labelled.group(2)) == FactKind.PLACE
        ? labelled.group(3)
        : null;
  }

  /** The kind of fact that a label announces; null where it announces none. */
  static @Nullable FactKind kindOf(String label) {
    String folded = Folding.fold(label.strip());
    FactKind known = LABELS.get(folded);
    if (known != null) {
      return known;
    }
    // "Kontakt w sprawach technicznych: ..."
    if (folded.startsWith("kontakt ")) {
      return FactKind.CONTACT;
    }
    return KEYS.find(label.strip()) instanceof FieldKey.OfFact(FactKind kind) ? kind : null;
  }

  private void labelled(Sentence sentence) {
    if (!sentence.startsLine()) {
      return;
    }
    for (Map.Entry<String, FactKind> label : LABELS.entrySet()) {
      if (!Character.isLetter(label.getKey().codePointAt(0))
          && sentence.text().startsWith(label.getKey())) {
        put(label.getValue(), withoutSigns(rest(sentence)), sentence);
        return;
      }
    }
    Matcher labelled = LABELLED.matcher(rest(sentence));
    FactKind kind = labelled.matches() ? kindOf(labelled.group(2)) : null;
    if (kind != null
        && kind != FactKind.LINK
        && kind != FactKind.MEETING_ID
        && kind != FactKind.PASSCODE) {
      put(kind, labelled.group(3), sentence);
    }
  }

  /** The whole line that a sentence starts. */
  private String rest(Sentence first) {
    var line = new StringBuilder();
    sentences.stream()
        .filter(other -> other.position() == first.position())
        .forEach(other -> line.append(line.isEmpty() ? "" : " ").append(other.text()));
    return line.toString();
  }

  private static String withoutSigns(String text) {
    return text.replaceFirst("^[^\\p{L}\\p{N}+(„\"]+", "").strip();
  }

  /** A label alone in its line, and a list under it. */
  private void lists() {
    for (int i = 0; i < sentences.size(); i++) {
      Matcher label = LABEL_ALONE.matcher(sentences.get(i).text());
      FactKind kind =
          label.matches()
              ? kindOf(label.group(1))
              : isHeading(sentences.get(i)) ? kindOf(sentences.get(i).text()) : null;
      if (kind == null
          && label.matches()
          && sentences
              .get(i)
              .folded()
              .matches(".*(?<!\\p{L})(w planie|program|agenda|plan)\\p{L}*( \\p{L}+)?:")) {
        kind = FactKind.PROGRAMME;
      }
      var values = new ArrayList<String>();
      for (int j = i + 1; j < sentences.size() && isListed(kind, sentences.get(j)); j++) {
        String value = sentences.get(j).text().replaceFirst("[,;.]$", "");
        if (value.startsWith("(") && !values.isEmpty()) {
          values.add(values.removeLast() + " " + value);
        } else {
          values.add(value);
        }
      }
      if (kind != null
          && kind != FactKind.PROGRAMME
          && values.isEmpty()
          && i + 1 < sentences.size()) {
        below(kind, sentences.get(i), sentences.get(i + 1));
      }
      if (kind != null && !values.isEmpty()) {
        facts.putIfAbsent(kind, new Fact(kind, values, sentences.get(i).source(), Origin.TEXT));
      }
    }
  }

  /** An item; the hours of a programme make a list without bullets too. */
  private static boolean isListed(@Nullable FactKind kind, Sentence sentence) {
    return sentence.isItem()
        || kind == FactKind.PROGRAMME
            && sentence.startsLine()
            && (sentence.beginsWithHour() || sentence.text().startsWith("("));
  }

  /** "GDZIE?" alone in its line, the place in the line below. */
  private void below(FactKind kind, Sentence label, Sentence value) {
    boolean isShort = rest(value).length() <= LONGEST_VALUE;
    boolean isLabel =
        LABEL_ALONE.matcher(value.text()).matches() || LABELLED.matcher(rest(value)).matches();
    if (label.startsLine()
        && value.startsLine()
        && value.position() <= label.position() + 2
        && isShort
        && !isLabel
        && kind != FactKind.LINK
        && kind != FactKind.MEETING_ID
        && kind != FactKind.PASSCODE) {
      put(kind, rest(value), value);
    }
  }

  private void put(FactKind kind, String value, Sentence sentence) {
    String plain = value.strip().replaceFirst("[,;]$", "");
    if (!plain.isBlank()) {
      facts.putIfAbsent(kind, new Fact(kind, List.of(plain), sentence.source(), Origin.TEXT));
    }
  }

  private void stated() {
    CUES.forEach(
        (kind, cue) -> {
          if (!facts.containsKey(kind)) {
            sentences.stream()
                .filter(sentence -> cue.matcher(sentence.folded()).find())
                .filter(sentence -> isStatement(sentence.text()))
                .filter(sentence -> kind == FactKind.COST || !isHeading(sentence))
                .filter(sentence -> kind == FactKind.GUESTS || !isOfPart(sentence))
                .filter(sentence -> !PAST.matcher(sentence.folded()).find())
                .filter(sentence -> !OF_ALL.contains(kind) || !isSession(sentence))
                .findFirst()
                .ifPresent(sentence -> put(kind, withNext(kind, sentence), sentence));
          }
        });
  }

  /** A line in capitals over what it is about. */
  static boolean isHeading(Sentence sentence) {
    return sentence.startsLine() && CAPITALS.matcher(sentence.text()).matches();
  }

  /** "16:00 – turniej (zgłoszenia do 3 czerwca)": of one part of the programme alone. */
  private boolean isOfPart(Sentence sentence) {
    return (sentence.beginsWithHour() || isRemarkOfPart(sentence, sentences))
        && sentences.stream().filter(Sentence::beginsWithHour).count() > 2;
  }

  /** "(20 miejsc, zapisy do 10 czerwca)" in the line below a part of the programme. */
  static boolean isRemarkOfPart(Sentence sentence, List<Sentence> sentences) {
    if (!sentence.text().startsWith("(")) {
      return false;
    }
    int position = sentences.indexOf(sentence);
    return position > 0 && sentences.get(position - 1).beginsWithHour();
  }

  /** A question states nothing, and neither does a heading. */
  private static boolean isStatement(String text) {
    return !text.endsWith("?") && !text.endsWith(":") && text.length() > 8;
  }

  /** One of several sessions: that this place has a lift says nothing of the others. */
  private boolean isSession(Sentence sentence) {
    return isDated(sentence)
        && sentences.stream().filter(other -> other.startsLine() && isDated(other)).count() > 1;
  }

  private static boolean isDated(Sentence sentence) {
    return !TimeReader.dates(sentence.text()).isEmpty()
        && !TimeReader.hours(sentence.text()).isEmpty();
  }

  /** That only one evening is recorded may stand sentences behind how to get the recording. */
  private String withMore(FactKind kind, Sentence first) {
    Pattern cue = Objects.requireNonNull(CUES.get(kind));
    return sentences.stream()
        .filter(other -> other.position() == first.position())
        .filter(other -> cue.matcher(other.folded()).find() && isStatement(other.text()))
        .map(Sentence::text)
        .collect(Collectors.joining(" "));
  }

  /**
   * What to write into a registration often stands in the sentence behind it, and so does the next
   * of the guests.
   */
  private String withNext(FactKind kind, Sentence sentence) {
    int next = sentences.indexOf(sentence) + 1;
    if (kind == FactKind.GUESTS) {
      boolean isAnother =
          next < sentences.size()
              && sentences.get(next).position() == sentence.position()
              && Objects.requireNonNull(CUES.get(kind))
                  .matcher(sentences.get(next).folded())
                  .find();
      return isAnother ? sentence.text() + " " + sentences.get(next).text() : sentence.text();
    }
    if (kind == FactKind.RECORDING) {
      return withMore(kind, sentence);
    }
    boolean offersMore =
        kind == FactKind.ACCESSIBILITY
            && next < sentences.size()
            && sentences.get(next).position() == sentence.position()
            && sentences
                .get(next)
                .folded()
                .matches(".*(wsparci|potrzebujesz|potrzebuja|potrzeby).*");
    if (offersMore) {
      return sentence.text() + " " + sentences.get(next).text();
    }
    boolean continues =
        kind == FactKind.REGISTRATION
            && next < sentences.size()
            && sentences
                .get(next)
                .folded()
                .matches(
                    ".*(w wiadomosci|w zgloszeniu|w tytule|w tresci|(prosimy|prosze) (o )?(poda|wpis)|nalezy (podac|wpisac)|wystarczy).*");
    return continues ? sentence.text() + " " + sentences.get(next).text() : sentence.text();
  }
}
