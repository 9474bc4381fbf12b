package pl.soclab.webinarbot.knowledge;

import java.util.List;

/**
 * The lines of a file's body as they stand there, Markdown and all.
 *
 * @param file relative to the knowledge folder
 * @param firstLine the number of the first of these lines in its file, from 1
 * @param lines without line ends
 */
record TextLines(String file, int firstLine, List<String> lines) {
  TextLines {
    lines = List.copyOf(lines);
  }

  /** The place of a line, by its position in {@link #lines}, from 0. */
  SourceLine source(int position) {
    return new SourceLine(file, firstLine + position);
  }
}
