package pl.soclab.webinarbot.answering;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.StopWords;
import pl.soclab.webinarbot.language.TimeReader;
import pl.soclab.webinarbot.language.Word;
import pl.soclab.webinarbot.retrieval.Hit;

/**
 * What a sentence must hold to answer a question, by its question words: "kiedy" wants a date or an
 * hour, "ile" a number, "kto był trzeci" a third one.
 *
 * @param kind what is asked for
 * @param ordinals "pierwszy", "drugi" ...: the sentence must speak of the same one
 * @param counted lemmas of what is counted ("ile stron?"); empty where that cannot be told
 */
record ExpectedAnswer(Kind kind, Set<String> ordinals, Set<String> counted) {
  /** What is asked for. */
  enum Kind {
    DATE,
    HOUR,
    NUMBER,
    PERSON,
    NAME,
    ADDRESS,
    ANYTHING
  }

  private static final Set<String> WHEN =
      Set.of("kiedy", "kiedys", "miesiacu", "roku", "terminie", "when");
  private static final Set<String> TIME_WORDS = Set.of("kiedy", "when", "коли");
  private static final Set<String> HOUR_WORDS = Set.of("ktorej", "godzinie", "godzina");
  private static final Set<String> HOW_MUCH =
      Set.of("ile", "ilu", "iloma", "wielu", "many", "much", "kosztuje", "kwota", "kwote");
  private static final Set<String> WHO = Set.of("kto", "kogo", "kim", "komu", "who");
  private static final Set<String> NAMES =
      Set.of("nazwisko", "nazwiska", "nazwiskami", "imie", "imiona", "names", "surname");
  private static final Set<String> COUNTING = Set.of("ile", "ilu", "iloma", "many");
  private static final Set<String> NUMBERS =
      Set.of(
          "dwa",
          "trzy",
          "cztery",
          "piec",
          "szesc",
          "siedem",
          "osiem",
          "dziewiec",
          "dziesiec",
          "kilka",
          "kilkanascie",
          "kilkadziesiat",
          "sto",
          "tysiac",
          "jeden");

  /** How many words may stand between a number and what is counted. */
  private static final int NEAR = 3;

  /** Lemmas of people who have names, whatever the topic. */
  static final Set<String> PEOPLE =
      Set.of("autor", "autorka", "tlumacz", "tlumaczka", "prezes", "projektant", "wykonawca");

  private static final StopWords STOP_WORDS = StopWords.load();
  private static final Set<String> ORDINALS =
      Set.of("pierwszy", "drugi", "trzeci", "czwarty", "piaty", "ostatni");

  /** Numbers that count nothing: an hour, a day, a year, a telephone, what is in an address. */
  private static final Pattern NO_COUNT =
      Pattern.compile(
          "\\d{1,2}[:.]\\d{2}|\\d{1,2}[. ](?=stycz|lut|mar|kwie|maj|czerw|lip|sierp|wrze|paź|list|grud)"
              + "|(19|20)\\d{2}|\\d[\\d -]{7,}\\d|\\S+[@/]\\S+|§ *\\d+|^\\d+[.)]|(ul\\.|pok\\.|nr|sala) [^,;]*\\d+");

  private static final Pattern DATE_LIKE =
      Pattern.compile(
          "\\d|stycz|lut(y|ego|ym)|mar(zec|ca|cu)|kwie(cień|tni)|maj(u|a)?\\b|czerw(iec|c)|lip(iec|c)"
              + "|sierp|wrze(sień|śni)|paździer|listopad|grud(zień|ni)"
              + "|poniedział|wtor|środ|czwart|piąt|sobot|niedziel");
  static final Pattern NAME_LIKE =
      Pattern.compile(
          "\\p{Lu}\\p{Ll}+ \\p{Lu}|(?<=\\p{L} )\\p{Lu}|osob|osób|mieszka|uczestni|autor|goś|prelegen");

  /** What a question about a topic expects: a name where people are asked for by name. */
  static ExpectedAnswer of(Asked question, Topic topic) {
    Set<String> lemmas = question.lemmas();
    boolean asksForPeople = topic.people() || lemmas.stream().anyMatch(PEOPLE::contains);
    boolean byName = asksForPeople && (lemmas.contains("nazywac") || lemmas.contains("zwac"));
    ExpectedAnswer expected = of(question);
    // "Od której można wejść?" is answered by "kwadrans wcześniej" too.
    if (topic.id().equals("early_entry")) {
      return new ExpectedAnswer(Kind.ANYTHING, expected.ordinals(), Set.of());
    }
    return byName ? new ExpectedAnswer(Kind.NAME, expected.ordinals(), Set.of()) : expected;
  }

  /** What a question expects. */
  static ExpectedAnswer of(Asked question) {
    List<String> words = question.words().stream().map(Word::folded).toList();
    Set<String> ordinals =
        question.lemmas().stream().filter(ORDINALS::contains).collect(Collectors.toSet());
    return new ExpectedAnswer(kind(question.text(), words), ordinals, counted(words));
  }

  /** The lemmas of the noun behind "ile"; a verb there ("ile kosztuje") counts nothing. */
  private static Set<String> counted(List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      String next = words.get(i + 1);
      if (COUNTING.contains(words.get(i)) && next.length() > 3 && !STOP_WORDS.contains(next)) {
        return Set.copyOf(Lemmatizer.polish().lemmas(next));
      }
    }
    return Set.of();
  }

  /**
   * Whether a number stands just before or behind what is counted: "na stronie ... do 2035 roku"
   * tells no number of pages.
   */
  private boolean isCountedIn(String sentence) {
    List<Word> words = Word.of(sentence);
    for (int i = 0; i < words.size(); i++) {
      if (Lemmatizer.polish().lemmas(words.get(i).folded()).stream().anyMatch(counted::contains)) {
        int from = Math.max(0, i - NEAR);
        return words.subList(from, Math.min(words.size(), i + NEAR + 1)).stream()
            .anyMatch(ExpectedAnswer::isNumber);
      }
    }
    return NO_COUNT.matcher(sentence).replaceAll(" ").chars().anyMatch(Character::isDigit);
  }

  private static boolean isNumber(Word word) {
    return word.folded().chars().anyMatch(Character::isDigit)
        || Lemmatizer.polish().lemmas(word.folded()).stream().anyMatch(NUMBERS::contains);
  }

  private static Kind kind(String text, List<String> words) {
    if (words.stream().anyMatch(HOW_MUCH::contains)) {
      return Kind.NUMBER;
    }
    if (HOUR_WORDS.stream().anyMatch(words::contains)) {
      return Kind.HOUR;
    }
    if (words.stream().anyMatch(WHEN::contains)) {
      return Kind.DATE;
    }
    if (words.stream().anyMatch(NAMES::contains)) {
      return Kind.NAME;
    }
    if (words.stream().anyMatch(WHO::contains)) {
      return Kind.PERSON;
    }
    return text.contains("@") || words.contains("mail") || words.contains("email")
        ? Kind.ADDRESS
        : Kind.ANYTHING;
  }

  /** Whether the question word itself tells right sentences from wrong ones. */
  boolean isDefinite() {
    return kind != Kind.ANYTHING && kind != Kind.PERSON;
  }

  /** Whether a day or an hour is asked for; "do którego roku?" asks for neither. */
  static boolean asksForTime(Asked question) {
    return question.words().stream()
        .map(Word::folded)
        .anyMatch(word -> TIME_WORDS.contains(word) || HOUR_WORDS.contains(word));
  }

  /** Whether an hour is asked for. */
  static boolean asksForHour(Asked question) {
    return question.words().stream().map(Word::folded).anyMatch(HOUR_WORDS::contains);
  }

  /** Whether a sentence holds it. */
  boolean isIn(Hit hit) {
    String sentence = hit.sentence();
    // "Czy zajęła pierwsze miejsce?" is answered by any place; "kto był trzeci?" by the third
    // alone.
    if (kind == Kind.PERSON && !hit.lemmas().containsAll(ordinals)) {
      return false;
    }
    return switch (kind) {
      case DATE -> DATE_LIKE.matcher(sentence).find();
      case HOUR -> !TimeReader.hours(sentence).isEmpty();
      case NUMBER -> isCountedIn(sentence);
      case PERSON -> NAME_LIKE.matcher(sentence).find();
      case NAME -> PersonNames.areIn(sentence);
      case ADDRESS -> sentence.contains("@");
      case ANYTHING -> true;
    };
  }
}
