package pl.soclab.webinarbot.knowledge;

/**
 * Something an organiser should know about a file.
 *
 * @param source where
 * @param severity how bad
 * @param sentence in plain Polish, with the mend
 */
public record Finding(SourceLine source, Severity severity, String sentence) {
  /** How bad a finding is. Only an error fails {@code check}. */
  public enum Severity {
    /** The file (or the fact) could not be used. */
    ERROR("błąd"),
    /** Used, but probably not what the organiser meant. */
    WARNING("ostrzeżenie"),
    /** Worth knowing, nothing to mend: an inferred year, say. */
    NOTE("uwaga");

    private final String polish;

    Severity(String polish) {
      this.polish = polish;
    }

    /** As {@code check} prints it. */
    public String polish() {
      return polish;
    }
  }

  @Override
  public String toString() {
    return source + ": " + severity.polish() + ": " + sentence;
  }
}
