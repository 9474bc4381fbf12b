package pl.soclab.webinarbot.publishing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.evaluation.LostQuestions;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Finding;

/**
 * A file as it would be, held against the present one. Nothing is written.
 *
 * @param file relative to the knowledge folder
 * @param before what it holds now; null where there is none
 * @param content what it would hold; null where it would be removed
 * @param formerEvent the event that it describes now; null for none
 * @param event the event that it would describe; null for none
 * @param passages how many pieces of text residents could be shown from it
 * @param readyAnswers how many ready answers it would hold
 * @param findings about the file, errors first
 * @param elsewhere findings that other files would have on its account
 * @param lost questions that would lose their answer; null where nobody looked
 */
public record Proposal(
    String file,
    @Nullable String before,
    @Nullable String content,
    @Nullable Event formerEvent,
    @Nullable Event event,
    long passages,
    long readyAnswers,
    List<Finding> findings,
    List<Finding> elsewhere,
    @Nullable LostQuestions lost) {
  public Proposal {
    findings = List.copyOf(findings);
    elsewhere = List.copyOf(elsewhere);
  }

  /** Whether it would change nothing. */
  public boolean isSame() {
    return Objects.equals(before, content);
  }

  /** Whether something in it has to be mended first. */
  public boolean hasErrors() {
    return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
  }

  /** What the event's file would say otherwise; empty where either is no event. */
  public List<EventChange> changes() {
    return EventChange.between(formerEvent, event);
  }

  /** Which lines would come and go. */
  public LineChange lines() {
    return LineChange.between(before, content);
  }

  /** By which a button knows what stood above it. */
  public String fingerprint() {
    String all = file + "\n" + ContentHash.of(before) + "\n" + ContentHash.of(content);
    return Objects.requireNonNull(ContentHash.of(all)).substring(0, 16);
  }
}
