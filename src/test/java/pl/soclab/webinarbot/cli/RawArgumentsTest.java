package pl.soclab.webinarbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawArgumentsTest {
  private static final String SPOILT = "o kt\uFFFD\uFFFDrej?";

  @TempDir Path folder;

  @Test
  void polishLettersSpoiltByTheLocaleAreReadFromTheProcess() throws IOException {
    Path commandLine = commandLine("java\0-jar\0bot.jar\0ask\0o której?\0");

    String[] mended = RawArguments.mend(new String[] {"ask", SPOILT}, commandLine);

    assertThat(mended).containsExactly("ask", "o której?");
  }

  @Test
  void emptyArgumentKeepsItsPlace() throws IOException {
    Path commandLine = commandLine("java\0-jar\0bot.jar\0ask\0\0o której?\0");

    String[] mended = RawArguments.mend(new String[] {"ask", "", SPOILT}, commandLine);

    assertThat(mended).containsExactly("ask", "", "o której?");
  }

  @Test
  void argumentsStayAsTheyAreWhereTheSystemHasNoCommandLine() {
    String[] args = {"ask", SPOILT};

    assertThat(RawArguments.mend(args, folder.resolve("none"))).containsExactly("ask", SPOILT);
  }

  @Test
  void soundArgumentsAreNotTouched() throws IOException {
    Path commandLine = commandLine("something\0else\0");

    assertThat(RawArguments.mend(new String[] {"ask", "o której?"}, commandLine))
        .containsExactly("ask", "o której?");
  }

  private Path commandLine(String content) throws IOException {
    return Files.writeString(folder.resolve("cmdline"), content);
  }
}
