package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file while it is read. */
final class Findings {
  /** Nobody reads more about one file, and a broken one may have one for each of its lines. */
  private static final int MOST = 100;

  private final List<Finding> found = new ArrayList<>();

  void error(SourceLine source, String sentence) {
    add(new Finding(source, Finding.Severity.ERROR, sentence));
  }

  void warning(SourceLine source, String sentence) {
    add(new Finding(source, Finding.Severity.WARNING, sentence));
  }

  void note(SourceLine source, String sentence) {
    add(new Finding(source, Finding.Severity.NOTE, sentence));
  }

  /** The first {@value #MOST}, and the first error wherever it stands. */
  private void add(Finding finding) {
    boolean isFirstError =
        finding.severity() == Finding.Severity.ERROR
            && found.stream().noneMatch(other -> other.severity() == Finding.Severity.ERROR);
    if (found.size() < MOST || isFirstError) {
      found.add(finding);
    }
    if (found.size() == MOST) {
      found.add(
          new Finding(
              finding.source(),
              Finding.Severity.NOTE,
              "Dalszych uwag do tego pliku bot nie wypisuje. Proszę najpierw poprawić te."));
    }
  }

  /** Adds those that say something new: one sentence about a line is enough. */
  void addAll(List<Finding> findings) {
    for (Finding finding : findings) {
      if (!found.contains(finding)) {
        add(finding);
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
