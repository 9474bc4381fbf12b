package pl.soclab.webinarbot;

import java.nio.file.Path;
import java.time.InstantSource;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;

/** A watched folder and the answerer over it, put together as {@code serve} does. */
public final class ServedKnowledge implements AutoCloseable {
  private final KnowledgeFolder watched;
  private final CurrentAnswerer answerers;

  /** Reads a folder, and watches it from now on. */
  public ServedKnowledge(Path folder, InstantSource clock) {
    var reader = new KnowledgeReader(clock);
    answerers = new CurrentAnswerer(reader.read(folder).knowledge(), InstantSource.system());
    watched = new KnowledgeFolder(folder, reader.by(clock), InstantSource.system());
    answerers.replace(watched.current().knowledge());
    watched.onChange(reading -> answerers.replace(reading.knowledge()));
    watched.start();
  }

  /** The answerer of this moment. */
  public Answerer answerer() {
    return answerers.get();
  }

  @Override
  public void close() {
    watched.close();
  }
}
