package pl.soclab.webinarbot.retrieval;

import pl.soclab.webinarbot.language.Grams;

/**
 * What a word looks like: its character n-grams.
 *
 * @param grams as numbers, in order: their letters, sixteen bits each
 * @param bits one for each n-gram, some of them the same: two words with few bits in common have
 *     few n-grams in common, and nine of ten pairs need no further look
 * @param doubled how many n-grams have a bit that another one has, too
 */
record Looks(long[] grams, long bits, int doubled) {
  static final Looks NONE = new Looks(new long[0], 0, 0);

  /** Makes what looks alike count for less than what is the same. */
  private static final double DOUBT = 1.5;

  /** Words that look less alike than this have an ending in common and no meaning. */
  private static final double LEAST_ALIKE = 0.35;

  /** Those of a folded word. */
  static Looks of(String word) {
    long[] grams = Grams.of(word).stream().mapToLong(Looks::number).sorted().toArray();
    long bits = 0;
    for (long gram : grams) {
      bits |= 1L << (gram * 0x9E3779B97F4A7C15L >>> 58);
    }
    return new Looks(grams, bits, grams.length - Long.bitCount(bits));
  }

  private static long number(String gram) {
    long number = 0;
    for (int i = 0; i < gram.length(); i++) {
      number = number << Character.SIZE | gram.charAt(i);
    }
    return number;
  }

  /** How much two words look alike, from 0 to 1: Dice's coefficient, 0 where it is small. */
  float likeness(Looks other) {
    int all = grams.length + other.grams.length;
    int most = Long.bitCount(bits & other.bits) + doubled;
    if (most == 0 || 2f * most / all < LEAST_ALIKE) {
      return 0;
    }
    float alike = 2f * common(grams, other.grams) / all;
    return alike < LEAST_ALIKE ? 0 : (float) Math.pow(alike, DOUBT);
  }

  private static int common(long[] one, long[] other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      int order = Long.compare(one[i], other[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }
}
