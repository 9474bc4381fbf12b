package pl.soclab.webinarbot.questions;

import java.time.LocalDate;
import java.util.List;

/**
 * How many questions each day brought. What was added when {@link #add} returned outlives the
 * process; each method throws an unchecked exception when the store cannot be reached. Safe for use
 * by many threads and by several instances of the program.
 */
public interface Tallies {
  /** So long they are kept: two summers can be compared. */
  int KEPT_DAYS = 400;

  /** Adds a number to that of the same day, kind and topic. */
  void add(Tally more);

  /** All of some days, both ends included; in no particular order. */
  List<Tally> between(LocalDate first, LocalDate last);

  /** Forgets all before that day; returns how many rows. */
  int forgetBefore(LocalDate day);
}
