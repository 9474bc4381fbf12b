package pl.soclab.webinarbot.telegram;

/** How an instance stands with the others. */
enum Standing {
  /** It fetches and handles. */
  ON_DUTY,
  /** Another does; this one waits for its end. */
  STANDING_BY,
  /** The database has not told yet, or no longer does. */
  UNKNOWN
}
