package pl.soclab.webinarbot.preview;

import tools.jackson.databind.node.ObjectNode;

/** What the bot says of itself; the page shows the description in a chat that is still empty. */
final class Profile {
  private static final int LONGEST_DESCRIPTION = 512;
  private static final int LONGEST_SHORT_DESCRIPTION = 120;

  private final Monitor monitor;
  private final PageEvents events;
  private String description = "";
  private String shortDescription = "";

  Profile(Monitor monitor, PageEvents events) {
    this.monitor = monitor;
    this.events = events;
  }

  void description(Params params) {
    String text = limited(params.text("description"), LONGEST_DESCRIPTION);
    monitor.run(() -> description = text);
    events.add("profile", Json.object().put("description", text));
  }

  void shortDescription(Params params) {
    String text = limited(params.text("short_description"), LONGEST_SHORT_DESCRIPTION);
    monitor.run(() -> shortDescription = text);
  }

  ObjectNode description() {
    return Json.object().put("description", monitor.read(() -> description));
  }

  ObjectNode shortDescription() {
    return Json.object().put("short_description", monitor.read(() -> shortDescription));
  }

  private static String limited(String text, int most) {
    if (text.length() > most) {
      throw Refusal.badRequest("DESCRIPTION_TOO_LONG");
    }
    return text;
  }
}
