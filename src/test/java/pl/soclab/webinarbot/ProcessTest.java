package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own. */
class ProcessTest {
  @TempDir Path folder;

  @Test
  void askNeedsNoSpring() throws Exception {
    Served.withMeeting(folder);

    Ended ended = run(List.of("-Xlog:class+load"), "ask", "--knowledge", knowledge(), "kiedy?");

    assertThat(ended.output).contains("pl.soclab.webinarbot.answering.Answerer");
    assertThat(ended.output.lines().filter(line -> line.contains("org.springframework"))).isEmpty();
    assertThat(ended.status).isZero();
  }

  @Test
  void polishGoesInAndOutWhateverTheLocale() throws Exception {
    Served.withMeeting(folder);

    Ended ended =
        run(List.of(), "ask", "--knowledge", knowledge(), "w jakim miejscu będzie ta świetlica?");

    assertThat(ended.output).contains("świetlica").doesNotContain("?wietlica");
    assertThat(ended.status).isZero();
  }

  @Test
  void statusTellsWrongUsageFromFailure() throws Exception {
    assertThat(run(List.of(), "--nieznana").status).isEqualTo(2);
    assertThat(run(List.of(), "check", "--knowledge", knowledge()).status).isEqualTo(1);
  }

  private record Ended(int status, String output) {}

  private String knowledge() {
    return folder.resolve("knowledge").toString();
  }

  private static Ended run(List<String> jvm, String... args)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(WebinarBot.class.getName());
    command.addAll(Arrays.asList(args));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
