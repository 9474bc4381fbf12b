package pl.soclab.webinarbot.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;

/**
 * The organisers' folder as a command finds it.
 *
 * @param path the folder
 * @param knowledge what could be read
 * @param findings in the order of files and lines
 * @param clock started where {@code --now} says, in the zone of the event nearest to it
 * @param reader has read the files, and knows what they say as long as they do not change
 */
public record OpenedFolder(
    Path path,
    Knowledge knowledge,
    List<Finding> findings,
    InstantSource clock,
    KnowledgeReader reader) {

  /** The same with a reader that has read nothing yet. */
  public OpenedFolder(Path path, Knowledge knowledge, List<Finding> findings, InstantSource clock) {
    this(path, knowledge, findings, clock, new KnowledgeReader(clock));
  }

  /**
   * Reads the folder that the options name.
   *
   * @throws CannotGoOn if there is no such folder
   */
  public static OpenedFolder open(CommonOptions options) throws CannotGoOn {
    Path folder = options.knowledge();
    if (!Files.isDirectory(folder)) {
      throw new CannotGoOn(
          "Nie ma folderu „"
              + folder
              + "”. Proszę podać folder z plikami organizatorów: --knowledge FOLDER albo zmienna"
              + " KNOWLEDGE_DIR.");
    }
    Answerer.prepare();
    OpenedFolder opened = open(folder, options.now(), SetClock.DEFAULT_ZONE);
    ZoneId zone = SetClock.zoneOf(opened.knowledge().events(), opened.clock().instant());
    // The zone of --now is the event's, which is only known once the files are read.
    return options.now() == null || zone.equals(SetClock.DEFAULT_ZONE)
        ? opened
        : open(folder, options.now(), zone);
  }

  private static OpenedFolder open(Path folder, @Nullable LocalDateTime now, ZoneId zone) {
    InstantSource clock = SetClock.startingAt(now, zone);
    var reader = new KnowledgeReader(clock);
    KnowledgeReader.Reading reading = reader.read(folder);
    return new OpenedFolder(folder, reading.knowledge(), reading.findings(), clock, reader);
  }

  /**
   * The same, if there is something to answer from.
   *
   * @throws CannotGoOn if no file could be read
   */
  OpenedFolder notEmpty() throws CannotGoOn {
    if (knowledge.isEmpty()) {
      throw new CannotGoOn(
          "W folderze „"
              + path
              + "” nie ma żadnego tekstu, z którego można odpowiadać. Proszę dodać plik .md lub .txt"
              + " z ogłoszeniem.");
    }
    return this;
  }

  /** The files as the reader of the folder tells of them. */
  public KnowledgeReader.Reading reading() {
    return new KnowledgeReader.Reading(knowledge, findings);
  }

  /** How many findings are errors. */
  long errors() {
    return findings.stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .count();
  }
}
