package pl.soclab.webinarbot.answering;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.language.ResourceFile;

/** Reads a resource file of folded words, parted by spaces and line ends; # begins a comment. */
final class WordList {
  private WordList() {}

  static Set<String> of(String file) {
    return ResourceFile.lines(WordList.class, file).stream()
        .flatMap(line -> Arrays.stream(line.split("\\s+")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
