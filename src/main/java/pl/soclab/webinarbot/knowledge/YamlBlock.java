package pl.soclab.webinarbot.knowledge;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/**
 * One key of the front matter with what stands behind it, as a tree of YAML's nodes. The nodes keep
 * the very characters: {@code 069412} stays six digits. What people without YAML in mind write is
 * mended where only one meaning is possible.
 */
final class YamlBlock {
  private static final int MAX_NESTING = 8;

  /** SnakeYAML's work grows with the square of the brackets; a programme is a tenth of it. */
  private static final int LONGEST = 4000;

  private static final Pattern ONE_LINE =
      Pattern.compile("(?<key>\\p{L}[\\p{L}\\p{N} _.-]{0,40}?)[ \\t]*:(?<space>\\s*)(?<value>.*)");
  private static final Pattern OPENING_TAB = Pattern.compile("^([ ]*)\\t+");

  private final TextLines lines;
  private final FieldKeys keys;
  private final Findings findings;

  private YamlBlock(TextLines lines, FieldKeys keys, Findings findings) {
    this.lines = lines;
    this.keys = keys;
    this.findings = findings;
  }

  /**
   * A key as a person would read it off one line.
   *
   * @param value stripped; may be empty
   */
  record Plain(String key, String value) {}

  /** The parts of a block, of which exactly one is there, or none where it could not be read. */
  record Composed(@Nullable Node node, @Nullable Plain plain) {}

  static Composed compose(TextLines lines, FieldKeys keys, Findings findings) {
    return new YamlBlock(lines, keys, findings).compose();
  }

  private Composed compose() {
    if (lines.lines().stream().mapToInt(String::length).sum() > LONGEST) {
      findings.error(
          lines.source(0),
          "Wartość ma ponad " + LONGEST + " znaków, więc bot jej nie czyta. Proszę ją skrócić.");
      return new Composed(null, null);
    }
    Plain glued = keyWithoutSpace();
    if (glued != null) {
      findings.warning(
          lines.source(0),
          "Po dwukropku brakuje spacji. Proszę napisać „" + glued.key() + ": ...”.");
      return new Composed(null, glued);
    }
    String text = withoutTabs();
    try {
      SourceLine special = special(text);
      if (special != null) {
        return special(special);
      }
      return new Composed(yaml().compose(new StringReader(text)), null);
    } catch (YAMLException e) {
      return broken(e);
    }
  }

  /** SnakeYAML's safe set of limits; nothing is ever constructed from the nodes. */
  private static Yaml yaml() {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_NESTING);
    options.setMaxAliasesForCollections(0);
    var dumper = new DumperOptions();
    return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options);
  }

  private @Nullable Plain keyWithoutSpace() {
    Matcher line = ONE_LINE.matcher(lines.lines().getFirst());
    if (lines.lines().stream().skip(1).anyMatch(each -> !each.isBlank())
        || !line.matches()
        || !line.group("space").isEmpty()
        || line.group("value").isBlank()
        || keys.find(line.group("key")) == null) {
      return null;
    }
    return plain(line);
  }

  private String withoutTabs() {
    var text = new StringBuilder();
    for (int i = 0; i < lines.lines().size(); i++) {
      String line = lines.lines().get(i);
      String mended = OPENING_TAB.matcher(line).replaceFirst("$1  ");
      if (!mended.equals(line)) {
        findings.warning(
            lines.source(i), "Wiersz zaczyna się tabulatorem. Proszę zamienić go na dwie spacje.");
      }
      text.append(mended).append('\n');
    }
    return text.toString();
  }

  /** The line of an anchor, an alias or a tag; null where there is none. */
  private @Nullable SourceLine special(String text) {
    for (Event event : yaml().parse(new StringReader(text))) {
      boolean tagged =
          switch (event) {
            case AliasEvent _ -> true;
            case ScalarEvent scalar -> scalar.getTag() != null && !scalar.getTag().equals("!");
            case CollectionStartEvent start -> start.getTag() != null;
            default -> false;
          };
      if (tagged || (event instanceof NodeEvent node && node.getAnchor() != null)) {
        return lines.source(event.getStartMark().getLine());
      }
    }
    return null;
  }

  private Composed special(SourceLine source) {
    findings.error(
        source,
        "Wartość zaczyna się od znaku &, * albo !, który ma tu inne znaczenie. Proszę ująć ją w"
            + " cudzysłów.");
    return new Composed(null, null);
  }

  private Composed broken(YAMLException e) {
    SourceLine source = lines.source(0);
    if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      int line = Math.min(marked.getProblemMark().getLine(), lastWithText());
      source = lines.source(Math.max(0, line));
    }
    Plain plain = readableLine();
    if (plain != null) {
      findings.warning(
          source,
          "Wartość ma znaki, które mają tu inne znaczenie, na przykład dwukropek. Bot wziął ją"
              + " tak, jak stoi; proszę ująć ją w cudzysłów: "
              + plain.key()
              + ": \"...\".");
      return new Composed(null, plain);
    }
    findings.error(source, BrokenYaml.sentence(lines, source));
    return new Composed(null, null);
  }

  /** A single line with a known key whose value does not claim to be a list or a quotation. */
  private @Nullable Plain readableLine() {
    List<String> saying = new ArrayList<>();
    lines.lines().stream().filter(line -> !line.isBlank()).forEach(saying::add);
    Matcher line = ONE_LINE.matcher(lines.lines().getFirst());
    if (saying.size() != 1
        || !line.matches()
        || keys.find(line.group("key")) == null
        || line.group("value").isBlank()
        || "\"'[{]}|>&*!".indexOf(line.group("value").charAt(0)) >= 0) {
      return null;
    }
    return plain(line);
  }

  private static Plain plain(Matcher line) {
    return new Plain(line.group("key"), line.group("value").strip());
  }

  private int lastWithText() {
    int last = lines.lines().size() - 1;
    while (last > 0 && lines.lines().get(last).isBlank()) {
      last--;
    }
    return last;
  }
}
