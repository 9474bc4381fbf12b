package pl.soclab.webinarbot.telegram;

import java.time.Duration;

/**
 * A pause that a stopping bot cuts short. Threads are never interrupted instead: an interrupt in
 * the middle of a read closes the file of an embedded H2 database.
 */
interface Rest {
  /**
   * Waits.
   *
   * @return false when the bot stops: whoever rested gives up what it was about
   */
  boolean rest(Duration duration);
}
