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
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Word;

/**
 * Which topics a text is about: a linear model over {@link Features}, trained from the sample
 * phrasings when the program starts. One-against-the-rest, so that a text may be about two topics,
 * or about none.
 */
final class TopicClassifier {
  /** A topic with how sure the classifier is of it, from 0 to 1. */
  record Guess(Topic topic, double confidence) {
    Guess times(double factor) {
      return new Guess(topic, Math.min(1, confidence * factor));
    }
  }

  private final List<Topic> topics;
  private final Map<String, Integer> featureNumbers;
  private final Model model;

  private TopicClassifier(List<Topic> topics, Map<String, Integer> featureNumbers, Model model) {
    this.topics = topics;
    this.featureNumbers = featureNumbers;
    this.model = model;
  }

  static TopicClassifier train(Topics topics) {
    var trained = new ArrayList<Topic>();
    var numbers = new HashMap<String, Integer>();
    var rows = new ArrayList<Feature[]>();
    var labels = new ArrayList<Integer>();
    for (Topic topic : topics.all()) {
      List<String> phrasings = topics.phrasings(topic);
      if (!phrasings.isEmpty()) {
        trained.add(topic);
      }
      for (String phrasing : phrasings) {
        Map<String, Double> features = Features.of(Word.of(phrasing));
        features.keySet().forEach(feature -> numbers.putIfAbsent(feature, numbers.size() + 1));
        rows.add(nodes(features, numbers));
        labels.add(trained.size() - 1);
      }
    }
    var problem = new Problem();
    problem.l = rows.size();
    problem.n = numbers.size() + 1;
    problem.bias = -1;
    problem.x = rows.toArray(Feature[][]::new);
    problem.y = labels.stream().mapToDouble(Integer::doubleValue).toArray();
    Linear.disableDebugOutput();
    var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, 1.0, 0.05);
    parameter.setRandom(new Random(42));
    return new TopicClassifier(List.copyOf(trained), numbers, Linear.train(problem, parameter));
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

  /** All topics, the surest first; none where no phrasing has anything in common with the words. */
  List<Guess> classify(List<Word> words) {
    Feature[] nodes = nodes(Features.of(words), featureNumbers);
    if (nodes.length == 0) {
      return List.of();
    }
    double[] margins = new double[topics.size()];
    Linear.predictValues(model, nodes, margins);
    var guesses = new ArrayList<Guess>();
    int[] labels = model.getLabels();
    for (int i = 0; i < margins.length; i++) {
      guesses.add(new Guess(topics.get(labels[i]), 1 / (1 + Math.exp(-3 * margins[i]))));
    }
    guesses.sort(Comparator.comparingDouble(Guess::confidence).reversed());
    return guesses;
  }
}
