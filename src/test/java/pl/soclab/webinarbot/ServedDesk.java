package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.context.ConfigurableApplicationContext;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.SentMessage;

/**
 * The whole program on the stand-in for Telegram, whose clock it goes by. It is the day before the
 * meeting, at noon; Anna is the organiser.
 */
final class ServedDesk implements AutoCloseable {
  private static final int TRIES = 50;

  final Preview telegram;
  final Phone anna;
  private final Path folder;
  private final ConfigurableApplicationContext context;

  private ServedDesk(Path folder, ConfigurableApplicationContext context) {
    this.folder = folder;
    this.context = context;
    telegram = ((Upstream.StandIn) context.getBean(Upstream.class)).preview();
    anna = new Phone(telegram, telegram.residents().named("Anna").hasWrittenBefore());
  }

  /** Starts over what stands in the folder's {@code knowledge}. */
  static ServedDesk over(Path folder) throws Exception {
    var context = new Served(folder).start();
    return new ServedDesk(
        folder, Objects.requireNonNull(context, "It did not start; the log says why"));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Somebody who has not written to the bot yet. */
  Phone resident(String name) {
    return new Phone(telegram, telegram.residents().add(name, "pl"));
  }

  /**
   * Waits until a resident who asks has this answer, as files are read within a second. Somebody
   * new asks each time: Telegram takes one message a second to a chat.
   */
  void residentsHear(String question, String words) {
    SentMessage answer = resident("Zofia").asks(question);
    for (int more = 0; more < TRIES && !answer.text().contains(words); more++) {
      answer = resident("Zofia").asks(question);
    }
    assertThat(answer.text()).contains(words);
  }

  /** Writes a file as an editor does. */
  void save(String name, String text) throws IOException {
    save(folder, name, text);
  }

  static void save(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve("knowledge").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** An event a week after the meeting; each fact has its line, the hour the third. */
  static String event(String title, String hour, String place) {
    return """
        ---
        tytuł: %s
        początek: 2022-02-24 %s
        miejsce: %s
        ---
        Zapraszamy.
        """
        .formatted(title, hour, place);
  }

  String saved(String name) throws IOException {
    return Files.readString(folder.resolve("knowledge").resolve(name));
  }

  @Override
  public void close() {
    context.close();
  }
}
