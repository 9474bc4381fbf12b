package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Understanding.Result;
import pl.soclab.webinarbot.language.Word;
import pl.soclab.webinarbot.retrieval.Spelling;

/**
 * The answerer's way from a typed question to its topic, for measuring: typing errors mended, the
 * words understood, with no event and no text of an organiser's at hand.
 */
public final class RecognisedTopics {
  private final Topics topics = Topics.load();
  private final Spelling spelling = Spelling.of(ModelFiles.vocabulary(), Map.of());
  private final Understanding understanding =
      new Understanding(
          topics,
          new Classifiers(topics),
          new OwnPhrasings(
              List.of(),
              new TopicNames(topics, Wording.in(Language.POLISH)),
              new Synonyms(List.of(), ModelFiles.vocabulary())));

  /** A sample of what people type who ask for a topic. */
  public record Sample(String topic, String text) {}

  /**
   * What was recognised.
   *
   * @param topic the id of the first one, of those that may be meant too; null where there is none
   * @param isSure whether it is answered without asking back
   */
  public record Recognised(@Nullable String topic, boolean isSure) {}

  /** All phrasings in Polish, which the shipped models are trained on among others. */
  public List<Sample> polishPhrasings() {
    var samples = new ArrayList<Sample>();
    for (Topic topic : topics.all()) {
      topics
          .phrasings(topic, Language.POLISH)
          .forEach(text -> samples.add(new Sample(topic.id(), text)));
    }
    return samples;
  }

  /** Whether there is a topic with that id. */
  public boolean knows(String topicId) {
    return topics.find(topicId) != null;
  }

  /** Whether that topic is no business of the bot's; not so for null. */
  public boolean isOutOfScope(@Nullable String topicId) {
    return topicId != null && topics.get(topicId).outOfScope();
  }

  /** The topic of a question that leans on nothing. */
  public Recognised of(String question) {
    String text = LongMessages.questionIn(question);
    List<Word> typed = Word.of(text);
    var asked = new Asked(text, spelling.mend(typed), Language.of(typed));
    return switch (understanding.understand(
        asked, Question.Thread.none(), Understanding.Subject.UNKNOWN)) {
      case Result.Asked(List<Topic> found, double confidence, var ignored) ->
          new Recognised(found.getFirst().id(), confidence >= Answerer.PROBABLE);
      case Result.Unsure(List<Topic> possible) -> new Recognised(possible.getFirst().id(), false);
      case Result.Nothing ignored -> new Recognised(null, false);
    };
  }
}
