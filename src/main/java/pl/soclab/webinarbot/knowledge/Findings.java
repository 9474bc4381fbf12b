package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file while it is read. */
final class Findings {
  private final List<Finding> found = new ArrayList<>();

  void error(SourceLine source, String sentence) {
    found.add(new Finding(source, Finding.Severity.ERROR, sentence));
  }

  void warning(SourceLine source, String sentence) {
    found.add(new Finding(source, Finding.Severity.WARNING, sentence));
  }

  void note(SourceLine source, String sentence) {
    found.add(new Finding(source, Finding.Severity.NOTE, sentence));
  }

  /** Adds those that say something new: one sentence about a line is enough. */
  void addAll(List<Finding> findings) {
    for (Finding finding : findings) {
      if (!found.contains(finding)) {
        found.add(finding);
      }
    }
  }

  /** Whether a line has been spoken of already. */
  boolean speakOf(SourceLine source) {
    return found.stream().anyMatch(finding -> finding.source().equals(source));
  }

  List<Finding> all() {
    return List.copyOf(found);
  }
}
