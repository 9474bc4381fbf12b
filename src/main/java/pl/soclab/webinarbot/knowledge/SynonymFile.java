package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pl.soclab.webinarbot.knowledge.Finding.Severity;

/**
 * Reads {@code slownik.txt} in Solr's format: {@code a, b, c} or {@code a, b => c}; {@code #}
 * starts a comment (Lucene's {@code SolrSynonymParser}).
 */
final class SynonymFile {
  static final String NAME = "slownik.txt";

  private SynonymFile() {}

  static List<SynonymRule> read(TextFile file, List<Finding> findings) {
    var rules = new ArrayList<SynonymRule>();
    for (int i = 0; i < file.lines().size(); i++) {
      String line = file.lines().get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      SourceLine source = file.line(i + 1);
      String[] sides = line.split("=>", -1);
      List<String> from = terms(sides[0]);
      List<String> to = sides.length == 2 ? terms(sides[1]) : from;
      boolean broken = sides.length > 2 || from.isEmpty() || to.isEmpty();
      if (broken || sides.length == 1 && from.size() < 2) {
        findings.add(
            new Finding(
                source,
                Severity.WARNING,
                "Tego wiersza słownika nie rozumiem. Proszę zapisać go jako „słowo, inne słowo” albo „słowo => inne słowo”."));
      } else {
        rules.add(new SynonymRule(from, to, source));
      }
    }
    return rules;
  }

  private static List<String> terms(String side) {
    return Arrays.stream(side.split(","))
        .map(String::strip)
        .filter(term -> !term.isEmpty())
        .toList();
  }
}
