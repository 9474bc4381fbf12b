package pl.soclab.webinarbot.answering;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.TrainedModel.Weights;
import pl.soclab.webinarbot.language.Word;

/**
 * Trains the topic classifier from sample phrasings: Crammer and Singer's multi-class support
 * vector machine ("On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines",
 * 2001), which separates the topics from each other in one problem. The same samples give the same
 * model.
 */
final class TopicTrainer {
  /** A sample of what people type when they ask for a topic. */
  record Sample(String topic, String phrasing) {}

  private static final double COST = 2;

  /**
   * The model is the mean of so many, each trained without half of the features of each sample. One
   * alone leans on the few words that its samples have; a mean spreads a topic over all that speaks
   * for it, and six phrasings more or less move it less. Linear models add up to one of the same
   * size.
   */
  private static final int MODELS = 8;

  private static final double LEFT_OUT = 0.5;

  /** Training ends at this accuracy; a tenth of it takes twice the time and finds no more. */
  private static final double TOLERANCE = 1;

  /** Pairs and n-grams of a single sample are chance; without them half of the model goes. */
  private static final int FEWEST_SAMPLES = 2;

  /** Weights nearer to nothing than this decide nothing and are most of the model. */
  private static final double LEAST_WEIGHT = 0.02;

  private TopicTrainer() {}

  static TrainedModel train(List<Sample> samples) {
    List<String> topics = samples.stream().map(Sample::topic).distinct().toList();
    List<Map<String, Double>> features =
        samples.stream().map(sample -> Features.of(Word.of(sample.phrasing()))).toList();
    Map<String, Integer> numbers = number(features);
    double[] answers =
        samples.stream().mapToDouble(sample -> topics.indexOf(sample.topic())).toArray();
    Linear.disableDebugOutput();
    double[] mean = new double[numbers.size() * topics.size()];
    for (int seed = 0; seed < MODELS; seed++) {
      add(trained(features, answers, numbers, new Random(seed)), mean);
    }
    return new TrainedModel(topics, weights(mean, topics.size(), numbers));
  }

  private static Model trained(
      List<Map<String, Double>> features,
      double[] answers,
      Map<String, Integer> numbers,
      Random random) {
    var problem = new Problem();
    problem.l = answers.length;
    problem.n = numbers.size();
    problem.bias = -1;
    problem.y = answers;
    problem.x =
        features.stream().map(each -> some(nodes(each, numbers), random)).toArray(Feature[][]::new);
    var parameter = new Parameter(SolverType.MCSVM_CS, COST, TOLERANCE);
    parameter.setRandom(random);
    return Linear.train(problem, parameter);
  }

  /** Some of a sample's features, of length 1 in all. */
  private static Feature[] some(List<Feature> nodes, Random random) {
    List<Feature> kept = nodes.stream().filter(node -> random.nextDouble() >= LEFT_OUT).toList();
    double length =
        Math.sqrt(kept.stream().mapToDouble(node -> node.getValue() * node.getValue()).sum());
    return kept.stream()
        .map(node -> new FeatureNode(node.getIndex(), node.getValue() / length))
        .toArray(Feature[]::new);
  }

  /** Adds a model's share to the mean; a model counts the topics in an order of its own. */
  private static void add(Model model, double[] mean) {
    double[] weights = model.getFeatureWeights();
    int[] topics = model.getLabels();
    for (int i = 0; i < weights.length; i++) {
      int feature = i / topics.length;
      mean[feature * topics.length + topics[i % topics.length]] += weights[i] / MODELS;
    }
  }

  private static Map<String, Integer> number(List<Map<String, Double>> samples) {
    var counts = new TreeMap<String, Integer>();
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

  private static List<Feature> nodes(Map<String, Double> features, Map<String, Integer> numbers) {
    var nodes = new ArrayList<Feature>();
    features.forEach(
        (feature, weight) -> {
          @Nullable Integer number = numbers.get(feature);
          if (number != null) {
            nodes.add(new FeatureNode(number, weight));
          }
        });
    nodes.sort(Comparator.comparingInt(Feature::getIndex));
    return nodes;
  }

  private static Map<String, Weights> weights(
      double[] all, int topics, Map<String, Integer> numbers) {
    var weights = new TreeMap<String, Weights>();
    numbers.forEach(
        (feature, number) -> {
          int first = (number - 1) * topics;
          var kept = new ArrayList<Integer>();
          for (int i = 0; i < topics; i++) {
            if (Math.abs(all[first + i]) >= LEAST_WEIGHT) {
              kept.add(i);
            }
          }
          var of = new Weights(new int[kept.size()], new float[kept.size()]);
          for (int i = 0; i < kept.size(); i++) {
            of.topics()[i] = kept.get(i);
            of.weights()[i] = (float) all[first + kept.get(i)];
          }
          weights.put(feature, of);
        });
    return weights;
  }
}
