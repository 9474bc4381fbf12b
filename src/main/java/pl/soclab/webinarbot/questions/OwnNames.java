package pl.soclab.webinarbot.questions;

import java.util.List;
import java.util.Locale;
import pl.soclab.webinarbot.language.StopWords;
import pl.soclab.webinarbot.language.Word;

/** Masks the names of those who introduce themselves: "nazywam się Anna Nowak", "jestem Anna". */
final class OwnNames {
  /** "Anna Maria Nowak-Kowalska". */
  private static final int MOST_WORDS = 4;

  private static final StopWords STOP_WORDS = StopWords.load();
  private static final List<String> SURE = OpenQuestionWords.list("introduces.surely");
  private static final List<String> USUAL = OpenQuestionWords.list("introduces");
  private static final List<String> OF_PAIRS = OpenQuestionWords.list("introduces.pair");
  private static final List<String> ENDINGS = OpenQuestionWords.list("surname.endings");

  private final String text;
  private final List<Word> words;

  private OwnNames(String text) {
    this.text = text;
    words = Word.of(text);
  }

  static String mask(String text) {
    return new OwnNames(text).masked();
  }

  private String masked() {
    var masked = new StringBuilder();
    int copied = 0;
    int next = 0;
    while (next < words.size()) {
      int length = nameAt(next);
      if (length == 0) {
        next++;
        continue;
      }
      masked.append(text, copied, words.get(next).start()).append(OpenQuestionWords.get("name"));
      next += length;
      copied = words.get(next - 1).end();
    }
    return masked.append(text, copied, text.length()).toString();
  }

  /** How many words from that one on are a name; 0 for none. */
  private int nameAt(int first) {
    if (first == 0 || isMask(first)) {
      return 0;
    }
    int capitals = capitals(first);
    if (stands(SURE, first)) {
      return Math.max(capitals, isWord(first) ? hasSurname(first) ? 2 : 1 : 0);
    }
    if (stands(USUAL, first)) {
      return capitals > 0 ? capitals : hasSurname(first) && endsAsSurname(first + 1) ? 2 : 0;
    }
    return stands(OF_PAIRS, first) && capitals > 1 ? capitals : 0;
  }

  private boolean isMask(int index) {
    int start = words.get(index).start();
    return start > 0 && text.charAt(start - 1) == '[';
  }

  /** Whether one of those phrases stands right before that word. */
  private boolean stands(List<String> phrases, int first) {
    for (String phrase : phrases) {
      String[] wanted = phrase.split(" ", -1);
      int from = first - wanted.length;
      boolean same = from >= 0;
      for (int i = 0; same && i < wanted.length; i++) {
        same = words.get(from + i).folded().equals(wanted[i]);
      }
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** The run of words with a capital that are no others'. */
  private int capitals(int first) {
    int count = 0;
    while (count < MOST_WORDS
        && first + count < words.size()
        && isCapital(first + count)
        && (count == 0 || isClose(first + count))) {
      count++;
    }
    return count;
  }

  private boolean isCapital(int index) {
    return Character.isUpperCase(text.codePointAt(words.get(index).start())) && isWord(index);
  }

  private boolean isWord(int index) {
    return !STOP_WORDS.contains(words.get(index).folded());
  }

  /** Only a space or a hyphen stands before it. */
  private boolean isClose(int index) {
    String between = text.substring(words.get(index - 1).end(), words.get(index).start());
    return between.equals(" ") || between.strip().equals("-");
  }

  private boolean hasSurname(int first) {
    return isWord(first) && first + 1 < words.size() && isWord(first + 1) && isClose(first + 1);
  }

  private boolean endsAsSurname(int index) {
    String word = words.get(index).folded().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(word::endsWith);
  }
}
