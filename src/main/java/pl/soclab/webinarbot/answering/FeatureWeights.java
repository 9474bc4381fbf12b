package pl.soclab.webinarbot.answering;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * What each feature says for and against the topics: a hash table that is used as it stands in the
 * file. As objects of its own the Polish model would be 400,000 of them, 21 MB instead of 6, and
 * every start would wait for them. Immutable.
 */
final class FeatureWeights {
  /**
   * What a feature says.
   *
   * @param topics positions in the list of topics
   * @param weights as many
   */
  record Weights(int[] topics, float[] weights) {}

  /** The table is at most so full, for most searches to end at the first or second place. */
  private static final double FULL = 0.65;

  /**
   * First as many places as {@link #mask} counts, each the position of an entry, or 0 for none: an
   * entry stands at the first free place from its hash on. An entry is the length of the feature in
   * UTF-8, the feature, how many topics, the topics, their weights.
   */
  private final ByteBuffer table;

  private final int mask;

  private FeatureWeights(ByteBuffer table, int places) {
    this.table = table;
    this.mask = places - 1;
  }

  static FeatureWeights of(Map<String, Weights> weights) {
    int places = Integer.highestOneBit(1 + (int) (weights.size() / FULL)) * 2;
    int[] positions = new int[places];
    var entries = new ByteArrayOutputStream();
    weights.forEach(
        (feature, of) -> {
          int place = spread(feature) & (places - 1);
          while (positions[place] != 0) {
            place = (place + 1) & (places - 1);
          }
          positions[place] = places * Integer.BYTES + entries.size();
          write(feature, of, entries);
        });
    var table = ByteBuffer.allocate(places * Integer.BYTES + entries.size());
    for (int position : positions) {
      table.putInt(position);
    }
    table.put(entries.toByteArray());
    return new FeatureWeights(table, places);
  }

  private static void write(String feature, Weights of, ByteArrayOutputStream entries) {
    try (var out = new DataOutputStream(entries)) {
      byte[] name = feature.getBytes(StandardCharsets.UTF_8);
      out.writeShort(name.length);
      out.write(name);
      out.writeByte(of.topics.length);
      for (int topic : of.topics) {
        out.writeByte(topic);
      }
      for (float weight : of.weights) {
        out.writeFloat(weight);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An array can always be written to", e);
    }
  }

  /** The upper bits decide on the place too, as in {@link java.util.HashMap}. */
  private static int spread(String feature) {
    int hash = feature.hashCode();
    return hash ^ (hash >>> 16);
  }

  /** Writes the table; {@link #read} is its other half. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(mask + 1);
    out.writeInt(table.capacity());
    out.write(table.array(), table.arrayOffset(), table.capacity());
  }

  /** Goes by the rest of the buffer, which nobody may change any more. */
  static FeatureWeights read(ByteBuffer in) {
    int places = in.getInt();
    int length = in.getInt();
    return new FeatureWeights(in.slice(in.position(), length), places);
  }

  /**
   * Adds a feature's weights, each times a factor, to those of the topics.
   *
   * @return whether there is such a feature
   */
  boolean addTo(double[] margins, String feature, double factor) {
    int topics = topics(feature);
    if (topics < 0) {
      return false;
    }
    int count = Byte.toUnsignedInt(table.get(topics - 1));
    for (int i = 0; i < count; i++) {
      margins[topic(topics, i)] += weight(topics, count, i) * factor;
    }
    return true;
  }

  /** The weight of a feature for a topic; 0 where there is none. */
  float weight(String feature, int topic) {
    int topics = topics(feature);
    int count = topics < 0 ? 0 : Byte.toUnsignedInt(table.get(topics - 1));
    for (int i = 0; i < count; i++) {
      if (topic(topics, i) == topic) {
        return weight(topics, count, i);
      }
    }
    return 0;
  }

  private int topic(int topics, int number) {
    return Byte.toUnsignedInt(table.get(topics + number));
  }

  private float weight(int topics, int count, int number) {
    return table.getFloat(topics + count + number * Float.BYTES);
  }

  /** Where the topics of a feature stand; negative where there is no such feature. */
  private int topics(String feature) {
    byte[] wanted = feature.getBytes(StandardCharsets.UTF_8);
    int place = spread(feature) & mask;
    int entry = table.getInt(place * Integer.BYTES);
    while (entry != 0) {
      int start = entry + Short.BYTES;
      int length = Short.toUnsignedInt(table.getShort(entry));
      if (length == wanted.length && holds(wanted, start)) {
        return start + length + 1;
      }
      place = (place + 1) & mask;
      entry = table.getInt(place * Integer.BYTES);
    }
    return -1;
  }

  private boolean holds(byte[] wanted, int start) {
    int from = table.arrayOffset() + start;
    return Arrays.equals(table.array(), from, from + wanted.length, wanted, 0, wanted.length);
  }
}
