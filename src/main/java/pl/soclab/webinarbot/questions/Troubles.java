package pl.soclab.webinarbot.questions;

import java.util.List;

/**
 * What the organisers were told is wrong with their files, and what they are still to be told. It
 * outlives the process, so that each thing is told once; each method throws an unchecked exception
 * when the store cannot be reached.
 */
public interface Troubles {
  /** All of a kind, in no particular order. */
  List<Trouble> of(Trouble.Kind kind);

  /**
   * Writes a trouble down, in the place of the one with its kind and key.
   *
   * @param trouble its {@code since} is kept to the microsecond
   */
  void put(Trouble trouble);

  /** Forgets the trouble with that kind and key, if there is one. */
  void remove(Trouble trouble);
}
