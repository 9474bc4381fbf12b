package pl.soclab.webinarbot.answering;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** Turns margins into shares: fitted so that a share of 0.9 is right nine times in ten. */
  private static final double SHARPNESS = 6.0;

  /** A word with less weight for a topic is chance. */
  private static final float SPEAKS_FOR = 0.2f;

  private final List<String> topicIds;
  private final FeatureWeights weights;

  /**
   * A model.
   *
   * @param topicIds the topics that {@code weights} count
   * @param weights of the features
   */
  TopicClassifier(List<String> topicIds, FeatureWeights weights) {
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
      known |= weights.addTo(margins, feature.getKey(), feature.getValue());
    }
    return known ? guesses(margins, topics) : List.of();
  }

  /** Whether a word, by its lemmas or their concepts, speaks for a topic. */
  boolean speaksFor(String topicId, List<String> lemmas) {
    int topic = topicIds.indexOf(topicId);
    return Features.words(lemmas).stream()
        .anyMatch(feature -> weights.weight(feature, topic) >= SPEAKS_FOR);
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
    weights.write(out);
  }

  /** Reads what {@link #write} wrote, and keeps it: nobody may change it any more. */
  static TopicClassifier read(ByteBuffer in) {
    var topicIds = new ArrayList<String>();
    for (int left = Short.toUnsignedInt(in.getShort()); left > 0; left--) {
      topicIds.add(readText(in));
    }
    return new TopicClassifier(topicIds, FeatureWeights.read(in));
  }

  private static String readText(ByteBuffer in) {
    int length = Short.toUnsignedInt(in.getShort());
    var text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }
}
