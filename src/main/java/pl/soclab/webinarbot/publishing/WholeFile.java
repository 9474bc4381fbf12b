package pl.soclab.webinarbot.publishing;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file so that a crash leaves the former one or the new one, each whole: into a file
 * beside it, to the disk, then under its name in one step.
 */
final class WholeFile implements DiskWriter {
  /** The reader of the folder passes over names that begin so, or end so. */
  private static final String LEFTOVER_START = ".webinar-bot-";

  private static final String LEFTOVER_END = ".tmp";
  private static final int MAX_DEPTH = 16;

  @Override
  public void write(Path target, byte @Nullable [] content) throws IOException {
    Path folder = Objects.requireNonNull(target.getParent(), "A file has a folder");
    if (content == null) {
      Files.deleteIfExists(target);
      toDisk(folder);
      return;
    }
    createFolders(folder);
    Path beside = folder.resolve(LEFTOVER_START + UUID.randomUUID() + LEFTOVER_END);
    try {
      write(beside, target, content);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
    toDisk(folder);
  }

  private static void write(Path beside, Path target, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(beside, CREATE_NEW, WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      keepPermissions(target, beside);
      channel.force(true);
    }
  }

  /** Whoever could open the file before can open it now. */
  private static void keepPermissions(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    var former = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    var written = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (former != null && written != null) {
      written.setPermissions(former.readAttributes().permissions());
    }
  }

  private static void createFolders(Path folder) throws IOException {
    Path above = folder.getParent();
    if (Files.isDirectory(folder) || above == null) {
      return;
    }
    createFolders(above);
    Files.createDirectories(folder);
    toDisk(above);
  }

  /** A new name is on the disk when its folder is. Windows opens no folders, and needs none. */
  private static void toDisk(Path folder) throws IOException {
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }

  /** Removes what crashes left behind; only for whoever knows that nobody is writing. */
  static void removeLeftovers(Path folder) throws IOException {
    List<Path> leftovers;
    try (Stream<Path> all = Files.walk(folder, MAX_DEPTH)) {
      leftovers = all.filter(WholeFile::isLeftover).toList();
    }
    for (Path leftover : leftovers) {
      Files.deleteIfExists(leftover);
    }
  }

  private static boolean isLeftover(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(LEFTOVER_START) && name.endsWith(LEFTOVER_END);
  }
}
