package pl.soclab.webinarbot.questions;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.MarkdownWriter;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;

/**
 * The files of ready answers that come of open questions: {@code odpowiedzi/z-rozmow.md}, and one
 * for each event. Each phrasing of a question is a heading, the answer stands under the last one.
 *
 * @param eventId the event that its answers are about; null for none
 */
public record AnswerFile(@Nullable String eventId) {
  /** The longest answer, in characters: what residents are shown of a ready answer. */
  public static final int LONGEST_ANSWER = 600;

  /** The reader of the files takes 1 MiB. */
  private static final int MOST_BYTES = 1_000_000;

  private static final String BEGINNING = "odpowiedzi/z-rozmow";
  private static final Pattern NEXT_HEADING = Pattern.compile("(?m)^#{1,2}[ \\t]");
  private static final Pattern NOT_ASKING = Pattern.compile("[\\s.,:;!…-]+$");

  /**
   * Its name below the knowledge folder.
   *
   * @param number from 1; another one where the former is full
   */
  public String name(int number) {
    return BEGINNING
        + (eventId == null ? "" : "-" + eventId)
        + (number == 1 ? "" : "-" + number)
        + ".md";
  }

  /** Whether a content fits one file. */
  public static boolean fits(String content) {
    return content.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
  }

  /**
   * The file with one more answer; one to the very same phrasings is replaced, so that doing it
   * twice is doing it once.
   *
   * @param current what it holds now; null where it does not exist
   * @param phrasings at least one
   * @param answer as {@link MarkdownWriter#asRead} gives it
   */
  public String with(@Nullable String current, List<String> phrasings, String answer) {
    String before = current == null || current.isBlank() ? beginning() : current;
    String lineEnd = before.contains("\r\n") ? "\r\n" : "\n";
    String headings = headings(phrasings).replace("\n", lineEnd);
    String section = headings + MarkdownWriter.text(answer).replace("\n", lineEnd) + lineEnd;
    int from = find(before, headings);
    if (from < 0) {
      return before.stripTrailing() + lineEnd + lineEnd + section;
    }
    Matcher next = NEXT_HEADING.matcher(before);
    String behind = next.find(from + headings.length()) ? before.substring(next.start()) : "";
    return before.substring(0, from) + section + (behind.isEmpty() ? "" : lineEnd + behind);
  }

  /** Where just these headings stand; -1 where they do not, or stand below others of one answer. */
  private static int find(String content, String headings) {
    int from = content.indexOf(headings);
    while (from >= 0) {
      String before = content.substring(0, from).stripTrailing();
      boolean isLine = from == 0 || content.charAt(from - 1) == '\n';
      if (isLine && !before.substring(before.lastIndexOf('\n') + 1).startsWith("## ")) {
        return from;
      }
      from = content.indexOf(headings, from + 1);
    }
    return -1;
  }

  private String beginning() {
    String about = eventId == null ? "" : "---\nwydarzenie: \"" + eventId + "\"\n---\n\n";
    return about + "# " + OpenQuestionWords.get("file.title") + "\n";
  }

  private static String headings(List<String> phrasings) {
    var headings = new LinkedHashSet<String>();
    phrasings.forEach(phrasing -> headings.add(MarkdownWriter.question(asHeading(phrasing))));
    return String.join("\n\n", headings) + "\n\n";
  }

  /**
   * A phrasing as it stands in a heading: it ends with a question mark, for else it is none. What
   * stands behind the last question ("Pozdrawiam") would be one of its own.
   */
  static String asHeading(String phrasing) {
    String line = Normalizer.normalize(phrasing, Normalizer.Form.NFC);
    int mark = line.lastIndexOf('?');
    return mark > 0 ? line.substring(0, mark + 1) : NOT_ASKING.matcher(line).replaceAll("") + "?";
  }

  /** The published answer to a question; null where the files do not have it, or not any more. */
  public static @Nullable ReadyAnswer published(OpenQuestion question, Knowledge knowledge) {
    var headings = new ArrayList<String>();
    question
        .samples()
        .forEach(sample -> headings.addAll(MarkdownWriter.questionsIn(asHeading(sample))));
    return knowledge.readyAnswers().stream()
        .filter(ready -> ready.source().file().startsWith(BEGINNING))
        .filter(ready -> Objects.equals(ready.eventId(), question.eventId()))
        .filter(ready -> ready.questions().stream().anyMatch(headings::contains))
        .reduce((first, second) -> second)
        .orElse(null);
  }
}
