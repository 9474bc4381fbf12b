package pl.soclab.webinarbot.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What came of a question file.
 *
 * @param outcomes in the order of the questions
 */
public record Report(List<Outcome> outcomes) {
  public Report {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether every answer is right. */
  public boolean allPassed() {
    return failures().isEmpty();
  }

  /** The outcomes that are not right, in order. */
  public List<Outcome> failures() {
    return outcomes.stream().filter(outcome -> outcome.verdict() != Verdict.RIGHT).toList();
  }

  /** How many outcomes have that verdict. */
  public long count(Verdict verdict) {
    return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
  }

  /**
   * The share of right answers among the answerable questions or among the others; 1 where there
   * are none.
   */
  public double accuracy(boolean answerable) {
    var asked =
        outcomes.stream().filter(outcome -> outcome.question().answerable() == answerable).toList();
    long right = asked.stream().filter(outcome -> outcome.verdict() == Verdict.RIGHT).count();
    return asked.isEmpty() ? 1 : (double) right / asked.size();
  }

  /** The median time of an answer in microseconds; 0 without questions. */
  public long medianMicros() {
    return quantile(0.5);
  }

  /** A quantile of the time of an answer in microseconds, e.g. 0.99; 0 without questions. */
  public long quantile(double share) {
    var sorted = outcomes.stream().mapToLong(Outcome::micros).sorted().toArray();
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  /** Accuracy in all, by topic and by style, and times, as plain text for a terminal. */
  public String table() {
    return counts()
        + String.format(
            Locale.ROOT,
            "z odpowiedzią %.1f %%, bez odpowiedzi %.1f %%, źle %d, mediana %d µs, 99. percentyl %d µs%n",
            100 * accuracy(true),
            100 * accuracy(false),
            count(Verdict.WRONG),
            medianMicros(),
            quantile(0.99));
  }

  /** The table without what it comes to: rows by topic, by style and by answerable or not. */
  public String counts() {
    var table = new StringBuilder();
    table.append(row("", "pytań", "dobrze", "dopytał", "odmówił", "źle"));
    table.append(rows("temat", outcome -> outcome.question().topic()));
    table.append(rows("styl", outcome -> outcome.question().style()));
    table.append(
        rows(
            "razem",
            outcome -> outcome.question().answerable() ? "z odpowiedzią" : "bez odpowiedzi"));
    return table.toString();
  }

  private String rows(String title, Function<Outcome, String> group) {
    var groups =
        outcomes.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
    if (groups.keySet().equals(Set.of(TestQuestion.NONE))) {
      return "";
    }
    var rows = new StringBuilder(title).append(System.lineSeparator());
    groups.forEach(
        (name, members) -> {
          var report = new Report(members);
          rows.append(
              row(
                  "  " + name,
                  String.valueOf(members.size()),
                  String.valueOf(report.count(Verdict.RIGHT)),
                  String.valueOf(report.count(Verdict.ASKED_BACK)),
                  String.valueOf(report.count(Verdict.REFUSED)),
                  String.valueOf(report.count(Verdict.WRONG))));
        });
    return rows.toString();
  }

  private static String row(String name, String... cells) {
    return String.format(
        Locale.ROOT,
        "%-24s%8s%8s%9s%9s%6s%n",
        name,
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[4]);
  }
}
