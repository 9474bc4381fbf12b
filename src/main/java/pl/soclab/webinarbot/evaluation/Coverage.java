package pl.soclab.webinarbot.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;

/**
 * Which of the questions that residents always ask the files answer, so that a gap is seen before
 * the residents see it.
 *
 * @param answered the questions with an answer, most asked first
 * @param missing the questions without one, most asked first
 */
public record Coverage(List<String> answered, List<String> missing) {
  private static final List<Usual> USUAL = load();

  private record Usual(String topic, String question) {}

  public Coverage {
    answered = List.copyOf(answered);
    missing = List.copyOf(missing);
  }

  /**
   * Asks all usual questions about an event.
   *
   * @param eventId null for what is answered without naming an event
   */
  public static Coverage of(Answerer answerer, @Nullable String eventId, Instant now) {
    var answered = new ArrayList<String>();
    var missing = new ArrayList<String>();
    for (Usual usual : USUAL) {
      (isAnswered(answerer.answerAs(usual.topic(), usual.question(), eventId, now))
              ? answered
              : missing)
          .add(usual.question());
    }
    return new Coverage(answered, missing);
  }

  private static boolean isAnswered(Answer answer) {
    return switch (answer) {
      case Answer.FactAnswer ignored -> true;
      case Answer.PassageAnswer ignored -> true;
      case Answer.SmallTalk ignored -> true;
      case Answer.Clarification ignored -> false;
      case Answer.NotKnown ignored -> false;
      case Answer.OutOfScope ignored -> false;
    };
  }

  private static List<Usual> load() {
    String name = "usual-questions.txt";
    var stream = Objects.requireNonNull(Coverage.class.getResourceAsStream(name), name);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Coverage::usual)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static Usual usual(String line) {
    int colon = line.indexOf(':');
    return new Usual(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
  }
}
