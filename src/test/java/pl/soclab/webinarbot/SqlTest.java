package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What residents and organisers write reaches the database as parameters, never inside of SQL. */
class SqlTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern LITERAL =
      Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\]|\\\\.)*+\"", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.]*");
  private static final Pattern CONSTANT = Pattern.compile("(?:[A-Z]\\w*\\.)?[A-Z][A-Z_]*");

  /**
   * What else stands in the argument of {@code sql(...)}: parameters of private methods whose
   * callers give literals. Whoever adds one looks at its callers, and adds it here.
   */
  private static final Set<String> LOOKED_AT =
      Set.of(
          "column",
          "condition",
          "eventId",
          "except.isEmpty",
          "formatted",
          "null",
          "other",
          "replace",
          "sql",
          "step.formatted",
          "unfinished.toString",
          "what",
          "which");

  @Test
  void statementsAreMadeOfLiteralsAndConstants() throws IOException {
    var names = new TreeSet<String>();
    int statements = 0;
    for (String source : sources()) {
      for (String argument : arguments(source)) {
        statements++;
        Matcher name = NAME.matcher(LITERAL.matcher(argument).replaceAll(""));
        name.results().map(found -> found.group()).forEach(names::add);
      }
    }

    names.removeIf(name -> CONSTANT.matcher(name).matches());
    assertThat(statements).isGreaterThan(100);
    assertThat(LOOKED_AT).containsAll(names);
  }

  @Test
  void noOtherWayLeadsToTheDatabase() throws IOException {
    assertThat(sources())
        .noneMatch(source -> source.contains("createStatement("))
        .noneMatch(source -> source.contains("prepareStatement("));
  }

  private static List<String> arguments(String source) {
    return Pattern.compile("\\.sql\\(")
        .matcher(source)
        .results()
        .map(found -> inside(source, found.end()))
        .toList();
  }

  /** What stands between the bracket that ends there and its other half. */
  private static String inside(String source, int start) {
    String masked =
        LITERAL
            .matcher(source)
            .replaceAll(literal -> "\"" + "x".repeat(literal.group().length() - 2) + "\"");
    int depth = 1;
    int end = start;
    while (depth > 0) {
      char c = masked.charAt(end++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return source.substring(start, end - 1);
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).map(SqlTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
