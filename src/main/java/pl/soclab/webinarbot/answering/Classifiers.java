package pl.soclab.webinarbot.answering;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.TopicClassifier.Guess;
import pl.soclab.webinarbot.language.Word;

/**
 * One classifier a script: Polish and English mix in one message, Cyrillic has no letter in common
 * with them. Each is read when it is first needed.
 */
final class Classifiers {
  private final Topics topics;
  private final Lazy latin = new Lazy(Script.LATIN);
  private final Lazy cyrillic = new Lazy(Script.CYRILLIC);

  Classifiers(Topics topics) {
    this.topics = topics;
  }

  /** As {@link TopicClassifier#classify}. */
  List<Guess> classify(List<Word> words) {
    return (Language.isMostlyCyrillic(words) ? cyrillic : latin).get().classify(words);
  }

  /** As {@link TopicClassifier#speaksFor}. */
  boolean speaksFor(Topic topic, List<String> lemmas) {
    boolean isCyrillic = lemmas.stream().anyMatch(Language::isCyrillic);
    return (isCyrillic ? cyrillic : latin).get().speaksFor(topic, lemmas);
  }

  /** A classifier that is read once, by whoever asks first. */
  private final class Lazy {
    private final Script script;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable TopicClassifier classifier;

    Lazy(Script script) {
      this.script = script;
    }

    TopicClassifier get() {
      TopicClassifier read = classifier;
      if (read != null) {
        return read;
      }
      reading.lock();
      try {
        read = classifier;
        if (read == null) {
          read = ModelFiles.read(script, topics);
          classifier = read;
        }
        return read;
      } finally {
        reading.unlock();
      }
    }
  }
}
