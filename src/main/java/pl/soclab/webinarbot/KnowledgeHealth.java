package pl.soclab.webinarbot;

import java.nio.file.Path;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;

/** Whether there is anything to answer from. Findings are told, but do not make the bot ill. */
final class KnowledgeHealth implements HealthIndicator {
  private final Path folder;
  private final KnowledgeFolder watched;
  private final CurrentAnswerer answerers;

  KnowledgeHealth(Path folder, KnowledgeFolder watched, CurrentAnswerer answerers) {
    this.folder = folder;
    this.watched = watched;
    this.answerers = answerers;
  }

  @Override
  public Health health() {
    KnowledgeReader.Reading reading = watched.current().with(answerers.get().findings());
    Knowledge knowledge = reading.knowledge();
    return (knowledge.isEmpty() ? Health.down() : Health.up())
        .withDetail("folder", folder.toString())
        .withDetail("events", knowledge.events().size())
        .withDetail("passages", knowledge.passages().size())
        .withDetail("readyAnswers", knowledge.readyAnswers().size())
        .withDetail("errors", count(reading, Finding.Severity.ERROR))
        .withDetail("warnings", count(reading, Finding.Severity.WARNING))
        .build();
  }

  private static long count(KnowledgeReader.Reading reading, Finding.Severity severity) {
    return reading.findings().stream().filter(finding -> finding.severity() == severity).count();
  }
}
