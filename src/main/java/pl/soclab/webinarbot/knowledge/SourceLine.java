package pl.soclab.webinarbot.knowledge;

/**
 * A place in the organisers' files.
 *
 * @param file relative to the knowledge folder, with {@code /} between names
 * @param line from 1
 */
public record SourceLine(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
