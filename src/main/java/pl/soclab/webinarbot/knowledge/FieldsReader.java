package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the front matter's blocks into fields with known keys. */
final class FieldsReader {
  private static final Pattern HASH_AS_VALUE = Pattern.compile("[^:]*:\\s+#(?<value>\\S+)\\s*");
  private static final Pattern EDGES = Pattern.compile("^[\\s\\u00A0]+|[\\s\\u00A0]+$");

  private static final Set<FactKind> LISTS =
      Set.of(FactKind.CONTACT, FactKind.ORGANISERS, FactKind.PARTNERS, FactKind.GUESTS);

  private final FieldKeys keys;
  private final Findings findings;

  FieldsReader(FieldKeys keys, Findings findings) {
    this.keys = keys;
    this.findings = findings;
  }

  /** The fields that say something, in the order of their lines, each key once. */
  List<Field> read(FrontMatter frontMatter) {
    var fields = new ArrayList<Field>();
    for (TextLines block : frontMatter.blocks()) {
      YamlBlock.Composed composed = YamlBlock.compose(block, keys, findings);
      if (composed.plain() != null) {
        addPlain(composed.plain(), block.source(0), fields);
      } else if (composed.node() instanceof MappingNode map) {
        addFields(map, block, fields);
      } else if (composed.node() != null) {
        findings.error(
            block.source(0),
            "W tym wierszu nie ma klucza. Proszę napisać go jako „klucz: wartość”.");
      }
    }
    return eachOnce(fields);
  }

  private void addPlain(YamlBlock.Plain plain, SourceLine source, List<Field> fields) {
    FieldKey key = keys.find(plain.key());
    if (key != null) {
      fields.add(
          new Field(key, plain.key(), source, List.of(new Field.Text(plain.value(), source))));
    }
  }

  private void addFields(MappingNode map, TextLines block, List<Field> fields) {
    for (NodeTuple pair : map.getValue()) {
      SourceLine source = source(pair.getKeyNode(), block);
      if (!(pair.getKeyNode() instanceof ScalarNode scalar)) {
        findings.error(source, "Klucz musi być zwykłym słowem. Proszę poprawić ten wiersz.");
        continue;
      }
      String written = trimmed(scalar.getValue());
      FieldKey key = keys.find(written);
      if (key == null) {
        unknown(written, source);
        continue;
      }
      var values = new ArrayList<Field.Value>();
      addValues(pair.getValueNode(), block, values);
      if (values.isEmpty()) {
        empty(source, block);
      } else {
        fields.add(new Field(key, written, source, values));
      }
    }
  }

  private void addValues(Node node, TextLines block, List<Field.Value> values) {
    SourceLine source = source(node, block);
    switch (node) {
      case ScalarNode scalar -> {
        String text = trimmed(scalar.getValue());
        if (!text.isEmpty() && !(scalar.isPlain() && scalar.getTag().equals(Tag.NULL))) {
          values.add(new Field.Text(text, source));
        }
      }
      case SequenceNode list -> list.getValue().forEach(item -> addValues(item, block, values));
      case MappingNode map -> {
        var fields = new ArrayList<Field>();
        addFields(map, block, fields);
        if (!fields.isEmpty()) {
          values.add(new Field.Group(eachOnce(fields), source));
        }
      }
      case AnchorNode _ -> {}
      default -> throw new IllegalStateException("No such node in YAML: " + node.getNodeId());
    }
  }

  private void unknown(String written, SourceLine source) {
    FieldKey nearest = keys.nearest(written);
    findings.warning(
        source,
        nearest == null
            ? "Nieznany klucz „"
                + written
                + "”, bot go pomija. Proszę użyć jednego z kluczy z instrukcji."
            : "Nieznany klucz „"
                + written
                + "”, bot go pomija. Najbliższy to „"
                + nearest.written()
                + "”. Proszę go poprawić.");
  }

  /** Nothing said; but a passcode such as {@code #1234} only looks like a remark. */
  private void empty(SourceLine source, TextLines block) {
    var line = HASH_AS_VALUE.matcher(block.lines().get(source.line() - block.firstLine()));
    if (line.matches()) {
      findings.warning(
          source,
          "To, co stoi za znakiem #, jest uwagą, a nie wartością. Jeżeli „#"
              + line.group("value")
              + "” jest wartością, proszę ująć ją w cudzysłów.");
    }
  }

  private List<Field> eachOnce(List<Field> fields) {
    Map<FieldKey, Field> first = new LinkedHashMap<>();
    for (Field field : fields) {
      Field before = first.putIfAbsent(field.key(), field);
      if (before != null && isList(field.key()) && !sameName(before, field)) {
        var values = new ArrayList<>(before.values());
        values.addAll(field.values());
        first.put(field.key(), new Field(before.key(), before.written(), before.source(), values));
      } else if (before != null) {
        twice(before, field);
      }
    }
    return List.copyOf(first.values());
  }

  /** "e-mail:" and "telefon:" are two ways to make contact, not a contradiction. */
  private static boolean isList(FieldKey key) {
    return key instanceof FieldKey.OfFact(FactKind kind) && LISTS.contains(kind);
  }

  private static boolean sameName(Field one, Field other) {
    return FieldKeys.squeezed(one.written()).equals(FieldKeys.squeezed(other.written()));
  }

  private void twice(Field before, Field field) {
    String sentence =
        "Klucz „"
            + field.written()
            + "” znaczy to samo, co „"
            + before.written()
            + "” z wiersza "
            + before.source().line()
            + ". Liczy się tamten; proszę zostawić tylko jeden.";
    if (texts(before).equals(texts(field))) {
      findings.warning(field.source(), sentence);
    } else {
      findings.error(field.source(), sentence);
    }
  }

  private static List<String> texts(Field field) {
    return field.texts().stream().map(Field.Text::text).toList();
  }

  private static SourceLine source(@Nullable Node node, TextLines block) {
    int line = node == null ? 0 : node.getStartMark().getLine();
    return block.source(Math.min(line, block.lines().size() - 1));
  }

  private static String trimmed(String text) {
    return EDGES.matcher(text).replaceAll("");
  }
}
