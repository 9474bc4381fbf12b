package pl.soclab.webinarbot.answering;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.TopicTrainer.Sample;
import pl.soclab.webinarbot.retrieval.Spelling;

/**
 * What is worked out from the phrasings when the project is built, because training takes seconds
 * and reading takes milliseconds: a model for each script and the words that people type. The build
 * runs {@link #main}.
 */
final class ModelFiles {
  private static final String VOCABULARY = "vocabulary.txt";

  private ModelFiles() {}

  /**
   * Writes all files.
   *
   * @param args the folder of the compiled classes
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]).resolve(ModelFiles.class.getPackageName().replace('.', '/'));
    Topics topics = Topics.load();
    var phrasings = new ArrayList<String>();
    for (Script script : Script.values()) {
      List<Sample> samples = samples(topics, script);
      samples.forEach(sample -> phrasings.add(sample.phrasing()));
      try (var out =
          new DataOutputStream(
              new BufferedOutputStream(Files.newOutputStream(folder.resolve(name(script)))))) {
        TopicTrainer.train(samples).write(out);
      }
    }
    Files.write(folder.resolve(VOCABULARY), Spelling.words(phrasings));
  }

  private static List<Sample> samples(Topics topics, Script script) {
    var samples = new ArrayList<Sample>();
    for (Topic topic : topics.all()) {
      for (Language language : script.languages()) {
        topics
            .phrasings(topic, language)
            .forEach(phrasing -> samples.add(new Sample(topic.id(), phrasing)));
      }
    }
    return samples;
  }

  private static String name(Script script) {
    return "topics-" + script.name().toLowerCase(Locale.ROOT) + ".model";
  }

  /** The model of a script. */
  static TopicClassifier read(Script script, Topics topics) {
    try (InputStream in = open(name(script))) {
      return TopicClassifier.read(ByteBuffer.wrap(in.readAllBytes()), topics);
    } catch (IOException e) {
      throw new UncheckedIOException(name(script) + " cannot be read", e);
    }
  }

  /** The words of the phrasings, the most frequent first. */
  static Collection<String> vocabulary() {
    try (InputStream in = open(VOCABULARY)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(VOCABULARY + " cannot be read", e);
    }
  }

  private static InputStream open(String name) {
    @Nullable InputStream stream = ModelFiles.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(
          name + " is not on the class path: 'mvn process-classes' makes it from the phrasings");
    }
    return stream;
  }
}
