package pl.soclab.webinarbot.publishing;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Puts a file on the disk, or takes it away. */
@FunctionalInterface
interface DiskWriter {
  /**
   * Makes a file hold that, whole or not at all.
   *
   * @param content null to remove it
   * @throws IOException where the disk will not; what is there then has to be looked at
   */
  void write(Path target, byte @Nullable [] content) throws IOException;
}
