package pl.soclab.webinarbot.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import pl.soclab.webinarbot.answering.TopicLabels;
import pl.soclab.webinarbot.questions.Tallies;
import pl.soclab.webinarbot.questions.Tally;

/** What residents asked on one day or more, in numbers. Greetings and thanks are no questions. */
record Figures(List<Tally> tallies) {
  private static final String SMALL_TALK = "small_talk";
  private static final String NOT_KNOWN = "not_known";
  private static final String CLARIFICATION = "clarification";
  private static final String OUT_OF_SCOPE = "out_of_scope";
  private static final int MOST_TOPICS = 3;

  Figures {
    tallies = tallies.stream().filter(tally -> !tally.kind().equals(SMALL_TALK)).toList();
  }

  /** Those of some days, both ends included. */
  static Figures of(Tallies tallies, LocalDate first, LocalDate last) {
    return new Figures(tallies.between(first, last));
  }

  /** Those of one of the days. */
  Figures on(LocalDate day) {
    return new Figures(tallies.stream().filter(tally -> tally.day().equals(day)).toList());
  }

  long questions() {
    return tallies.stream().mapToLong(Tally::number).sum();
  }

  private long of(String kind) {
    return tallies.stream()
        .filter(tally -> tally.kind().equals(kind))
        .mapToLong(Tally::number)
        .sum();
  }

  /** "14 pytań, bez odpowiedzi 3 (21%), bot dopytał: 1". */
  String sentence() {
    long questions = questions();
    if (questions == 0) {
      return DeskPhrases.get("figures.none");
    }
    var parts = new StringJoiner(", ");
    parts.add(DeskPhrases.counted("figures.questions", questions));
    long unanswered = of(NOT_KNOWN);
    parts.add(
        unanswered == 0
            ? DeskPhrases.get("figures.all_answered")
            : DeskPhrases.get(
                "figures.unanswered", unanswered, Math.round(100.0 * unanswered / questions)));
    add(parts, "figures.asked_back", of(CLARIFICATION));
    add(parts, "figures.off_topic", of(OUT_OF_SCOPE));
    return parts.toString();
  }

  private static void add(StringJoiner parts, String key, long number) {
    if (number > 0) {
      parts.add(DeskPhrases.get(key, number));
    }
  }

  boolean hasUnanswered() {
    return of(NOT_KNOWN) > 0;
  }

  /** "Kiedy (12), Link (8), Nagranie (3)"; empty where nothing was asked. */
  String topics() {
    Map<String, Long> numbers = new HashMap<>();
    for (Tally tally : tallies) {
      String label = TopicLabels.polish(tally.topic());
      if (label != null) {
        numbers.merge(label, tally.number(), Long::sum);
      }
    }
    var topics = new StringJoiner(", ");
    numbers.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_TOPICS)
        .forEach(
            topic ->
                topics.add(DeskPhrases.get("figures.topic", topic.getKey(), topic.getValue())));
    return topics.toString();
  }
}
