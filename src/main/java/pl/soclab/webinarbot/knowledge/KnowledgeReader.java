package pl.soclab.webinarbot.knowledge;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Reads a folder of the organisers' files into one snapshot, with all that is wrong with them. */
public final class KnowledgeReader {
  @SuppressWarnings("UnusedVariable") // until dates without a year are read
  private final InstantSource clock;

  /**
   * A reader.
   *
   * @param clock a date without a year is taken to be the nearest fitting one
   */
  public KnowledgeReader(InstantSource clock) {
    this.clock = clock;
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
  }

  /** Reads all files below a folder; never throws for what stands in them. */
  public Reading read(Path folder) {
    return new Reading(Knowledge.empty(), List.of());
  }
}
