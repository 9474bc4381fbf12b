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
import pl.soclab.webinarbot.answering.TopicClassifier.Weights;
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

  /** Training ends at this accuracy; a tenth of it takes twice the time and finds no more. */
  private static final double TOLERANCE = 1;

  /** Pairs and n-grams of a single sample are chance; without them half of the model goes. */
  private static final int FEWEST_SAMPLES = 2;

  /** Weights nearer to nothing than this decide nothing and are most of the model. */
  private static final double LEAST_WEIGHT = 0.02;

  private TopicTrainer() {}

  static TopicClassifier train(List<Sample> samples) {
    List<String> topics = samples.stream().map(Sample::topic).distinct().toList();
    List<Map<String, Double>> features =
        samples.stream().map(sample -> Features.of(Word.of(sample.phrasing()))).toList();
    Map<String, Integer> numbers = number(features);
    var problem = new Problem();
    problem.l = samples.size();
    problem.n = numbers.size();
    problem.bias = -1;
    problem.x = new Feature[samples.size()][];
    problem.y = new double[samples.size()];
    for (int i = 0; i < samples.size(); i++) {
      problem.x[i] = nodes(features.get(i), numbers);
      problem.y[i] = topics.indexOf(samples.get(i).topic());
    }
    Linear.disableDebugOutput();
    var parameter = new Parameter(SolverType.MCSVM_CS, COST, TOLERANCE);
    parameter.setRandom(new Random(42));
    return new TopicClassifier(topics, weights(Linear.train(problem, parameter), numbers));
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

  private static Map<String, Weights> weights(Model model, Map<String, Integer> numbers) {
    double[] all = model.getFeatureWeights();
    int[] labels = model.getLabels();
    var weights = new TreeMap<String, Weights>();
    numbers.forEach(
        (feature, number) -> {
          int first = (number - 1) * labels.length;
          var kept = new ArrayList<Integer>();
          for (int i = 0; i < labels.length; i++) {
            if (Math.abs(all[first + i]) >= LEAST_WEIGHT) {
              kept.add(i);
            }
          }
          var of = new Weights(new int[kept.size()], new float[kept.size()]);
          for (int i = 0; i < kept.size(); i++) {
            of.topics()[i] = labels[kept.get(i)];
            of.weights()[i] = (float) all[first + kept.get(i)];
          }
          weights.put(feature, of);
        });
    return weights;
  }
}
