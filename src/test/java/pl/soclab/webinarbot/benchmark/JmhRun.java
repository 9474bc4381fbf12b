package pl.soclab.webinarbot.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs benchmarks of JMH. What its annotation processor writes is written when a benchmark is run,
 * into a folder of its own: neither the compilation of the tests nor Error Prone sees it.
 */
final class JmhRun {
  /**
   * How long one call took.
   *
   * @param benchmark the method
   * @param parameter its one parameter; empty where it has none
   * @param median in microseconds
   * @param slowest the 99th percentile, in microseconds
   * @param mean in microseconds
   * @param bytes allocated by a call
   */
  record Timing(
      String benchmark,
      String parameter,
      double median,
      double slowest,
      double mean,
      double bytes) {
    /** How many calls one core makes in a second. */
    double aSecond() {
      return 1e6 / mean;
    }
  }

  /** Without the second, JMH 1.37 is warned of four lines at every start. */
  private static final List<String> JVM =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private JmhRun() {}

  /**
   * Runs all methods of a benchmark.
   *
   * @param options of JMH's command line ({@code -wi 1 -i 1})
   */
  static List<Timing> of(Class<?> benchmark, List<String> options)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("jmh");
    generate(benchmark, folder);
    Path results = folder.resolve("results.json");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(List.of("-cp", folder + File.pathSeparator + classPath()));
    command.add("org.openjdk.jmh.Main");
    command.addAll(List.of("-jvmArgs", "-Xmx1g " + String.join(" ", JVM)));
    command.addAll(List.of("-prof", "gc", "-foe", "true", "-v", "SILENT"));
    command.addAll(List.of("-rf", "json", "-rff", results.toString()));
    command.addAll(options);
    command.add(benchmark.getSimpleName() + "\\.");
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("JMH ended with " + status);
    }
    return timings(results);
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static void generate(Class<?> benchmark, Path folder) throws IOException {
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "This is no JDK");
    int status =
        compiler.run(
            null,
            null,
            null,
            "-proc:full",
            "-nowarn",
            "-processor",
            "org.openjdk.jmh.generators.BenchmarkProcessor",
            "-processorpath",
            classPath(),
            "-cp",
            classPath(),
            "-d",
            folder.toString(),
            benchmark.getName());
    if (status != 0) {
      throw new IllegalStateException("JMH could not be put around " + benchmark);
    }
  }

  private static List<Timing> timings(Path results) throws IOException {
    var timings = new ArrayList<Timing>();
    JsonNode all = JsonMapper.builder().build().readTree(Files.readString(results));
    for (JsonNode each : all) {
      String name = each.path("benchmark").asString();
      JsonNode metric = each.path("primaryMetric");
      JsonNode percentiles = metric.path("scorePercentiles");
      timings.add(
          new Timing(
              name.substring(name.lastIndexOf('.') + 1),
              each.path("params").path("kind").asString(""),
              percentiles.path("50.0").asDouble(),
              percentiles.path("99.0").asDouble(),
              metric.path("score").asDouble(),
              each.path("secondaryMetrics").path("gc.alloc.rate.norm").path("score").asDouble()));
    }
    return timings;
  }
}
