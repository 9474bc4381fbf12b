package pl.soclab.webinarbot.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.soclab.webinarbot.WebinarBot;

/** The program as a process of its own, over the shipped files; needs {@code /proc} of Linux. */
final class Instance implements AutoCloseable {
  private static final Path KNOWLEDGE = Path.of("knowledge").toAbsolutePath();
  private static final String TOKEN = "1:load-load-load-load-load-load";
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final long KIBIBYTES = 1024;

  private final Process process;
  private final Path log;

  /**
   * What it takes up, heap after a collection.
   *
   * @param heap in MiB
   * @param rss in MiB
   */
  record Size(long heap, long rss, long threads, long handles) {
    @Override
    public String toString() {
      return "heap %d MB, RSS %d MB, %d threads, %d handles".formatted(heap, rss, threads, handles);
    }
  }

  /**
   * Starts one.
   *
   * @param folder for its data and its log
   * @param environment what is set besides the token, the address and a rate without a limit
   */
  Instance(Path folder, URI telegram, Map<String, String> environment, String... jvm)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(java("java"));
    command.addAll(List.of(jvm));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(WebinarBot.class.getName(), "serve"));
    command.addAll(List.of("--knowledge", KNOWLEDGE.toString()));
    log = folder.resolve("log.txt");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().put("TELEGRAM_BOT_TOKEN", TOKEN);
    builder.environment().put("TELEGRAM_API_URL", telegram.toString());
    builder.environment().put("DATA_DIR", folder.resolve("data").toString());
    builder.environment().put("MESSAGES_PER_SECOND", "99999");
    builder.environment().put("SERVER_PORT", "0");
    builder.environment().putAll(environment);
    process = builder.start();
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  /** What it wrote to its log. */
  String log() throws IOException {
    return Files.readString(log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Collects its garbage and measures it. */
  Size size() throws IOException, InterruptedException {
    tool("GC.run");
    Matcher used = USED.matcher(tool("GC.heap_info"));
    long heap = used.find() ? Long.parseLong(used.group(1)) / KIBIBYTES : -1;
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    String status = Files.readString(proc.resolve("status"));
    try (Stream<Path> handles = Files.list(proc.resolve("fd"))) {
      return new Size(
          heap, number(status, "VmRSS") / KIBIBYTES, number(status, "Threads"), handles.count());
    }
  }

  private static long number(String status, String name) {
    Matcher line = Pattern.compile(name + ":\\s+(\\d+)").matcher(status);
    return line.find() ? Long.parseLong(line.group(1)) : -1;
  }

  private String tool(String order) throws IOException, InterruptedException {
    Process tool =
        new ProcessBuilder(java("jcmd"), Long.toString(process.pid()), order)
            .redirectErrorStream(true)
            .start();
    String answer = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    tool.waitFor();
    return answer;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
