package pl.soclab.webinarbot.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A way to lay out and start a program.
 *
 * @param command up to the program's own arguments; empty where it cannot be had
 * @param size of its files, in bytes
 */
record Layout(String title, List<String> command, long size) {
  private static final Path JAR = Path.of("target/webinar-bot.jar").toAbsolutePath();
  private static final Path DIST = Path.of("src/main/dist").toAbsolutePath();

  /** What the image gives to the JVM. */
  static final Path SETTINGS = DIST.resolve("jvm.args");

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** Whether there is a jar to start at all. */
  static boolean isPackaged() {
    return Files.exists(JAR);
  }

  /** The jar as it is, with the JVM as it is. */
  static Layout plain() throws IOException {
    return new Layout("`java -jar`, no settings", List.of(JAVA, "-jar", JAR.toString()), size(JAR));
  }

  /**
   * All layouts of the bot, the one of the Docker image last.
   *
   * @param folder an empty one
   */
  static List<Layout> ofBot(Path folder) throws IOException, InterruptedException {
    Path laidOut = folder.resolve("laid-out");
    run(
        List.of(
            JAVA,
            "-Djarmode=tools",
            "-jar",
            JAR.toString(),
            "extract",
            "--destination",
            laidOut.toString()));
    var jar = java("-jar", JAR.toString());
    var apart = java("-jar", laidOut.resolve("webinar-bot.jar").toString());
    var all = new ArrayList<Layout>();
    all.add(plain());
    all.add(new Layout("`java -jar`, the image's settings", jar, size(JAR)));
    all.add(new Layout("taken apart", apart, size(laidOut)));
    all.add(cached(laidOut));
    return all;
  }

  private static Layout cached(Path laidOut) throws IOException, InterruptedException {
    String title = "taken apart, with the cache: the image";
    if (!Files.exists(DIST.resolve("warm-up"))) {
      return new Layout(title, List.of(), 0);
    }
    for (String file : List.of("webinar-bot", "warm-up", "jvm.args")) {
      Files.copy(DIST.resolve(file), laidOut.resolve(file));
    }
    run(
        List.of(
            laidOut.resolve("warm-up").toString(),
            Path.of("knowledge").toAbsolutePath().toString()));
    return new Layout(title, List.of(laidOut.resolve("webinar-bot").toString()), size(laidOut));
  }

  /**
   * The empty application over the libraries of a bot that was taken apart, without a cache.
   *
   * @param folder where {@link #ofBot} has been
   */
  static Layout ofEmpty(Path folder) throws IOException {
    return empty("an empty application of Spring Boot", folder, List.of());
  }

  /**
   * The same one with a cache.
   *
   * @param cache written by a run with {@link #learning}
   */
  static Layout ofEmpty(Path folder, Path cache) throws IOException {
    return empty("the same with a cache", folder, List.of("-XX:AOTCache=" + cache));
  }

  /** The same one as it writes its cache when it ends. */
  static Layout learning(Path folder, Path cache) throws IOException {
    return empty("", folder, List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:all=error:stderr"));
  }

  /** A cache is only kept for classes out of jars. */
  private static Layout empty(String title, Path folder, List<String> options) throws IOException {
    Path libraries = folder.resolve("laid-out/lib");
    Path jar = libraries.resolveSibling("empty.jar");
    String name = EmptyApplication.class.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream in =
            Objects.requireNonNull(
                EmptyApplication.class.getClassLoader().getResourceAsStream(name))) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    }
    var classPath = new ArrayList<>(List.of(jar.toString()));
    try (Stream<Path> files = Files.list(libraries)) {
      files.map(Path::toString).sorted().forEach(classPath::add);
    }
    List<String> command = new ArrayList<>(java(options.toArray(String[]::new)));
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
    command.add(EmptyApplication.class.getName());
    return new Layout(title, command, 0);
  }

  /** With the settings that the image has, where there are some. */
  private static List<String> java(String... arguments) {
    var command = new ArrayList<>(List.of(JAVA));
    if (Files.exists(SETTINGS)) {
      command.add("@" + SETTINGS);
    }
    command.addAll(List.of(arguments));
    return command;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    process.getInputStream().transferTo(System.err);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " ended with " + process.exitValue());
    }
  }

  private static long size(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
