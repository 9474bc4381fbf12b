package pl.soclab.webinarbot;

import java.util.List;
import java.util.function.Supplier;
import pl.soclab.webinarbot.desk.StandingQuestions;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;

/**
 * All that is wrong with the organisers' files now, whoever found it: the reader, the answerer, or
 * whoever asks the questions under {@code pytania/}. Health, panel and reports say the same.
 */
final class CurrentFindings implements Supplier<List<Finding>> {
  private final KnowledgeFolder watched;
  private final CurrentAnswerer answerers;
  private final StandingQuestions questions;

  CurrentFindings(KnowledgeFolder watched, CurrentAnswerer answerers, StandingQuestions questions) {
    this.watched = watched;
    this.answerers = answerers;
    this.questions = questions;
  }

  @Override
  public List<Finding> get() {
    return watched.current().with(answerers.get().findings()).with(questions.findings()).findings();
  }
}
