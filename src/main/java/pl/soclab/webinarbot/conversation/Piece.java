package pl.soclab.webinarbot.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.ResourceFile;
import pl.soclab.webinarbot.language.Word;

/**
 * What a message is by its words, before anybody looks for an answer to it: people send a question
 * in pieces, and a classifier finds a topic in two words that have none. The words are in {@code
 * pieces.properties}.
 */
enum Piece {
  /** A call for an answer: "??", "halo?". */
  CALLS,
  /** Asks nothing yet, and begins something: "czy będzie", "i jeszcze", "mam pytanie". */
  OPENS,
  /** Asks nothing by itself, and goes on with something: "to jest", "mi". */
  LEANS,
  /** Says which event is meant and asks nothing of it: "to spotkanie o parku", "ten webinar". */
  POINTS,
  /** Words that events are named by, and asks nothing: "do parku". */
  NAMES,
  /** All else. */
  ASKS;

  /** Longer messages ask something. */
  private static final int MOST_WORDS = 10;

  /** So many words may ask nothing where they do not even announce a question. */
  private static final int MOST_OF_NOTHING = 3;

  private static final Properties LISTS = ResourceFile.properties(Piece.class, "pieces.properties");
  private static final Set<String> NOTHING = words("asks_nothing");
  private static final Set<String> OPENING = words("opens");
  private static final Set<String> ANNOUNCING = words("announces");
  private static final Set<String> ASKING_BEHIND = words("asks_behind");
  private static final Set<String> ASKING = words("asks_of_it");
  private static final Set<String> ALONG = words("said_along");
  private static final Set<String> ASKING_OF_NAMES = words("asks_of_names");
  private static final Set<String> LEADING = words("leads");
  private static final Set<String> POINTING = words("points");
  private static final Set<String> UNFINISHED = listed("unfinished", ",");
  private static final Set<String> CALLING = listed("calls", ",");
  private static final Pattern SIGNS = Pattern.compile("[\\s?!.…]*[?!][\\s?!.…]*");

  private static Set<String> words(String key) {
    return listed(key, "\\s+");
  }

  private static Set<String> listed(String key, String between) {
    return Arrays.stream(LISTS.getProperty(key).split(between, -1))
        .map(Folding::fold)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What a message is, where these events are known. */
  static Piece of(String text, Answerer answerer) {
    List<Word> words = Word.of(text);
    String letters = words.stream().map(Word::folded).collect(Collectors.joining());
    if (SIGNS.matcher(text).matches() || CALLING.contains(letters)) {
      return CALLS;
    }
    if (UNFINISHED.contains(letters)) {
      return OPENS;
    }
    if (words.isEmpty() || words.size() > MOST_WORDS || asksInFew(words)) {
      return ASKS;
    }
    List<Word> rest = words.stream().filter(word -> !isSaidAlong(word)).toList();
    if (rest.isEmpty()) {
      return ofNothing(words);
    }
    List<Word> names = rest.stream().filter(word -> !Answerer.saysEvent(word)).toList();
    if (rest.size() == words.size() && !names.isEmpty()) {
      // A name alone is all that many write who want to know what it is.
      return ASKS;
    }
    return names.stream().allMatch(answerer::namesEvent)
        ? ofNames(words, names.size() < rest.size())
        : ASKS;
  }

  private static Piece ofNothing(List<Word> words) {
    if (announces(words)) {
      return OPENS;
    }
    if (words.stream().anyMatch(word -> ALONG.contains(word.folded()))) {
      return ASKS;
    }
    if (words.size() > MOST_OF_NOTHING) {
      return ASKS;
    }
    boolean asksHow = words.stream().anyMatch(word -> ASKING.contains(word.folded()));
    return asksHow || OPENING.contains(words.getFirst().folded()) ? OPENS : LEANS;
  }

  private static Piece ofNames(List<Word> words, boolean saysEvent) {
    if (announces(words)) {
      return OPENS;
    }
    boolean asks =
        OPENING.contains(words.getFirst().folded())
            || words.stream().anyMatch(word -> ASKING_OF_NAMES.contains(word.folded()));
    if (asks) {
      // "A warsztaty" and "to będzie na Zoomie" are whole.
      return ASKS;
    }
    boolean points = saysEvent || words.stream().anyMatch(word -> POINTING.contains(word.folded()));
    return points ? POINTS : NAMES;
  }

  /**
   * Whether a message says nothing but that there is a question: "dzień dobry, mam pytanie". "Mam
   * pytanie o" says that more of it follows.
   */
  static boolean onlyAnnounces(String text) {
    List<Word> words = Word.of(text);
    return announces(words)
        && words.stream().allMatch(Piece::isSaidAlong)
        && !LEADING.contains(words.getLast().folded());
  }

  /** Whether there is no word in it that asks or tells something, however many there are. */
  static boolean isOfNothing(String text) {
    List<Word> words = Word.of(text);
    return words.stream().allMatch(Piece::isSaidAlong) && !asksInFew(words);
  }

  private static boolean isSaidAlong(Word word) {
    return NOTHING.contains(word.folded())
        || ANNOUNCING.contains(word.folded())
        || ALONG.contains(word.folded());
  }

  private static boolean announces(List<Word> words) {
    return words.stream().anyMatch(word -> ANNOUNCING.contains(word.folded()));
  }

  /** "Za ile", "na którą", "będzie czy nie" are whole. */
  private static boolean asksInFew(List<Word> words) {
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i).folded();
      String former = words.get(i - 1).folded();
      boolean asks = ASKING.contains(word) && ASKING_BEHIND.contains(former);
      boolean isOneOrTheOther = word.equals("czy") && !OPENING.contains(former);
      if (asks || isOneOrTheOther && i < words.size() - 1) {
        return true;
      }
    }
    return false;
  }
}
