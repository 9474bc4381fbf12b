package pl.soclab.webinarbot.suitelog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Searches what the whole suite logged for what went in: names, chats and words of the residents
 * that the tests make up, tokens and passwords. Runs at the end of {@code mvn verify}, and fails
 * it.
 */
public final class LogSearch {
  /** Residents of the preview, of the conversation's tests and of those of the database. */
  private static final Pattern CHAT =
      Pattern.compile("(?<![\\w.:-])(?:50[01]\\d{6}|700000000\\d|-400\\d{7}|-100\\d{10})(?!\\w)");

  private static final Pattern NAME =
      Pattern.compile("(?U)\\b(?:Anna|Bartek|Oksana|Zofia|Sąsiedzi|Mieszkaniec \\d+)\\b");

  /** As @BotFather gives it, and as it would stand in an address. */
  private static final Pattern TOKEN =
      Pattern.compile("\\d{3,}:[A-Za-z0-9_-]{20,}|/bot\\d+:|tajny-token|tajne-hasło");

  /** Any test may put the word into what must not be logged. */
  private static final Pattern CANARY = Pattern.compile("(?iU)kanarek|kanarkow");

  /** What a resident of a test writes. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\.(?:writes|types|asks|asksUntil|hearsAfter|repliesTo)\\((?:\\w+,\\s*)?"
              + "\"([^\"\\\\]{10,})\"");

  /** Organisers act on behalf of others, so their chat may stand beside what they did. */
  private static final Pattern OF_ORGANISERS =
      Pattern.compile("pl\\.soclab\\.webinarbot\\.(?:desk|publishing)\\..*");

  private final Set<String> words;

  private LogSearch(Set<String> words) {
    this.words = words;
  }

  /**
   * Searches a folder of logs and empties it.
   *
   * @param args the folder of the logs and that of the tests' sources
   */
  public static void main(String... args) throws IOException {
    Path logs = Path.of(args[0]);
    List<String> found = in(logs, Path.of(args[1]));
    if (!found.isEmpty()) {
      found.stream().limit(20).forEach(System.err::println);
      System.err.println(
          found.size() + " lines of the suite's logs tell of residents or of a token");
      System.exit(1);
    }
    for (Path file : files(logs, ".log")) {
      Files.delete(file);
    }
  }

  /** The lines that tell too much, each with what it tells; one also where nothing was logged. */
  static List<String> in(Path logs, Path sources) throws IOException {
    var search = new LogSearch(written(sources));
    var found = new ArrayList<String>();
    long lines = 0;
    for (Path log : Files.isDirectory(logs) ? files(logs, ".log") : List.<Path>of()) {
      for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
        lines++;
        search
            .leaks(line)
            .forEach(leak -> found.add(log.getFileName() + ": " + leak + ": " + line));
      }
    }
    if (lines == 0) {
      found.add("Nothing was logged into " + logs + ": the search proves nothing");
    }
    return found;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Set<String> written(Path sources) throws IOException {
    var words = new TreeSet<String>();
    for (Path file : files(sources, ".java")) {
      Matcher call = WRITTEN.matcher(Files.readString(file));
      while (call.find()) {
        String text = call.group(1);
        // A command is no secret, and neither is what organisers paste into their files.
        if (!text.startsWith("/")) {
          words.add(text);
        }
      }
    }
    return words;
  }

  private List<String> leaks(String line) {
    var leaks = new ArrayList<String>();
    boolean ofOrganisers = OF_ORGANISERS.matcher(line).matches();
    for (Pattern pattern : List.of(CHAT, NAME, TOKEN, CANARY)) {
      Matcher leak = pattern.matcher(line);
      if (!(ofOrganisers && pattern == CHAT) && leak.find()) {
        leaks.add(leak.group());
      }
    }
    words.stream().filter(line::contains).forEach(leaks::add);
    return leaks;
  }
}
