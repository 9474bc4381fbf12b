package pl.soclab.webinarbot.reminders;

/** What a resident wants to hear of an event. */
public enum Scope {
  /** Every reminder that the organisers planned, changes and messages. */
  ALL,
  /** The reminder an hour before the start, a change of the time and a cancellation. */
  LAST_HOUR,
  /** A change of the time, a cancellation and the organisers' messages; no reminder. */
  CHANGES
}
