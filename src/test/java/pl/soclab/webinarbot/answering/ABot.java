package pl.soclab.webinarbot.answering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;

/** A bot over some files: {@code ABot.at("2022-02-16T12:00").knowing("webinar.md", "...")}. */
final class ABot {
  private final Instant now;
  private final Path folder;
  private Answerer answerer = Answerer.of(Knowledge.empty());
  private Question.Thread thread = Question.Thread.none();

  private ABot(Instant now, Path folder) {
    this.now = now;
    this.folder = folder;
  }

  /** The time in Warsaw. */
  static ABot at(String time) {
    try {
      return new ABot(
          LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Warsaw")).toInstant(),
          Files.createTempDirectory("knowledge"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ABot knowing(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      answerer =
          Answerer.of(new KnowledgeReader(InstantSource.fixed(now)).read(folder).knowledge());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks afresh. */
  Answer asked(String question) {
    thread = Question.Thread.none();
    return followedUpBy(question);
  }

  /** Asks in the light of the question before. */
  Answer followedUpBy(String question) {
    Answer answer = answerer.answer(new Question(question, thread), now);
    thread = Question.Thread.after(answer);
    return answer;
  }

  Answer pressed(String topic) {
    return answerer.answerTopic(topic, null, now);
  }

  List<Finding> findings() {
    return answerer.findings();
  }

  void forgetsItsFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
