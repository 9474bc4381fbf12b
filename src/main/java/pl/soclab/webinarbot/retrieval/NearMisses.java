package pl.soclab.webinarbot.retrieval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a mistyped word may have been meant to be, by the errors that fast typing and spelling by
 * ear make: two neighbours swapped, a letter doubled, "rz" for "ż", "u" for "ó". Few enough to look
 * all of them up in the whole dictionary.
 */
final class NearMisses {
  /** Folded: ż is z and ó is o. */
  private static final List<Sound> SOUND_ALIKE =
      List.of(
          new Sound("rz", "z"),
          new Sound("z", "rz"),
          new Sound("ch", "h"),
          new Sound("h", "ch"),
          new Sound("u", "o"),
          new Sound("o", "u"),
          new Sound("om", "a"),
          new Sound("on", "a"),
          new Sound("em", "e"),
          new Sound("en", "e"));

  /** What is typed for a sound, and what is meant. */
  private record Sound(String typed, String meant) {}

  private NearMisses() {}

  /** The words that one such error makes the typed one of, swaps first. */
  static Set<String> of(String typed) {
    var misses = new LinkedHashSet<String>();
    for (int i = 0; i + 1 < typed.length(); i++) {
      char left = typed.charAt(i);
      char right = typed.charAt(i + 1);
      String start = typed.substring(0, i);
      misses.add(
          start + (left == right ? "" : String.valueOf(right)) + left + typed.substring(i + 2));
    }
    for (int i = 0; i < typed.length(); i++) {
      for (Sound sound : SOUND_ALIKE) {
        if (typed.startsWith(sound.typed(), i)) {
          String end = typed.substring(i + sound.typed().length());
          misses.add(typed.substring(0, i) + sound.meant() + end);
        }
      }
    }
    return misses;
  }
}
