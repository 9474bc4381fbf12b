package pl.soclab.webinarbot.answering;

import java.util.Set;

/**
 * Words that ask, connect or are polite, and say nothing about what is asked for: {@code
 * stop-words.txt}, folded.
 */
final class StopWords {
  private final Set<String> words;

  private StopWords(Set<String> words) {
    this.words = words;
  }

  static StopWords load() {
    return new StopWords(WordList.of("stop-words.txt"));
  }

  boolean contains(String folded) {
    return words.contains(folded);
  }
}
