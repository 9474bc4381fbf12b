package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import picocli.CommandLine;
import pl.soclab.webinarbot.cli.CannotGoOn;
import pl.soclab.webinarbot.cli.CommonOptions;

@ExtendWith(OutputCaptureExtension.class)
class RehearsalTest {
  @TempDir Path folder;

  private CommonOptions options() {
    return CommandLine.populateCommand(
        new CommonOptions(), "--knowledge", folder.resolve("knowledge").toString());
  }

  private static List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.toString().contains("webinar-bot-rehearsal")).toList();
    }
  }

  @Test
  void botAnswersEverythingAndLeavesNothingBehind(CapturedOutput output) throws Exception {
    Served.withMeeting(folder);
    List<Path> before = leftovers();

    int status = Rehearsal.run(options());

    assertThat(status).isZero();
    assertThat(output).containsPattern("First answer \\d+ ms after the process started");
    assertThat(output).containsPattern("All \\d+ questions were answered");
    assertThat(leftovers()).isEqualTo(before);
    assertThat(folder).isDirectoryNotContaining("glob:**data*");
  }

  @Test
  void withoutTextsThereIsNothingToRehearseWith() {
    assertThatThrownBy(() -> Rehearsal.run(options()))
        .isInstanceOf(CannotGoOn.class)
        .hasMessageContaining("Nie ma folderu");
  }
}
