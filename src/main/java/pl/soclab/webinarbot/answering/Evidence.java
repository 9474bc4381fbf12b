package pl.soclab.webinarbot.answering;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a sentence must hold to answer a topic: "jezyk prowadzic -tlumaczyc" asks for two lemmas and
 * forbids a third; "@profession" asks for any word of that concept ({@link Concepts}).
 *
 * @param all folded lemmas that have to be there
 * @param none folded lemmas that must not
 */
record Evidence(Set<String> all, Set<String> none) {
  static Evidence parse(String pattern) {
    return new Evidence(words(pattern, false), words(pattern, true));
  }

  private static Set<String> words(String pattern, boolean forbidden) {
    return Arrays.stream(pattern.split("\\s+"))
        .filter(word -> word.startsWith("-") == forbidden)
        .map(word -> forbidden ? word.substring(1) : word)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a sentence with those lemmas answers. */
  boolean isIn(Set<String> lemmas) {
    return all.stream().allMatch(word -> isOneOf(word, lemmas))
        && none.stream().noneMatch(word -> isOneOf(word, lemmas));
  }

  private static boolean isOneOf(String word, Set<String> lemmas) {
    return word.startsWith("@")
        ? Features.conceptsOf(List.copyOf(lemmas)).contains(word.substring(1))
        : lemmas.contains(word);
  }
}
