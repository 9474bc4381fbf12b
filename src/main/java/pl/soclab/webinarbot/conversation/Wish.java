package pl.soclab.webinarbot.conversation;

import java.util.Arrays;
import java.util.List;
import pl.soclab.webinarbot.language.Folding;

/** Whether words about ending messages want it done, or may only ask how it is done. */
enum Wish {
  DONE,
  TO_KNOW;

  private static final List<String> ASKING = words("words.asking");
  private static final List<String> MESSAGES = words("words.messages");

  private static List<String> words(String key) {
    return Arrays.asList(Phrases.in(ReplyLanguage.POLISH).get(key).split(",", -1));
  }

  static Wish of(String text) {
    String folded = " " + Folding.fold(text).strip() + " ";
    boolean asks = ASKING.stream().anyMatch(words -> folded.startsWith(" " + words + " "));
    boolean isMeant = MESSAGES.stream().anyMatch(stem -> folded.contains(" " + stem));
    return isMeant && !asks ? DONE : TO_KNOW;
  }
}
