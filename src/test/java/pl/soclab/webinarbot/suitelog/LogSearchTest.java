package pl.soclab.webinarbot.suitelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogSearchTest {
  @TempDir Path folder;

  private List<String> search(String line) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("java"));
    Files.writeString(sources.resolve("A.java"), "anna.writes(\"moja ciocia choruje\");");
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Files.writeString(logs.resolve("1.log"), line + "\n");
    return LogSearch.in(logs, sources);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pl.soclab.webinarbot.telegram.A Update 7 of 501000002 broke",
        "pl.soclab.webinarbot.telegram.A java.lang.Exception: moja ciocia choruje na zebraniu",
        "pl.soclab.webinarbot.desk.A Bartek says hello",
        "org.telegram.A https://api.telegram.org/bot123456789:AAE/getMe",
        "com.zaxxer.hikari.A password=tajne-hasło",
        "pl.soclab.webinarbot.questions.A Kanarek w kopalni"
      })
  void plantedLeakIsFound(String line) throws IOException {
    assertThat(search(line)).singleElement().asString().startsWith("1.log: ").endsWith(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pl.soclab.webinarbot.telegram.A Update 501 was set aside after 3 attempts",
        "pl.soclab.webinarbot.desk.A Question 12 was answered by 501000001",
        "pl.soclab.webinarbot.Application Polling https://api.telegram.org"
      })
  void lineThatTellsOfNobodyIsPassedOver(String line) throws IOException {
    assertThat(search(line)).isEmpty();
  }

  @Test
  void emptyLogProvesNothing() throws IOException {
    assertThat(search("").toString()).doesNotContain("Nothing was logged");
    Files.delete(folder.resolve("logs/1.log"));

    assertThat(LogSearch.in(folder.resolve("logs"), folder))
        .singleElement()
        .asString()
        .startsWith("Nothing was logged");
  }

  @Test
  void whatIsLoggedHereIsWrittenDownThoughItIsNotShown() throws IOException {
    Logger log = LoggerFactory.getLogger("pl.soclab.webinarbot.suitelog.Trial");
    String mark = UUID.randomUUID().toString();

    log.debug("debug {}", mark);
    log.error("thrown", new IllegalStateException("outer", new IOException("cause " + mark)));

    Path own = SuiteLog.FOLDER.resolve(ProcessHandle.current().pid() + ".log");
    assertThat(Files.readString(own)).contains("debug " + mark, "cause " + mark);
  }
}
