package pl.soclab.webinarbot;

/** Starts the program. */
public final class WebinarBot {
  private WebinarBot() {}

  public static void main(String[] args) {}
}
