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
