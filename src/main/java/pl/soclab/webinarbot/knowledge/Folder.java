package pl.soclab.webinarbot.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.soclab.webinarbot.knowledge.Finding.Severity;

/** The files of the knowledge folder, in the order of their names. */
final class Folder {
  private static final int DEEPEST = 12;

  /** What editors and operating systems leave beside a file. */
  private static final Pattern LEFTOVER =
      Pattern.compile(".*(~|\\.bak|\\.tmp|\\.swp|\\.swx|\\.orig|\\.part|\\.crdownload)$");

  private Folder() {}

  /** The readable files by their names relative to the folder. */
  static Map<String, Path> files(Path folder, List<Finding> findings) {
    var files = new TreeMap<String, Path>();
    // Links to folders are not followed: one that points at its own parent would never end.
    try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
      walk.filter(Files::isRegularFile).forEach(path -> add(folder, path, files, findings));
    } catch (IOException | UncheckedIOException e) {
      findings.add(
          new Finding(
              new SourceLine(".", 1),
              Severity.ERROR,
              "Nie da się odczytać folderu „"
                  + folder
                  + "”. Proszę sprawdzić, czy istnieje i czy program ma do niego dostęp."));
    }
    return files;
  }

  private static void add(Path folder, Path path, Map<String, Path> files, List<Finding> findings) {
    Path relative = folder.relativize(path);
    String name = relative.toString().replace('\\', '/');
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return;
      }
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (LEFTOVER.matcher(lower).matches()) {
      return;
    }
    boolean isQuestions = lower.startsWith("pytania/") && lower.endsWith(".jsonl");
    if (lower.endsWith(".md") || lower.endsWith(".txt") || isQuestions) {
      files.put(name, path);
    } else {
      findings.add(
          new Finding(
              new SourceLine(name, 1),
              Severity.WARNING,
              "Tego pliku nie czytam. Proszę zapisać tekst jako .txt albo .md, a inne pliki trzymać poza tym folderem."));
    }
  }
}
