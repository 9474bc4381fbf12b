package pl.soclab.webinarbot.knowledge;

/** Says how a block of the front matter that YAML does not read can be mended. */
final class BrokenYaml {
  private BrokenYaml() {}

  /** The mend, for the line that is named. */
  static String sentence(TextLines lines, SourceLine source) {
    String line = lines.lines().get(source.line() - lines.firstLine());
    if (line.chars().filter(c -> c == '"').count() % 2 == 1) {
      return "Brakuje drugiego cudzysłowu. Proszę go dopisać.";
    }
    String all = String.join("\n", lines.lines());
    if (count(all, '[') != count(all, ']') || count(all, '{') != count(all, '}')) {
      return "Brakuje nawiasu, który zamyka listę. Proszę go dopisać.";
    }
    return "Tego wiersza nie da się odczytać. Proszę napisać go jako „klucz: wartość”, a wartość ze"
        + " znakami : # [ { ująć w cudzysłów.";
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
