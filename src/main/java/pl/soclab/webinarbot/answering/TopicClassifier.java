package pl.soclab.webinarbot.answering;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Word;

/**
 * Which topics a text is about: a linear model over {@link Features}, trained from sample phrasings
 * when the program starts. The model is Crammer and Singer's multi-class support vector machine
 * ("On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines", 2001), which
 * separates the topics from each other in one problem; its margins become shares of confidence that
 * add up to 1.
 */
final class TopicClassifier {
  /** A topic with how sure the classifier is of it, from 0 to 1. */
  record Guess(Topic topic, double confidence) {
    Guess times(double factor) {
      return new Guess(topic, Math.min(1, confidence * factor));
    }
  }

  /** A sample of what people type when they ask for a topic. */
  record Sample(Topic topic, String phrasing) {}

  private static final double COST = 2;

  /** Training ends at this accuracy; a tenth of it takes twice the time and finds no more. */
  private static final double TOLERANCE = 1;

  /** Pairs and n-grams of a single sample are chance; without them half of the model goes. */
  private static final int FEWEST_SAMPLES = 2;

  /** Turns margins into shares: fitted so that a share of 0.9 is right nine times in ten. */
  private static final double SHARPNESS = 5.5;

  private final List<Topic> topics;
  private final Map<String, Integer> featureNumbers;
  private final Model model;

  private TopicClassifier(List<Topic> topics, Map<String, Integer> featureNumbers, Model model) {
    this.topics = topics;
    this.featureNumbers = featureNumbers;
    this.model = model;
  }

  static TopicClassifier train(List<Sample> samples) {
    List<Topic> topics = samples.stream().map(Sample::topic).distinct().toList();
    var labels = new HashMap<Topic, Integer>();
    topics.forEach(topic -> labels.put(topic, labels.size()));
    List<Map<String, Double>> features =
        samples.stream().map(sample -> Features.of(Word.of(sample.phrasing()))).toList();
    Map<String, Integer> numbers = number(features);
    var problem = new Problem();
    problem.l = samples.size();
    problem.bias = -1;
    problem.x = new Feature[samples.size()][];
    problem.y = new double[samples.size()];
    for (int i = 0; i < samples.size(); i++) {
      problem.x[i] = nodes(features.get(i), numbers);
      problem.y[i] = labels.getOrDefault(samples.get(i).topic(), -1);
    }
    problem.n = numbers.size() + 1;
    Linear.disableDebugOutput();
    var parameter = new Parameter(SolverType.MCSVM_CS, COST, TOLERANCE);
    parameter.setRandom(new Random(42));
    return new TopicClassifier(topics, numbers, Linear.train(problem, parameter));
  }

  private static Map<String, Integer> number(List<Map<String, Double>> samples) {
    var counts = new HashMap<String, Integer>();
    samples.forEach(
        features -> features.keySet().forEach(feature -> counts.merge(feature, 1, Integer::sum)));
    var numbers = new HashMap<String, Integer>();
    counts.forEach(
        (feature, count) -> {
          if (count >= FEWEST_SAMPLES || Features.isWord(feature)) {
            numbers.put(feature, numbers.size() + 1);
          }
        });
    return numbers;
  }

  private static Feature[] nodes(Map<String, Double> features, Map<String, Integer> numbers) {
    var nodes = new ArrayList<Feature>();
    features.forEach(
        (feature, weight) -> {
          @Nullable Integer number = numbers.get(feature);
          if (number != null) {
            nodes.add(new FeatureNode(number, weight));
          }
        });
    nodes.sort(Comparator.comparingInt(Feature::getIndex));
    return nodes.toArray(Feature[]::new);
  }

  /** All topics, the surest first; none where no sample has anything in common with the words. */
  List<Guess> classify(List<Word> words) {
    Feature[] nodes = nodes(Features.of(words), featureNumbers);
    if (nodes.length == 0) {
      return List.of();
    }
    double[] margins = new double[topics.size()];
    Linear.predictValues(model, nodes, margins);
    double highest = Arrays.stream(margins).max().orElse(0);
    double[] shares =
        Arrays.stream(margins).map(margin -> Math.exp(SHARPNESS * (margin - highest))).toArray();
    double all = Arrays.stream(shares).sum();
    int[] labels = model.getLabels();
    var guesses = new ArrayList<Guess>();
    for (int i = 0; i < shares.length; i++) {
      guesses.add(new Guess(topics.get(labels[i]), shares[i] / all));
    }
    guesses.sort(Comparator.comparingDouble(Guess::confidence).reversed());
    return guesses;
  }
}
