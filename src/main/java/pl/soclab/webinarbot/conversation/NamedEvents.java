package pl.soclab.webinarbot.conversation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.answering.Suggestion;
import pl.soclab.webinarbot.knowledge.Event;

/** Which events the words of a question name, whatever was talked about before. */
final class NamedEvents {
  private NamedEvents() {}

  /**
   * The events named; none where the words could mean any. Words that name no event follow the
   * thread, so they are asked about twice, with different events in it.
   */
  static List<Event> in(String question, Turn turn) {
    List<Event> events = turn.events();
    if (events.size() < 2) {
      return List.of();
    }
    Set<String> meant = meant(question, turn, null);
    Event other =
        meant.equals(Set.of(events.getFirst().id())) ? events.getLast() : events.getFirst();
    return meant.equals(meant(question, turn, other.id()))
        ? events.stream().filter(event -> meant.contains(event.id())).toList()
        : List.of();
  }

  private static Set<String> meant(String question, Turn turn, @Nullable String talkedAbout) {
    var asked = new Question(question, new Question.Thread(List.of(), talkedAbout));
    Answer.Content answer = turn.answerer().answer(asked, turn.now()).content();
    return Stream.concat(
            Stream.ofNullable(answer.eventId()),
            answer.suggestions().stream().map(Suggestion::eventId).flatMap(Stream::ofNullable))
        .collect(Collectors.toSet());
  }
}
