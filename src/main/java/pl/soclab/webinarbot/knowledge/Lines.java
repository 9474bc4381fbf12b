package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.List;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.Sentences;

/** The sentences of an announcement with the lines they stand in. */
final class Lines {
  /** Nobody writes longer lines; what does is no text, and patterns must not chew on it. */
  private static final int LONGEST = 4000;

  /**
   * A sentence.
   *
   * @param text as it stands there, without Markdown's signs and a leading bullet
   * @param folded the same, folded
   * @param source its line
   * @param position of its line, from 0
   * @param isItem whether its line is an item of a list
   * @param startsLine whether it is the first of its line
   */
  record Sentence(
      String text,
      String folded,
      SourceLine source,
      int position,
      boolean isItem,
      boolean startsLine) {}

  private Lines() {}

  static List<Sentence> sentences(TextLines text) {
    var sentences = new ArrayList<Sentence>();
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i).strip();
      if (line.isEmpty() || line.length() > LONGEST || BodyReader.isJunk(line)) {
        continue;
      }
      String plain = BodyReader.plain(line.replaceFirst("^(#{1,6}|>+)\\s+", ""));
      String content = plain.replaceFirst("^\\s*(?:[-–—*•·▪►✓✔➡]|\\d{1,2}[.)](?=\\s))\\s*", "");
      boolean isItem = !content.equals(plain);
      boolean first = true;
      for (String sentence : Sentences.of(content)) {
        sentences.add(
            new Sentence(sentence, Folding.fold(sentence), text.source(i), i, isItem, first));
        first = false;
      }
    }
    return sentences;
  }
}
