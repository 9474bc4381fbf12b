package pl.soclab.webinarbot.preview;

/** What the page asked for cannot be done; the text says why, in Polish. */
final class Impossible extends RuntimeException {
  private static final long serialVersionUID = 1;

  Impossible(String why) {
    super(why, null, false, false);
  }
}
