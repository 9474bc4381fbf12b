package pl.soclab.webinarbot.knowledge;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Fact.Origin;
import pl.soclab.webinarbot.knowledge.Lines.Sentence;
import pl.soclab.webinarbot.language.TimeReader;

/** Finds the place, the deadline of registration and the project. */
final class PlaceFacts {
  private static final Pattern BUILDING =
      Pattern.compile(
          "(?<!\\p{L})(?:we?|na|przy|przed)\\s+(?:\\p{L}+\\s+){0,2}?(urzedzie|bibliotece|siedzibie|sali|domu|centrum|szkole|swietlicy|ratuszu|osrodku|remizie|parku|muzeum|klubie|kinie|teatrze|auli|budynku|placu|rynku|przedszkolu|lesie|ogrodzie|pawilonie|hali|wejsciu|wejsciem|bramie|brama|fontannie|fontanna|pomniku|altanie|polanie|parkingu|stadionie|kawiarni|bulwarze|plazy|bloniach|deptaku|przystani|dziedzincu|podworku|boisku|targowisku|filii|galerii|kosciele|kosciolem|dworcu|skwerze|skwerku)(?!\\p{L})|(?<=zapraszamy )do (?:\\p{L}+ )?(?:urzedu|biblioteki|domu kultury|szkoly|swietlicy|ratusza|osrodka|remizy|muzeum|klubu|kina|centrum)(?!\\p{L})");
  private static final Pattern ONLINE =
      Pattern.compile(
          "(?<!\\p{L})(online|on-line|zdalnie|przez internet|zoomie?|teams|clickmeeting)(?!\\p{L})");
  private static final Pattern FROM_AFAR =
      Pattern.compile("(?<!\\p{L})(online|on-line|zdalnie|przez internet)(?!\\p{L})");
  private static final Pattern NOT_FROM_AFAR =
      Pattern.compile(
          "(?<!\\p{L})nie (\\p{L}+ ){0,3}(online|on-line|zdalnie|przez internet)(?!\\p{L})");

  private static final Pattern END_OF_PLACE =
      Pattern.compile(
          "\\s*[,(–-]?\\s*(?:o godz|godz\\.|w godz|(?<!\\p{L})(?:o|od|do) \\d|\\. (?:spotkani|warsztat|zaje|potrwa|zaczyn|konczy|wstep|udzial|zapis|prosi|mozna|bedzie|trzeba|nie )|w dniu|dnia|odbed|zaprasz|w (?:poniedz|srod|czwart|piat|sobot|niedz)|we wtor|\\d{1,2}\\.\\d{2}\\.|ktor|i (?:przy|wspoln|razem|\\p{L}+my(?!\\p{L}))).*$");
  private static final Pattern PROJECT =
      Pattern.compile(
          "projek(?:t|tu|tem|cie)\\s+(?:pn\\.|pt\\.|pod nazwa|pod tytulem)?\\s*[„\"«]([^”\"»]{3,120})[”\"»]");

  /** Else it is the draft of a document. */
  private static final Pattern PART_OF_PROJECT =
      Pattern.compile("w ramach|czesci|realizowan|realizuj|finansowan|element");

  private static final Pattern GATHERING =
      Pattern.compile(
          "(zbieramy sie|spotykamy sie|spotkamy sie|zbiorka|startujemy|wyruszamy)(?=.*(?<!\\p{L})(przy|pod|na|przed|obok|w|we)\\s)"
              + "|(?<!\\p{L})(start|startujemy|ruszamy|wyruszamy|wychodzimy)(?=.*(?<!\\p{L})(spod|sprzed)\\s)");

  /** Where one goes when it rains, or for papers. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "wind[ay]|petl|podjazd|deszcz|niepogod|w sprawie|na temat|jesli|jezeli|w razie|do wgladu|przejrzec|dostepn|zlozyc");

  private static final Pattern OF_SOME =
      Pattern.compile(
          "(?<!\\p{L})ktor(zy|e)(?!.*(udzial|uczestnicz|przyjsc|dolaczyc)).{0,60}zgl(asz|os)|stoisk|(zgloszeni|zapis)\\p{L}* (druzyn|na bieg|na wyjazdow)");

  private static final Pattern REGISTRATION =
      Pattern.compile("zapis|zglosz|zglasza|zglosi|rejestr|formularz");

  /** Until when a link works, or a recording can be seen. */
  private static final Pattern OF_OTHER =
      Pattern.compile("uwag|opini|wniosk|nagran|dzial(a|al|ac)(?!\\p{L})");

  private static final Pattern DAY =
      Pattern.compile("(?<!\\p{L})do (poniedzialk|wtork|srod|czwartk|piatk|sobot|niedziel)");

  private static final Pattern UNTIL = Pattern.compile("(?<!\\p{L})(do|najpozniej|przed)\\s");

  /** In lines; further down a heading is forgotten. */
  private static final int LONGEST_SECTION = 4;

  private static final Pattern MEETING_VERB =
      Pattern.compile(
          "odbed|spotykamy|spotkani|zaprasz|warsztat|czeka|zbiork|start|rusza|przyjdz|wpadn|zobacz|spotka|konsultac|szkolen|bedzie");

  private final List<Sentence> sentences;
  private final Map<FactKind, Fact> facts;

  PlaceFacts(List<Sentence> sentences, Map<FactKind, Fact> facts) {
    this.sentences = sentences;
    this.facts = facts;
  }

  void find() {
    deadline();
    project();
    place();
  }

  private void put(FactKind kind, String value, Sentence sentence) {
    if (!value.isBlank()) {
      facts.putIfAbsent(kind, new Fact(kind, List.of(value), sentence.source(), Origin.TEXT));
    }
  }

  private void deadline() {
    for (Sentence sentence : sentences) {
      boolean isDeadline =
          UNTIL.matcher(sentence.folded()).find()
              && (DAY.matcher(sentence.folded()).find()
                  || !TimeReader.dates(sentence.text()).isEmpty())
              && !OF_OTHER.matcher(sentence.folded()).find()
              && !sentence.beginsWithHour()
              && !TextFacts.isRemarkOfPart(sentence, sentences)
              // Last, for it looks through the lines above.
              && isOfRegistration(sentence)
              && !isOfSome(sentence);
      if (isDeadline) {
        String text = sentence.text().replaceFirst("^[^:]{3,30}:\\s+(?!//)", "");
        put(FactKind.REGISTRATION_DEADLINE, text, sentence);
      }
    }
  }

  /** "Zapisy: ...", and in the next line "Termin: do 14 listopada". */
  private boolean isOfRegistration(Sentence sentence) {
    if (REGISTRATION.matcher(sentence.folded()).find()) {
      return true;
    }
    boolean isTerm =
        sentence.startsLine()
            && sentence.folded().startsWith("termin:")
            && sentences.stream()
                .anyMatch(
                    other ->
                        other.position() == sentence.position() - 1
                            && REGISTRATION.matcher(other.folded()).find());
    return isTerm || isBelowRegistration(sentence);
  }

  /** "ZAPISY", and some lines below "Czekamy do poniedziałku 16 listopada". */
  private boolean isBelowRegistration(Sentence sentence) {
    Sentence heading = null;
    for (Sentence other : sentences) {
      if (other.position() >= sentence.position()) {
        break;
      }
      heading = TextFacts.isHeading(other) ? other : heading;
    }
    return heading != null
        && sentence.position() - heading.position() <= LONGEST_SECTION
        && REGISTRATION.matcher(heading.folded()).find()
        && !OF_OTHER.matcher(heading.folded()).find();
  }

  /** "Organizacje, które chcą mieć stoisko, zgłaszają się do ..." is not for everybody. */
  private static boolean isOfSome(Sentence sentence) {
    return OF_SOME.matcher(sentence.folded()).find();
  }

  private void project() {
    for (Sentence sentence : sentences) {
      Matcher project = PROJECT.matcher(sentence.folded());
      if (project.find()
          && PART_OF_PROJECT.matcher(sentence.folded()).find()
          && sentence.folded().length() == sentence.text().length()) {
        put(
            FactKind.PROJECT,
            sentence.text().substring(project.start(1), project.end(1)),
            sentence);
      }
    }
  }

  /** Where a sentence says that one meets, a building or online; null where it does not. */
  static @Nullable String placeIn(Sentence sentence) {
    String building = buildingIn(sentence);
    if (building != null) {
      return building;
    }
    return ONLINE.matcher(sentence.folded()).find() ? "online" : null;
  }

  private static @Nullable String buildingIn(Sentence sentence) {
    Matcher building = BUILDING.matcher(sentence.folded());
    if (!building.find()
        || sentence.folded().length() != sentence.text().length()
        || isQuoted(sentence.text(), building.start())
        || !MEETING_VERB.matcher(sentence.folded()).find()
        || ELSEWHERE.matcher(sentence.folded()).find()
        || REGISTRATION.matcher(sentence.folded()).find()) {
      return null;
    }
    String rest = sentence.text().substring(building.start());
    Matcher end = END_OF_PLACE.matcher(sentence.folded().substring(building.start() + 4));
    String place = end.find() ? rest.substring(0, end.start() + 4) : rest;
    return place.replaceFirst("[\\s.,;!]+$", "");
  }

  /** "POLANA PRZY REMIZIE OSP": on a poster a line of its own; null for any other heading. */
  private static @Nullable String placeOnPoster(Sentence sentence) {
    boolean isPlace =
        BUILDING.matcher(sentence.folded()).find()
            && !ELSEWHERE.matcher(sentence.folded()).find()
            && !REGISTRATION.matcher(sentence.folded()).find()
            && !sentence.text().matches(".*[!?:]$");
    return isPlace ? sentence.text() : null;
  }

  /** "Demencja w domu" is what an event is called. */
  private static boolean isQuoted(String text, int position) {
    int opened = text.lastIndexOf('„', position);
    return opened >= 0 && text.indexOf('”', opened) > position;
  }

  private void place() {
    Fact platform = facts.get(FactKind.PLATFORM);
    if (!facts.containsKey(FactKind.PLACE) && platform == null) {
      sentences.stream()
          .filter(sentence -> GATHERING.matcher(sentence.folded()).find())
          .filter(sentence -> !sentence.beginsWithHour())
          .findFirst()
          .ifPresent(
              sentence -> {
                String building = buildingIn(sentence);
                put(FactKind.PLACE, building == null ? sentence.text() : building, sentence);
              });
    }
    for (Sentence sentence : sentences) {
      if (facts.containsKey(FactKind.PLACE)) {
        return;
      }
      String place = TextFacts.isHeading(sentence) ? placeOnPoster(sentence) : buildingIn(sentence);
      if (place != null) {
        put(FactKind.PLACE, place, sentence);
      }
    }
    if (!facts.containsKey(FactKind.PLACE)) {
      sentences.stream()
          .filter(sentence -> FROM_AFAR.matcher(sentence.folded()).find())
          .filter(sentence -> !NOT_FROM_AFAR.matcher(sentence.folded()).find())
          .findFirst()
          .ifPresentOrElse(
              sentence ->
                  put(
                      FactKind.PLACE,
                      platform == null ? "online" : "online (" + platform.value() + ")",
                      sentence),
              () -> {
                if (platform != null) {
                  facts.put(
                      FactKind.PLACE,
                      new Fact(
                          FactKind.PLACE,
                          List.of("online (" + platform.value() + ")"),
                          platform.source(),
                          Origin.TEXT));
                }
              });
    }
  }
}
