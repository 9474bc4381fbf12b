package pl.soclab.webinarbot.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.questions.Trouble;

/**
 * The errors in the organisers' files. One is known by its file and its sentence: lines move while
 * somebody writes above them. Warnings and notes are not told unasked.
 */
final class FileTroubles implements TroubleKind {
  /** What findings call the folder itself. */
  private static final String FOLDER = ".";

  private static final int MOST = 10;

  private final Path folder;
  private final Supplier<List<Finding>> findings;
  private List<Finding> all = List.of();
  private Map<String, Finding> errors = Map.of();

  /**
   * Errors in a folder.
   *
   * @param findings all that is wrong with its files now
   */
  FileTroubles(Path folder, Supplier<List<Finding>> findings) {
    this.folder = folder;
    this.findings = findings;
  }

  @Override
  public Trouble.Kind kind() {
    return Trouble.Kind.FILE;
  }

  @Override
  public Map<String, String> look(List<Trouble> known) {
    all = findings.get();
    errors = new LinkedHashMap<>();
    for (Finding finding : all) {
      if (finding.severity() == Finding.Severity.ERROR) {
        errors.putIfAbsent(Digest.of(finding.source().file(), finding.sentence()), finding);
      }
    }
    var wrong = new HashMap<String, String>();
    errors.forEach((key, error) -> wrong.put(key, error.source().file()));
    if (wrong.containsValue(FOLDER)) {
      // A folder that is away mends nothing in its files.
      known.forEach(trouble -> wrong.putIfAbsent(trouble.key(), trouble.subject()));
    }
    return wrong;
  }

  @Override
  public void followed() {
    // What was told is all that has to be known of errors.
  }

  @Override
  public String begun(List<Trouble> troubles) {
    var byFile = new LinkedHashMap<String, List<Finding>>();
    troubles.stream()
        .map(trouble -> errors.get(trouble.key()))
        .filter(error -> error != null)
        .sorted(Comparator.comparing(error -> error.source().file()))
        .limit(MOST)
        .forEach(
            error ->
                byFile
                    .computeIfAbsent(error.source().file(), file -> new ArrayList<>())
                    .add(error));
    var blocks = new StringJoiner("\n\n");
    byFile.forEach((file, ofFile) -> blocks.add(block(file, ofFile)));
    if (troubles.size() > MOST) {
      blocks.add(DeskPhrases.get("trouble.files.more", troubles.size() - MOST));
    }
    return blocks.toString();
  }

  private String block(String file, List<Finding> ofFile) {
    if (file.equals(FOLDER)) {
      return DeskPhrases.get("trouble.files.folder", ofFile.getFirst().sentence());
    }
    var lines = new StringJoiner("\n");
    lines.add(
        DeskPhrases.get(ofFile.size() == 1 ? "trouble.files.error" : "trouble.files.errors", file));
    for (Finding error : ofFile) {
      lines.add(DeskPhrases.get("trouble.files.line", error.source().line(), error.sentence()));
    }
    if (keepsLastGoodVersion(file)) {
      lines.add(DeskPhrases.get("trouble.files.kept"));
    }
    return lines.toString();
  }

  /** What {@link pl.soclab.webinarbot.knowledge.KnowledgeFolder} notes on such a file. */
  private boolean keepsLastGoodVersion(String file) {
    String note = DeskPhrases.get("trouble.files.kept.note");
    return all.stream()
        .anyMatch(
            finding -> finding.source().file().equals(file) && finding.sentence().equals(note));
  }

  @Override
  public @Nullable String mended(List<Trouble> troubles) {
    var lines = new StringJoiner("\n");
    var files = new TreeSet<String>();
    troubles.forEach(trouble -> files.add(trouble.subject()));
    // A file with another error is not well yet; it will be told when it is.
    errors.values().forEach(error -> files.remove(error.source().file()));
    for (String file : files) {
      String sentence =
          file.equals(FOLDER)
              ? "trouble.files.folder.mended"
              : Files.exists(folder.resolve(file)) ? "trouble.files.mended" : "trouble.files.gone";
      lines.add(DeskPhrases.get(sentence, file));
    }
    return files.isEmpty() ? null : lines.toString();
  }
}
