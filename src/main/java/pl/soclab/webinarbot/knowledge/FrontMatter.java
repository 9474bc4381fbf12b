package pl.soclab.webinarbot.knowledge;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import pl.soclab.webinarbot.knowledge.Finding.Severity;

/**
 * The front matter of a file. Values are kept in the very characters that stand there: a passcode
 * {@code 069412} is no number and {@code 9:00} no count of seconds.
 *
 * @param entries by documented key, in the order of the file
 * @param bodyStart the position of the first line behind it, from 0
 */
record FrontMatter(Map<String, Entry> entries, int bodyStart) {
  /**
   * A key with what it says.
   *
   * @param values without empty ones; empty for a key that says nothing
   * @param sessions for a list of maps
   */
  record Entry(SourceLine source, List<Value> values, List<Map<String, Value>> sessions) {}

  /** A value with its line. */
  record Value(String text, SourceLine source) {}

  private static final String FENCE = "---";

  static FrontMatter none() {
    return new FrontMatter(Map.of(), 0);
  }

  /** Reads the front matter of a file; {@link #none} where it has none. */
  static FrontMatter read(TextFile file, List<Finding> findings) {
    List<String> lines = file.lines();
    int open = 0;
    while (open < lines.size() && lines.get(open).isBlank()) {
      open++;
    }
    if (open == lines.size() || !lines.get(open).strip().equals(FENCE)) {
      return none();
    }
    int close = open + 1;
    while (close < lines.size() && !lines.get(close).strip().equals(FENCE)) {
      close++;
    }
    if (close == lines.size()) {
      findings.add(
          new Finding(
              file.line(open + 1),
              Severity.ERROR,
              "Blok faktów zaczyna się od „---”, ale się nie kończy. Proszę dopisać pod nim drugi wiersz „---”."));
      return new FrontMatter(Map.of(), open + 1);
    }
    var reader = new Reader(file, open + 1, findings);
    return new FrontMatter(
        reader.entries(String.join("\n", lines.subList(open + 1, close)).replace("\t", "  ")),
        close + 1);
  }

  @Nullable Entry entry(String key) {
    Entry entry = entries.get(key);
    return entry == null || entry.values().isEmpty() && entry.sessions().isEmpty() ? null : entry;
  }

  /** The only value of a key, or the first; null where it says nothing. */
  @Nullable Value value(String key) {
    Entry entry = entry(key);
    return entry == null || entry.values().isEmpty() ? null : entry.values().getFirst();
  }

  /** Reads YAML of one file. */
  private static final class Reader {
    private final TextFile file;
    private final int offset;
    private final List<Finding> findings;

    Reader(TextFile file, int offset, List<Finding> findings) {
      this.file = file;
      this.offset = offset;
      this.findings = findings;
    }

    Map<String, Entry> entries(String yaml) {
      var options = new LoaderOptions();
      // Aliases are how YAML bombs grow; nobody writes one into an announcement.
      options.setMaxAliasesForCollections(0);
      options.setNestingDepthLimit(10);
      try {
        Node root = new Yaml(options).compose(new StringReader(yaml));
        if (root == null) {
          return Map.of();
        }
        if (root instanceof MappingNode mapping) {
          return entries(mapping);
        }
        error(
            offset + 1,
            "Blok faktów powinien mieć wiersze „klucz: wartość”. Proszę je tak zapisać.");
      } catch (MarkedYAMLException e) {
        int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
        error(
            offset + 1 + line,
            "Tego wiersza nie da się odczytać. Proszę sprawdzić, czy po dwukropku jest spacja, a tekst z dwukropkiem stoi w cudzysłowie.");
        return lineByLine(yaml);
      } catch (YAMLException | StackOverflowError e) {
        error(
            offset + 1,
            "Tego bloku faktów nie da się odczytać. Proszę zapisać go jako wiersze „klucz: wartość”.");
        return lineByLine(yaml);
      }
      return Map.of();
    }

    /** What can be saved of a broken block: plain lines "key: value". */
    private Map<String, Entry> lineByLine(String yaml) {
      var entries = new LinkedHashMap<String, Entry>();
      String[] lines = yaml.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        int colon = lines[i].indexOf(':');
        String key = colon < 1 ? null : Keys.canonical(lines[i].substring(0, colon));
        String value = colon < 1 ? "" : unquoted(lines[i].substring(colon + 1).strip());
        if (key != null && !value.isEmpty() && !value.startsWith("[") && !value.startsWith("{")) {
          SourceLine source = file.line(offset + 1 + i);
          entries.putIfAbsent(key, new Entry(source, List.of(new Value(value, source)), List.of()));
        }
      }
      return entries;
    }

    private static String unquoted(String value) {
      boolean quoted =
          value.length() > 1
              && (value.startsWith("\"") && value.endsWith("\"")
                  || value.startsWith("'") && value.endsWith("'"));
      return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private Map<String, Entry> entries(MappingNode mapping) {
      var entries = new LinkedHashMap<String, Entry>();
      for (NodeTuple tuple : mapping.getValue()) {
        SourceLine source = source(tuple.getKeyNode());
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        String canonical = Keys.canonical(key);
        if (canonical == null) {
          unknown(key, source);
        } else if (entries.containsKey(canonical)) {
          findings.add(
              new Finding(
                  source,
                  Severity.WARNING,
                  "Klucz „"
                      + canonical
                      + "” jest tu po raz drugi; liczy się pierwszy. Proszę jeden z nich usunąć."));
        } else {
          entries.put(canonical, entry(source, tuple.getValueNode()));
        }
      }
      return entries;
    }

    private void unknown(String key, SourceLine source) {
      String nearest = Keys.nearest(key);
      findings.add(
          new Finding(
              source,
              Severity.WARNING,
              "Nie znam klucza „"
                  + key
                  + "”. "
                  + (nearest == null
                      ? "Proszę go usunąć albo przenieść tę informację do tekstu pod blokiem faktów."
                      : "Może chodziło o „" + nearest + "”?")));
    }

    private Entry entry(SourceLine source, Node node) {
      var values = new ArrayList<Value>();
      var sessions = new ArrayList<Map<String, Value>>();
      List<Node> nodes =
          node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
      for (Node each : nodes) {
        switch (each) {
          case ScalarNode scalar when !scalar.getValue().isBlank() ->
              values.add(new Value(scalar.getValue().strip(), source(scalar)));
          case MappingNode mapping -> sessions.add(session(mapping));
          default -> {}
        }
      }
      return new Entry(source, values, sessions);
    }

    private Map<String, Value> session(MappingNode mapping) {
      var session = new LinkedHashMap<String, Value>();
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key
            && tuple.getValueNode() instanceof ScalarNode value) {
          String canonical = Keys.canonical(key.getValue());
          if (canonical == null) {
            unknown(key.getValue(), source(key));
          } else if (!value.getValue().isBlank()) {
            session.put(canonical, new Value(value.getValue().strip(), source(value)));
          }
        }
      }
      return session;
    }

    private SourceLine source(Node node) {
      return file.line(offset + 1 + node.getStartMark().getLine());
    }

    private void error(int line, String sentence) {
      findings.add(new Finding(file.line(line), Severity.ERROR, sentence));
    }
  }
}
