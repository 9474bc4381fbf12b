package pl.soclab.webinarbot;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;

/** Whether there is anything to answer from. Findings are told, but do not make the bot ill. */
final class KnowledgeHealth implements HealthIndicator {
  private final Path folder;
  private final KnowledgeFolder watched;
  private final CurrentAnswerer answerers;
  private final CurrentFindings findings;

  KnowledgeHealth(
      Path folder, KnowledgeFolder watched, CurrentAnswerer answerers, CurrentFindings findings) {
    this.folder = folder;
    this.watched = watched;
    this.answerers = answerers;
    this.findings = findings;
  }

  @Override
  public Health health() {
    Knowledge knowledge = watched.current().knowledge();
    List<Finding> wrong = findings.get();
    return (knowledge.isEmpty() ? Health.down() : Health.up())
        .withDetail("folder", folder.toString())
        .withDetail("lastRead", answerers.readAt().toString())
        .withDetail("events", knowledge.events().size())
        .withDetail("passages", knowledge.passages().size())
        .withDetail("readyAnswers", knowledge.readyAnswers().size())
        .withDetail("errors", count(wrong, Finding.Severity.ERROR))
        .withDetail("warnings", count(wrong, Finding.Severity.WARNING))
        .build();
  }

  private static long count(List<Finding> findings, Finding.Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
