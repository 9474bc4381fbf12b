package pl.soclab.webinarbot.telegram;

/**
 * Where instances of the program agree on the one that is on duty. The one that is renews its place
 * by {@link #take}; who does not do so in time is taken for dead.
 *
 * <p>Every method throws an unchecked exception when the store cannot be reached.
 */
interface Roster {
  /**
   * Takes the duty where nobody has it, or keeps it.
   *
   * @return whether this instance is on duty now
   */
  boolean take();

  /** Takes the duty whoever has it: for an instance that is known to be the only one alive. */
  void seize();

  /** Gives the duty back at once; does nothing where another has it. */
  void giveBack();
}
