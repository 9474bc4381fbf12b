package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The container may do no more than the bot has to. */
class ContainerTest {
  private static final Path DIST = Path.of("src/main/dist");
  private static final List<String> LAID_OUT = List.of("webinar-bot", "warm-up", "jvm.args");

  @Test
  void imageRunsAsNobodyInParticularAndDumpsNoMemory() throws IOException {
    String dockerfile = Files.readString(Path.of("Dockerfile"));
    String image = dockerfile.substring(dockerfile.lastIndexOf("\nFROM "));

    assertThat(image)
        .contains("--uid 10001", "--shell /usr/sbin/nologin", "\nUSER bot\n")
        .contains("chmod 700 /app/data")
        .as("a heap dump holds the token and what residents wrote")
        .doesNotContain("HeapDump")
        .doesNotContain("ADD http", "sudo");
  }

  @Test
  void imageStartsWithWhatItsOwnJvmHasLearnt() throws IOException {
    String dockerfile = Files.readString(Path.of("Dockerfile"));
    String image = dockerfile.substring(dockerfile.lastIndexOf("\nFROM "));

    assertThat(image)
        .as("a cache of another JVM, or of files that are copied after it, is refused")
        .containsSubsequence(
            "COPY --from=build /build/laid-out/lib",
            "COPY --from=build /build/laid-out/webinar-bot.jar",
            "COPY --chown=bot knowledge",
            "RUN ./warm-up knowledge",
            "USER bot",
            "ENTRYPOINT [\"/app/webinar-bot\"]");
    assertThat(dockerfile).contains("src/main/dist/lay-out target/webinar-bot.jar laid-out");
    assertThat(image.lines().filter(line -> line.startsWith("COPY --from=build")))
        .anyMatch(line -> LAID_OUT.stream().allMatch(line::contains));
  }

  @Test
  void settingsOfTheJvmStandInOneFile() throws IOException {
    List<String> settings =
        Files.readAllLines(DIST.resolve("jvm.args")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    assertThat(settings)
        .allMatch(line -> line.startsWith("-X") && !line.contains(" "))
        .contains("-XX:+ExitOnOutOfMemoryError", "-Xlog:all=warning:stderr")
        .noneMatch(line -> line.contains("HeapDump"));
    assertThat(Files.readString(Path.of("docs/webinar-bot.service")))
        .contains("ExecStart=/opt/webinar-bot/webinar-bot\n")
        .doesNotContain("-X");
    assertThat(Files.readString(Path.of("Dockerfile"))).doesNotContain("-XX");
  }

  @Test
  void whatIsLaidOutCanBeRun() {
    assertThat(LAID_OUT).allMatch(name -> Files.isReadable(DIST.resolve(name)));
    assertThat(List.of("lay-out", "warm-up", "webinar-bot"))
        .allMatch(name -> Files.isExecutable(DIST.resolve(name)));
  }

  @Test
  void everyServiceOfOurImageIsConfined() throws IOException {
    Map<String, Map<String, Object>> services = services();

    assertThat(services.values()).filteredOn(service -> service.containsKey("build")).isNotEmpty();
    services.forEach(
        (name, service) -> {
          if (service.containsKey("build")) {
            assertThat(service)
                .as(name)
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsKey("tmpfs")
                .doesNotContainKeys("privileged", "cap_add", "network_mode", "pid", "devices");
          }
        });
  }

  @Test
  void noServicePublishesHealthAndMetrics() throws IOException {
    assertThat(services().values())
        .allSatisfy(
            service -> assertThat(String.valueOf(service.get("ports"))).doesNotContain("8081"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services() throws IOException {
    Map<String, Object> compose = new Yaml().load(Files.readString(Path.of("compose.yaml")));
    return (Map<String, Map<String, Object>>) Objects.requireNonNull(compose.get("services"));
  }
}
