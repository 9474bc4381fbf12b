package pl.soclab.webinarbot.answering;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What features say for and against topics, found by a hash of 64 bits in place of their text: of
 * the 66,000 of the Latin model and as many that it does not have, two are the same with a
 * probability below one in a thousand million. A map of texts took three times the memory, and four
 * looks into it at each of a question's hundred features. Immutable.
 */
final class FeatureWeights {
  /** What is found of a feature that the model does not have. */
  static final int UNKNOWN = -1;

  /** Of each place; 0 for a free one. A feature's place is the first free one behind its hash. */
  private final long[] hashes;

  /** Of each place, where its topics begin. */
  private final int[] starts;

  /** Of each place, how many topics it has, as unsigned bytes. */
  private final byte[] counts;

  /** Positions in the list of topics, as unsigned bytes. */
  private byte[] topics = new byte[1 << 16];

  private float[] weights = new float[1 << 16];
  private int size;

  private FeatureWeights(int features) {
    int places = Integer.highestOneBit(Math.max(8, features)) << 2;
    hashes = new long[places];
    starts = new int[places];
    counts = new byte[places];
  }

  /** Reads the features of a {@link TrainedModel}. */
  static FeatureWeights read(ByteBuffer in) {
    int features = in.getInt();
    var read = new FeatureWeights(features);
    for (int left = features; left > 0; left--) {
      int length = Short.toUnsignedInt(in.getShort());
      var feature = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
      in.position(in.position() + length);
      read.add(feature, in);
    }
    read.topics = Arrays.copyOf(read.topics, read.size);
    read.weights = Arrays.copyOf(read.weights, read.size);
    return read;
  }

  private void add(String feature, ByteBuffer in) {
    long hash = hash(feature);
    int place = place(hash);
    hashes[place] = hash;
    starts[place] = size;
    counts[place] = in.get();
    for (int left = Byte.toUnsignedInt(counts[place]); left > 0; left--) {
      if (size == topics.length) {
        topics = Arrays.copyOf(topics, 2 * size);
        weights = Arrays.copyOf(weights, 2 * size);
      }
      topics[size] = in.get();
      weights[size++] = in.getFloat();
    }
  }

  private static long hash(String feature) {
    long hash = 0;
    for (int i = 0; i < feature.length(); i++) {
      hash = (hash ^ feature.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash == 0 ? 1 : hash;
  }

  private int place(long hash) {
    int place = (int) (hash >>> 32) & hashes.length - 1;
    while (hashes[place] != 0 && hashes[place] != hash) {
      place = place + 1 & hashes.length - 1;
    }
    return place;
  }

  /** The place of a feature; {@link #UNKNOWN} for one that the model does not have. */
  int find(String feature) {
    int place = place(hash(feature));
    return hashes[place] == 0 ? UNKNOWN : place;
  }

  /** Adds what the feature at a place says, so many times, to the sums of the topics. */
  void add(int place, double times, double[] sums) {
    int end = starts[place] + Byte.toUnsignedInt(counts[place]);
    for (int i = starts[place]; i < end; i++) {
      sums[Byte.toUnsignedInt(topics[i])] += weights[i] * times;
    }
  }

  /** What the feature at a place says for a topic. */
  float weight(int place, int topic) {
    int end = starts[place] + Byte.toUnsignedInt(counts[place]);
    for (int i = starts[place]; i < end; i++) {
      if (Byte.toUnsignedInt(topics[i]) == topic) {
        return weights[i];
      }
    }
    return 0;
  }
}
