package pl.soclab.webinarbot;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import pl.soclab.webinarbot.cli.OpenedFolder;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.Knowledge;

/** Whether there is anything to answer from. Findings are told, but do not make the bot ill. */
final class KnowledgeHealth implements HealthIndicator {
  private final CurrentAnswerer answerers;
  private final OpenedFolder folder;

  KnowledgeHealth(CurrentAnswerer answerers, OpenedFolder folder) {
    this.answerers = answerers;
    this.folder = folder;
  }

  @Override
  public Health health() {
    Knowledge knowledge = answerers.get().knowledge();
    return (knowledge.isEmpty() ? Health.down() : Health.up())
        .withDetail("folder", folder.path().toString())
        .withDetail("events", knowledge.events().size())
        .withDetail("passages", knowledge.passages().size())
        .withDetail("readyAnswers", knowledge.readyAnswers().size())
        .withDetail("errors", count(Finding.Severity.ERROR))
        .withDetail("warnings", count(Finding.Severity.WARNING))
        .build();
  }

  private long count(Finding.Severity severity) {
    return folder.findings().stream().filter(finding -> finding.severity() == severity).count();
  }
}
