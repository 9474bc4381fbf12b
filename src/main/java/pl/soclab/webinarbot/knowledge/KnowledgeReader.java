package pl.soclab.webinarbot.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a folder of the organisers' files into one snapshot, with all that is wrong with them. A
 * file that has not changed since this reader read it is not read again. Safe for use by several
 * threads.
 */
public final class KnowledgeReader {
  private final InstantSource clock;
  private final FileReadings files;

  /**
   * A reader.
   *
   * @param clock a date without a year is taken to be the nearest fitting one
   */
  public KnowledgeReader(InstantSource clock) {
    this(clock, new FileReadings());
  }

  private KnowledgeReader(InstantSource clock, FileReadings files) {
    this.clock = clock;
    this.files = files;
  }

  /** A reader by another clock that knows what this one has read. */
  public KnowledgeReader by(InstantSource other) {
    return new KnowledgeReader(other, files);
  }

  /**
   * What a folder holds.
   *
   * @param knowledge what could be read; empty where nothing could
   * @param findings in the order of files and lines
   */
  public record Reading(Knowledge knowledge, List<Finding> findings) {
    public Reading {
      findings = List.copyOf(findings);
    }

    /** The same with what others have to say about the files. */
    public Reading with(List<Finding> more) {
      var all = new ArrayList<>(findings);
      all.addAll(more);
      all.sort(
          Comparator.comparing((Finding finding) -> finding.source().file())
              .thenComparingInt(finding -> finding.source().line()));
      return new Reading(knowledge, all);
    }
  }

  /** Reads all files below a folder; never throws for what stands in them. */
  public Reading read(Path folder) {
    FolderWalk walk = FolderWalk.of(folder);
    return Snapshot.of(readFiles(walk), findings(folder, walk));
  }

  /** What each file says, in the order of their names. */
  List<FileReading> readFiles(FolderWalk walk) {
    return files.of(walk.files(), today());
  }

  /**
   * Reads some of the files again that were last read on another day: what "17.02" means changes
   * with the day.
   *
   * @return whether that was the last of them, and one of them says something else than before
   */
  boolean readAgain(FolderWalk walk) {
    return files.readAgain(walk.files(), today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), FileFields.USUAL_ZONE);
  }

  /** What is wrong with the folder itself. */
  static List<Finding> findings(Path folder, FolderWalk walk) {
    if (!walk.files().isEmpty() || !walk.findings().isEmpty()) {
      return walk.findings();
    }
    String sentence =
        Files.isDirectory(folder)
            ? "W folderze nie ma żadnego pliku. Proszę wkleić do niego ogłoszenie jako plik .txt"
                + " albo .md."
            : "Nie ma takiego folderu: " + folder + ". Proszę sprawdzić jego nazwę.";
    return List.of(new Finding(new SourceLine(".", 1), Finding.Severity.ERROR, sentence));
  }

  /** What a file of that name would say if it held that. */
  FileReading readFile(String name, byte[] content) {
    return files.read(name, content, today());
  }
}
