package pl.soclab.webinarbot.answering;

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

  private final List<Topic> topics;
  private final FeatureWeights weights;

  private TopicClassifier(List<Topic> topics, FeatureWeights weights) {
    this.topics = topics;
    this.weights = weights;
  }

  /** All topics, the surest first; none where no sample has anything in common with the words. */
  List<Guess> classify(List<Word> words) {
    double[] margins = new double[topics.size()];
    boolean known = false;
    for (Map.Entry<String, Double> feature : Features.of(words).entrySet()) {
      int place = weights.find(feature.getKey());
      if (place != FeatureWeights.UNKNOWN) {
        known = true;
        weights.add(place, feature.getValue(), margins);
      }
    }
    return known ? guesses(margins) : List.of();
  }

  /** Whether a word, by its lemmas or their concepts, speaks for a topic. */
  boolean speaksFor(Topic topic, List<String> lemmas) {
    int number = topics.indexOf(topic);
    for (String feature : Features.words(lemmas)) {
      int place = weights.find(feature);
      if (place != FeatureWeights.UNKNOWN && weights.weight(place, number) >= SPEAKS_FOR) {
        return true;
      }
    }
    return false;
  }

  private List<Guess> guesses(double[] margins) {
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
      guesses.add(new Guess(topics.get(i), margins[i] / all));
    }
    guesses.sort(Comparator.comparingDouble(Guess::confidence).reversed());
    return guesses;
  }

  /**
   * Reads a {@link TrainedModel}, from one array: a start waits for it.
   *
   * @param topics all of them, by their ids
   */
  static TopicClassifier read(ByteBuffer in, Topics topics) {
    var ofModel = new ArrayList<Topic>();
    for (int left = Short.toUnsignedInt(in.getShort()); left > 0; left--) {
      int length = Short.toUnsignedInt(in.getShort());
      ofModel.add(
          topics.get(new String(in.array(), in.position(), length, StandardCharsets.UTF_8)));
      in.position(in.position() + length);
    }
    return new TopicClassifier(List.copyOf(ofModel), FeatureWeights.read(in));
  }
}
