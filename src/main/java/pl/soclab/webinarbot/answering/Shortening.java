package pl.soclab.webinarbot.answering;

import java.util.List;
import pl.soclab.webinarbot.language.Sentences;
import pl.soclab.webinarbot.messaging.RichText;

/** Keeps answers short without cutting a sentence. */
final class Shortening {
  /** The longest answer to one question, in characters. */
  static final int ANSWER = 600;

  /** A passage up to this length is shown whole; of a longer one the sentence that answers. */
  static final int PASSAGE = 350;

  private Shortening() {}

  /** As {@link #to(String, int)}; a text that has to be cut loses its formatting. */
  static RichText to(RichText text, int length) {
    String plain = text.text();
    return plain.length() <= length ? text : RichText.plain(to(plain, length));
  }

  /**
   * As many whole sentences as fit; one that is too long by itself is cut behind a word, with "…".
   */
  static String to(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    List<String> sentences = Sentences.of(text);
    var kept = new StringBuilder();
    for (String sentence : sentences) {
      if (kept.length() + sentence.length() + 1 > length) {
        break;
      }
      kept.append(kept.isEmpty() ? "" : " ").append(sentence);
    }
    if (!kept.isEmpty()) {
      return kept.toString();
    }
    int end = text.lastIndexOf(' ', length - 2);
    return text.substring(0, end > 0 ? end : length - 1) + "…";
  }
}
