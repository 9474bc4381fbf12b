package pl.soclab.webinarbot.telegram;

/** Who has to know of a duty at once. Both are called on the thread that keeps the place. */
interface DutyWatcher {
  /** This instance is on duty from now on. */
  void taken();

  /** Another may be on duty from now on. */
  void lost();
}
