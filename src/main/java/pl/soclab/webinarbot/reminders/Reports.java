package pl.soclab.webinarbot.reminders;

import java.time.Instant;

/** Where the organisers are told of what residents did not get. */
public interface Reports {
  /** A reminder was due while the program did not run, and is of no use any more. */
  void missed(PlannedReminder reminder, Instant now);
}
