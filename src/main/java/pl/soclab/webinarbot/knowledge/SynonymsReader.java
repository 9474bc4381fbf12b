package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code slownik.txt}: synonyms in Solr's format, one rule a line. */
final class SynonymsReader {
  private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");
  private static final Pattern OTHER_SIGN = Pattern.compile("->|→|[=:;]");
  private static final String MEND =
      " Proszę napisać „słowo, inne słowo” albo „słowo => inne słowo”.";

  private SynonymsReader() {}

  static List<SynonymRule> read(TextLines text, Findings findings) {
    var rules = new ArrayList<SynonymRule>();
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        addRule(line, text.source(i), rules, findings);
      }
    }
    return List.copyOf(rules);
  }

  private static void addRule(
      String line, SourceLine source, List<SynonymRule> rules, Findings findings) {
    String[] sides = line.split("=>", -1);
    if (sides.length > 2) {
      findings.error(source, "W tym wierszu są dwie strzałki." + MEND);
      return;
    }
    List<String> from = terms(sides[0]);
    List<String> to = sides.length == 2 ? terms(sides[1]) : from;
    if (from.isEmpty() || to.isEmpty()) {
      findings.error(source, "Z jednej strony strzałki nie ma słowa." + MEND);
    } else if (from.stream().anyMatch(term -> OTHER_SIGN.matcher(term).find())) {
      findings.error(source, "Ten wiersz nie jest zapisany jak w słowniku." + MEND);
    } else if (sides.length == 1 && from.size() == 1) {
      findings.warning(source, "To słowo stoi samo, więc nic nie zmienia." + MEND);
    } else {
      rules.add(new SynonymRule(from, to, source));
    }
  }

  private static List<String> terms(String side) {
    return COMMA
        .splitAsStream(side)
        .map(term -> term.replace("\\,", ",").strip())
        .filter(term -> !term.isEmpty())
        .toList();
  }
}
