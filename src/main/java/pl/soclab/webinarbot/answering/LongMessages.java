package pl.soclab.webinarbot.answering;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pl.soclab.webinarbot.language.Sentences;
import pl.soclab.webinarbot.language.Word;

/**
 * Finds the question in a long message: who introduces himself and tells of his day names hours and
 * places that he does not ask for.
 */
final class LongMessages {
  /** Shorter messages are all question. */
  private static final int LONG = 18;

  private static final int SHORTEST_QUESTION = 3;

  /** Shorter questions say too little alone. */
  private static final int LEANING = 9;

  private static final Set<String> ASKING =
      Set.of(
          "kto", "kogo", "kim", "co", "czego", "gdzie", "dokad", "kiedy", "ile", "ilu", "jak",
          "jaki", "jaka", "jakie", "jakim", "jakiej", "ktory", "ktora", "ktorej", "ktore", "czy",
          "skad", "who", "what", "where", "when", "how", "which", "хто", "що", "де", "коли", "як",
          "чи", "скільки", "котрій");

  /**
   * What is behind that many words is not looked at: the work grows with the words times those of
   * the files, and the longest question of our sets has 66.
   */
  private static final int MOST_WORDS = 120;

  private static final String QUESTION_WORD =
      "(?:czy|kto|kogo|kim|kiedy|gdzie|jak|ile|ilu|kt[oó]r|co|czego|sk[aą]d|[odz]d? kt[oó]r|na jak|za ile|pod jak|w jak)";

  /** "Czy mogliby Państwo napisać, ...", "proszę powiedzieć, ...", "chciałam zapytać, ...". */
  private static final Pattern PREAMBLE =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:"
              + "(?:czy\\s+)?(?:m[oó]g[łl]\\p{L}*|mo[żz]e(?:cie)?)\\s+(?:(?:by|pa[nń]stwo|pani|pan|mi|kto[śs])\\s+)*"
              + "(?:napisa[ćc]|powiedzie[ćc]|poda[ćc]|podpowiedzie[ćc]|odpowiedzie[ćc]|przypomnie[ćc]|wyja[śs]ni[ćc]|poinformowa[ćc])"
              + "|prosz[eę]\\s+(?:mi\\s+)?(?:o (?:informacj[eę]|odpowied[źz])|powiedzie[ćc]|napisa[ćc]|poda[ćc]|odpowiedzie[ćc]|wyja[śs]ni[ćc])"
              + "|chcia[łl](?:bym|abym|em|am)\\s+(?:si[eę]\\s+)?(?:zapyta[ćc]|spyta[ćc]|dowiedzie[ćc])(?:\\s+si[eę])?"
              + "|(?:wie|podpowie|powie)\\s+(?:mi\\s+)?kto[śs]|mam\\s+(?:takie\\s+)?pytanie"
              + ")(?:\\s+mi)?\\s*[,:.]?\\s+(?="
              + QUESTION_WORD
              + ")");

  private LongMessages() {}

  /**
   * The sentences that ask; the whole text where it is short or none of them does. Of either the
   * first {@value #MOST_WORDS} words.
   */
  static String questionIn(String text) {
    String asked = PREAMBLE.matcher(sentencesThatAsk(text)).replaceAll("");
    String question = asked.isBlank() ? text : asked;
    List<Word> words = Word.of(question);
    return words.size() <= MOST_WORDS
        ? question
        : question.substring(0, words.get(MOST_WORDS - 1).end());
  }

  private static String sentencesThatAsk(String text) {
    if (Word.of(text).size() < LONG) {
      return text;
    }
    List<String> sentences = Sentences.of(text);
    String marked =
        IntStream.range(0, sentences.size())
            .filter(i -> sentences.get(i).endsWith("?") && isLongEnough(sentences.get(i)))
            .mapToObj(i -> withBefore(sentences, i))
            .collect(Collectors.joining(" "));
    if (!marked.isEmpty()) {
      return marked;
    }
    return sentences.stream()
        .filter(sentence -> isLongEnough(sentence) && asks(sentence))
        .reduce((first, second) -> second)
        .orElse(text);
  }

  /** "Czy mogą uczestniczyć?" leans on what was said just before. */
  private static String withBefore(List<String> sentences, int i) {
    boolean leans = i > 0 && Word.of(sentences.get(i)).size() < LEANING;
    return leans ? sentences.get(i - 1) + " " + sentences.get(i) : sentences.get(i);
  }

  private static boolean isLongEnough(String sentence) {
    return Word.of(sentence).size() >= SHORTEST_QUESTION;
  }

  private static boolean asks(String sentence) {
    return Word.of(sentence).stream().anyMatch(word -> ASKING.contains(word.folded()));
  }
}
