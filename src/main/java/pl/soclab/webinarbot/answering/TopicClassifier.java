package pl.soclab.webinarbot.answering;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.soclab.webinarbot.language.Word;

/**
 * Which topics a text is about: a linear model over {@link Features}, trained by {@link
 * TopicTrainer} from sample phrasings when the project is built. Immutable.
 */
final class TopicClassifier {
  /** A topic with how sure the classifier is of it, from 0 to 1. */
  record Guess(Topic topic, double confidence) {
    Guess times(double factor) {
      return new Guess(topic, Math.min(1, confidence * factor));
    }
  }

  /**
   * What a feature says for and against the topics.
   *
   * @param topics positions in the list of topics
   * @param weights as many
   */
  record Weights(int[] topics, float[] weights) {}

  /** Turns margins into shares: fitted so that a share of 0.9 is right nine times in ten. */
  private static final double SHARPNESS = 6.0;

  /** A word with less weight for a topic is chance. */
  private static final float SPEAKS_FOR = 0.2f;

  private final List<String> topicIds;
  private final Map<String, Weights> weights;

  /**
   * A model.
   *
   * @param topicIds the topics that {@code weights} count
   * @param weights by feature
   */
  TopicClassifier(List<String> topicIds, Map<String, Weights> weights) {
    this.topicIds = List.copyOf(topicIds);
    this.weights = weights;
  }

  /**
   * All topics, the surest first; none where no sample has anything in common with the words.
   *
   * @param topics the topics by the model's ids
   */
  List<Guess> classify(List<Word> words, Topics topics) {
    double[] margins = new double[topicIds.size()];
    boolean known = false;
    for (Map.Entry<String, Double> feature : Features.of(words).entrySet()) {
      Weights of = weights.get(feature.getKey());
      if (of != null) {
        known = true;
        for (int i = 0; i < of.topics.length; i++) {
          margins[of.topics[i]] += of.weights[i] * feature.getValue();
        }
      }
    }
    return known ? guesses(margins, topics) : List.of();
  }

  /** Whether a word, by its lemmas or their concepts, speaks for a topic. */
  boolean speaksFor(String topicId, List<String> lemmas) {
    int topic = topicIds.indexOf(topicId);
    return Features.words(lemmas).stream()
        .map(weights::get)
        .anyMatch(of -> of != null && weightOf(of, topic) >= SPEAKS_FOR);
  }

  private static float weightOf(Weights of, int topic) {
    for (int i = 0; i < of.topics.length; i++) {
      if (of.topics[i] == topic) {
        return of.weights[i];
      }
    }
    return 0;
  }

  private List<Guess> guesses(double[] margins, Topics topics) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double margin : margins) {
      highest = Math.max(highest, margin);
    }
    double all = 0;
    for (int i = 0; i < margins.length; i++) {
      margins[i] = Math.exp(SHARPNESS * (margins[i] - highest));
      all += margins[i];
    }
    var guesses = new ArrayList<Guess>(margins.length);
    for (int i = 0; i < margins.length; i++) {
      guesses.add(new Guess(topics.get(topicIds.get(i)), margins[i] / all));
    }
    guesses.sort(Comparator.comparingDouble(Guess::confidence).reversed());
    return guesses;
  }

  /** Writes the model; {@link #read} is its other half. */
  void write(DataOutputStream out) throws IOException {
    out.writeShort(topicIds.size());
    for (String id : topicIds) {
      out.writeUTF(id);
    }
    out.writeInt(weights.size());
    for (Map.Entry<String, Weights> feature : weights.entrySet()) {
      out.writeUTF(feature.getKey());
      Weights of = feature.getValue();
      out.writeByte(of.topics.length);
      for (int i = 0; i < of.topics.length; i++) {
        out.writeByte(of.topics[i]);
        out.writeFloat(of.weights[i]);
      }
    }
  }

  /** Reads what {@link #write} wrote, from one array: a start waits for it. */
  static TopicClassifier read(ByteBuffer in) {
    var topicIds = new ArrayList<String>();
    for (int left = Short.toUnsignedInt(in.getShort()); left > 0; left--) {
      topicIds.add(readText(in));
    }
    int features = in.getInt();
    var weights = HashMap.<String, Weights>newHashMap(features);
    for (int left = features; left > 0; left--) {
      String feature = readText(in);
      int size = Byte.toUnsignedInt(in.get());
      var of = new Weights(new int[size], new float[size]);
      for (int i = 0; i < size; i++) {
        of.topics[i] = Byte.toUnsignedInt(in.get());
        of.weights[i] = in.getFloat();
      }
      weights.put(feature, of);
    }
    return new TopicClassifier(topicIds, weights);
  }

  private static String readText(ByteBuffer in) {
    int length = Short.toUnsignedInt(in.getShort());
    var text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }
}
