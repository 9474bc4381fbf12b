package pl.soclab.webinarbot;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of a few megabytes; the test is skipped where it cannot be mounted. */
final class SmallDisk implements AutoCloseable {
  private static final int MEBIBYTE = 1024 * 1024;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one over an empty folder. */
  static SmallDisk over(Path folder, int mebibytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString()),
        "A file system can be mounted by root alone, on Linux");
    return new SmallDisk(folder);
  }

  /** Writes until nothing more fits. */
  void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(filler())) {
      for (int size = MEBIBYTE; size > 0; size /= 2) {
        writeUntilFull(out, new byte[size]);
      }
    }
  }

  private static void writeUntilFull(OutputStream out, byte[] block) {
    try {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      // Full.
    }
  }

  /** There is room again. */
  void empty() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  /** Nothing can be written any more; only while no file is open for writing. */
  void makeReadOnly() throws IOException, InterruptedException {
    assumeTrue(run("mount", "-o", "remount,ro", folder.toString()), "It can be made read-only");
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
    try {
      return process.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      // Lazily: a database that panicked may still hold its file.
      boolean _ = run("umount", "--lazy", folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("The small disk cannot be taken away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
