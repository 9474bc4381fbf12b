package pl.soclab.webinarbot.knowledge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the blocks of a body into passages and ready answers: what stands under a heading that asks
 * is an answer, everything else a passage.
 */
final class BodySections {
  private final @Nullable String title;
  private final boolean general;
  private final Findings findings;
  private final Deque<TextBlock> path = new ArrayDeque<>();
  private final List<TextBlock> asked = new ArrayList<>();
  private final List<TextBlock> pieces = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private final List<ReadyAnswer> answers = new ArrayList<>();

  /** What a body holds, not yet bound to an event. */
  record Sections(List<Passage> passages, List<ReadyAnswer> answers) {}

  private BodySections(@Nullable String title, boolean general, Findings findings) {
    this.title = title;
    this.general = general;
    this.findings = findings;
  }

  /**
   * Sorts blocks.
   *
   * @param title the file's title, the outermost heading of its passages; a first heading that says
   *     the same is no question even with a question mark; null for none
   */
  static Sections of(
      List<TextBlock> blocks, @Nullable String title, boolean general, Findings findings) {
    var sections = new BodySections(title, general, findings);
    blocks.forEach(sections::add);
    sections.close(0);
    return new Sections(List.copyOf(sections.passages), List.copyOf(sections.answers));
  }

  private void add(TextBlock block) {
    if (block.kind() == TextBlock.Kind.HEADING) {
      addHeading(block);
    } else {
      addPiece(block);
    }
  }

  private void addHeading(TextBlock heading) {
    boolean asks = heading.asks() && !heading.text().equals(title);
    boolean deeper = !asked.isEmpty() && heading.level() > asked.getFirst().level();
    if (asks && pieces.isEmpty() && !asked.isEmpty() && !deeper) {
      if (heading.level() == asked.getFirst().level()) {
        asked.add(heading);
        return;
      }
    }
    if (!asks && deeper) {
      pieces.add(heading);
      return;
    }
    close(heading.level());
    while (!path.isEmpty() && path.getLast().level() >= heading.level()) {
      path.removeLast();
    }
    if (asks) {
      asked.add(heading);
    }
    path.addLast(heading);
  }

  /** A list belongs to the line that introduces it. */
  private void addPiece(TextBlock block) {
    boolean introduced =
        block.kind() == TextBlock.Kind.LIST
            && !pieces.isEmpty()
            && pieces.getLast().kind() == TextBlock.Kind.PARAGRAPH
            && pieces.getLast().text().endsWith(":");
    if (introduced) {
      TextBlock introduction = pieces.removeLast();
      pieces.add(TextBlock.list(introduction.text() + "\n" + block.text(), introduction.source()));
      return;
    }
    pieces.add(block);
  }

  private void close(int nextLevel) {
    if (asked.isEmpty()) {
      pieces.forEach(this::addPassage);
    } else if (!pieces.isEmpty()) {
      addAnswer();
    } else if (nextLevel <= asked.getFirst().level()) {
      findings.warning(
          asked.getLast().source(),
          "Pod tym pytaniem nie ma odpowiedzi. Proszę ją dopisać albo usunąć pytanie.");
    }
    asked.clear();
    pieces.clear();
  }

  private void addPassage(TextBlock piece) {
    var headings = new ArrayList<String>();
    if (title != null && !title.equals(piece.text())) {
      headings.add(title);
    }
    for (TextBlock heading : path) {
      if (!heading.text().equals(title)) {
        headings.add(heading.text());
      }
    }
    passages.add(
        new Passage(
            LinkText.withoutCutLinks(piece.text()), headings, piece.source(), null, general));
  }

  private void addAnswer() {
    var questions = new ArrayList<String>();
    asked.forEach(heading -> questions.addAll(questions(heading.text())));
    String text = String.join("\n\n", pieces.stream().map(TextBlock::text).toList());
    answers.add(
        new ReadyAnswer(
            questions, LinkText.withoutCutLinks(text), asked.getFirst().source(), null, general));
  }

  /** "Czy to płatne? Ile to kosztuje?" are two questions. */
  static List<String> questions(String heading) {
    var questions = new ArrayList<String>();
    for (String part : heading.split("(?<=\\?)\\s+", -1)) {
      if (!part.isBlank()) {
        questions.add(part.strip());
      }
    }
    return questions;
  }
}
