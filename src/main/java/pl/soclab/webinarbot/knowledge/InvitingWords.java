package pl.soclab.webinarbot.knowledge;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.ResourceFile;

/** Tells an announcement from a text that only mentions a date: {@code inviting-words.txt}. */
final class InvitingWords {
  private final Pattern words;

  private InvitingWords(Pattern words) {
    this.words = words;
  }

  static InvitingWords load() {
    String stems =
        ResourceFile.lines(InvitingWords.class, "inviting-words.txt").stream()
            .flatMap(Pattern.compile("\\s+")::splitAsStream)
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return new InvitingWords(Pattern.compile("\\b(?:" + stems + ")"));
  }

  boolean isIn(TextLines text) {
    return text.lines().stream().anyMatch(line -> words.matcher(Folding.fold(line)).find());
  }
}
