package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.RecognisedTopics.Sample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** NLP.js in a process of its own, trained on samples and asked questions. */
final class NlpJs {
  private static final Path SCRIPT = Path.of("docs/benchmarks/nlpjs").toAbsolutePath();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What it recognised.
   *
   * @param topic its first one, however unsure; empty where it has none
   * @param isSure whether it reaches NLP.js's own threshold
   */
  record Recognised(String topic, boolean isSure) {}

  /**
   * How it did.
   *
   * @param version of the package and of Node
   * @param training in seconds
   * @param megabytes of the process behind the last question
   * @param topics one for each question
   * @param times of questions, several rounds behind some to warm up
   */
  record Measured(
      String version, double training, int megabytes, List<Recognised> topics, Nanos times) {}

  private NlpJs() {}

  /** Trains and asks; null where Node or the package is not to be had. */
  static @Nullable Measured measured(
      List<Sample> samples, List<String> questions, int warmUp, int rounds)
      throws IOException, InterruptedException {
    if (!isInstalled()) {
      return null;
    }
    Path folder = Files.createTempDirectory("nlpjs");
    Path in = folder.resolve("in.json");
    Path out = folder.resolve("out.json");
    ObjectNode task =
        JSON.createObjectNode().put("language", "pl").put("warmUp", warmUp).put("rounds", rounds);
    ArrayNode phrasings = task.putArray("phrasings");
    samples.forEach(
        sample -> phrasings.addObject().put("topic", sample.topic()).put("text", sample.text()));
    ArrayNode asked = task.putArray("questions");
    questions.forEach(asked::add);
    Files.writeString(in, JSON.writeValueAsString(task));
    if (!runs("node", "measure.js", in.toString(), out.toString())) {
      throw new IllegalStateException(SCRIPT + " failed; what it said is above");
    }
    return read(JSON.readTree(Files.readString(out)));
  }

  private static boolean isInstalled() throws InterruptedException {
    return Files.isDirectory(SCRIPT.resolve("node_modules"))
        ? runs("node", "--version")
        : runs("npm", "ci", "--no-audit", "--no-fund");
  }

  /** Whether a command is there and ends well; what it says goes to standard error. */
  private static boolean runs(String... command) throws InterruptedException {
    try {
      var builder = new ProcessBuilder(command).directory(SCRIPT.toFile());
      Process process = builder.redirectErrorStream(true).start();
      process.getInputStream().transferTo(System.err);
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Measured read(JsonNode result) throws IOException {
    var topics = new ArrayList<Recognised>();
    for (JsonNode each : result.path("answers")) {
      topics.add(new Recognised(each.path("topic").asString(), each.path("kept").asBoolean()));
    }
    JsonNode nanos = result.path("nanos");
    var times = new long[nanos.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = nanos.path(i).asLong();
    }
    return new Measured(
        "NLP.js " + packageVersion() + ", Node " + result.path("node").asString(),
        result.path("seconds").asDouble(),
        result.path("megabytes").asInt(),
        topics,
        new Nanos(times));
  }

  private static String packageVersion() throws IOException {
    JsonNode settings = JSON.readTree(Files.readString(SCRIPT.resolve("package.json")));
    return settings.path("dependencies").path("node-nlp").asString();
  }
}
