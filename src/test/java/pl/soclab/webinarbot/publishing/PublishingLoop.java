package pl.soclab.webinarbot.publishing;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * A process that publishes one text after another until it is killed. Each is as long as a file may
 * be in practice, so that half of one would show.
 */
final class PublishingLoop {
  static final String FILE = "wydarzenia/zebranie.md";
  private static final int LINES = 10_000;

  private PublishingLoop() {}

  /** Arguments: the knowledge folder, the address of the database. */
  public static void main(String[] arguments) {
    var publisher = publisher(Path.of(arguments[0]), arguments[1]);
    System.out.println("ready");
    String before = publisher.current(FILE);
    for (int number = number(before) + 1; ; number++) {
      String content = content(number);
      var published = publisher.publish(FILE, before, content, new ChatId(1), Instant.now());
      if (!(published instanceof Publisher.Published.Done)) {
        throw new AssertionError(published);
      }
      before = content;
      System.out.println(number);
    }
  }

  static FilePublisher publisher(Path folder, String address) {
    return new FilePublisher(folder, new DriverManagerDataSource(address, "sa", ""), () -> {});
  }

  /** The text of that number; every line of it bears the number. */
  static String content(int number) {
    return ("To jest wersja " + number + ", wiersz jak każdy inny.\n").repeat(LINES);
  }

  /** The number of a whole text; 0 for no file. */
  static int number(@Nullable String content) {
    if (content == null) {
      return 0;
    }
    String line = content.substring(0, content.indexOf('\n'));
    int number = Integer.parseInt(line.replaceAll("\\D", ""));
    if (!content.equals(content(number))) {
      throw new AssertionError("Not a whole text: " + content.length() + " characters, " + line);
    }
    return number;
  }
}
