package pl.soclab.webinarbot.answering;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;

/**
 * Whether a question that can be answered with yes or no is answered with yes or no: "czy to w
 * piątek?", "czy będzie po polsku?". Where the files leave a doubt there is none: the fact alone is
 * said.
 */
enum Confirmation {
  YES,
  NO,
  NONE;

  private static final Set<String> YES_NO_STARTERS =
      Set.of(
          "czy", "bedzie", "beda", "is", "are", "will", "does", "do", "can", "чи", "to", "moge",
          "mozna", "trzeba", "musze");

  /** "Czemu w piątek?" takes something for granted that may be wrong. */
  private static final Set<String> WHY = Set.of("czemu", "dlaczego", "why", "чому");

  /** Questions that want more than yes or no. */
  private static final Set<String> ASKING =
      Set.of(
          "kto", "co", "gdzie", "kiedy", "ile", "jak", "jaki", "jaka", "jakie", "jakim", "ktory",
          "ktora", "ktorej", "ktore", "who", "what", "where", "when", "how", "which", "хто", "що",
          "де", "коли", "як");

  private static final Set<String> NEGATIVE =
      Set.of("nie", "brak", "bez", "bezplatny", "darmowy", "wolny", "nieplatny");

  private static final Set<String> FREE =
      Set.of("bezplatny", "darmowy", "free", "darmo", "gratis", "wolny", "friko", "bezkoszt");

  /** Longer clauses tell of other things too: "mam w czwartek dentystę na 8:15 i ...". */
  private static final int LONGEST = 10;

  /** About the day and the hour. */
  static Confirmation ofTime(Asked question, TimeMentions mentions, List<Session> sessions) {
    if (mentions.isEmpty() || !isYesNo(question) && !takesForGranted(question)) {
      return NONE;
    }
    if (sessions.stream().anyMatch(mentions::fit)) {
      return takesForGranted(question) ? NONE : YES;
    }
    return NO;
  }

  /** About a fact that is there or not: a translation, a recording, a fee. */
  static Confirmation ofFact(Topic topic, Asked question, Fact fact) {
    if (!topic.yesNo() || !isYesNo(question)) {
      return NONE;
    }
    Set<String> said = new Asked(fact.value(), Word.of(fact.value()), Language.POLISH).lemmas();
    boolean negative = NEGATIVE.stream().anyMatch(said::contains);
    boolean asksForFree = question.lemmas().stream().anyMatch(FREE::contains);
    return negative == asksForFree ? YES : NO;
  }

  /**
   * About a name that a resident takes for the right one ("na Teamsach?").
   *
   * @param names the names that could be meant, folded lemmas
   * @param right the name in the files
   */
  static Confirmation ofName(Asked question, Set<String> names, String right) {
    Set<String> asked = question.lemmas();
    List<String> named = names.stream().filter(asked::contains).toList();
    if (named.size() != 1 || !isYesNo(question) && !takesForGranted(question)) {
      return NONE;
    }
    @Nullable String lemma = named.getFirst();
    return Word.of(right).stream()
            .anyMatch(word -> Lemmatizer.polish().lemmas(word.folded()).contains(lemma))
        ? YES
        : NO;
  }

  /** Whether a question takes something for granted that can be confirmed or put right. */
  static boolean canBeConfirmed(Asked question) {
    return isYesNo(question) || takesForGranted(question);
  }

  private static boolean isYesNo(Asked question) {
    List<Word> words = question.words();
    if (words.isEmpty() || words.size() > LONGEST) {
      return false;
    }
    boolean alternative =
        words.stream().skip(1).anyMatch(word -> isOneOf(word, Set.of("czy", "or", "чи")));
    boolean asks = words.stream().anyMatch(word -> isOneOf(word, ASKING));
    return !alternative
        && !asks
        && (isOneOf(words.getFirst(), YES_NO_STARTERS)
            || words.size() > 1 && isOneOf(words.get(1), YES_NO_STARTERS)
            || question.text().strip().endsWith("?"));
  }

  static boolean takesForGranted(Asked question) {
    return question.words().size() <= LONGEST
        && question.words().stream().anyMatch(word -> isOneOf(word, WHY));
  }

  private static boolean isOneOf(Word word, Set<String> words) {
    return words.contains(word.folded()) || words.contains(Folding.fold(word.folded()));
  }
}
