package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.TopicClassifier.Guess;
import pl.soclab.webinarbot.answering.TopicClassifier.Sample;
import pl.soclab.webinarbot.language.Word;

/**
 * One classifier a script: Polish and English mix in one message, Cyrillic has no letter in common
 * with them. Each is trained when it is first needed, so {@code ask} in Polish never waits for the
 * Ukrainian one.
 */
final class Classifiers {
  private final Lazy latin;
  private final Lazy cyrillic;

  Classifiers(Topics topics) {
    this.latin =
        new Lazy(() -> TopicClassifier.train(samples(topics, Language.POLISH, Language.ENGLISH)));
    this.cyrillic = new Lazy(() -> TopicClassifier.train(samples(topics, Language.UKRAINIAN)));
  }

  private static List<Sample> samples(Topics topics, Language... languages) {
    var samples = new ArrayList<Sample>();
    for (Topic topic : topics.all()) {
      for (Language language : languages) {
        topics
            .phrasings(topic, language)
            .forEach(phrasing -> samples.add(new Sample(topic, phrasing)));
      }
    }
    return samples;
  }

  /** As {@link TopicClassifier#classify}. */
  List<Guess> classify(List<Word> words) {
    return (Language.isMostlyCyrillic(words) ? cyrillic : latin).get().classify(words);
  }

  /** A value made once, by whoever asks first. */
  private static final class Lazy {
    private final Supplier<TopicClassifier> training;
    private volatile @Nullable TopicClassifier classifier;

    Lazy(Supplier<TopicClassifier> training) {
      this.training = training;
    }

    TopicClassifier get() {
      TopicClassifier trained = classifier;
      if (trained == null) {
        synchronized (this) {
          trained = classifier;
          if (trained == null) {
            trained = training.get();
            classifier = trained;
          }
        }
      }
      return trained;
    }
  }
}
