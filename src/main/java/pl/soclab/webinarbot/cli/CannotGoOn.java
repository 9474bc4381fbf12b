package pl.soclab.webinarbot.cli;

/**
 * A command cannot do its work for a reason that lies outside the program; ends it with status 1.
 */
public final class CannotGoOn extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * A reason.
   *
   * @param sentence in Polish, with the mend; all that the user gets to see
   */
  public CannotGoOn(String sentence) {
    super(sentence);
  }
}
