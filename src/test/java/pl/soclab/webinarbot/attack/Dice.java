package pl.soclab.webinarbot.attack;

import java.util.List;
import java.util.Random;

/** Chance that a seed repeats. */
public final class Dice {
  private final Random random;

  public Dice(long seed) {
    // Neighbouring seeds of Random begin alike.
    random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** From 0, below {@code bound}. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  public int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  public long number() {
    return random.nextLong();
  }

  /** True once in so many times. */
  public boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }

  public <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  public String of(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Small ones often, one of a thousandth of the bound's size as often as one of its size. */
  public int size(int most) {
    return (int) Math.pow(most, random.nextDouble());
  }
}
