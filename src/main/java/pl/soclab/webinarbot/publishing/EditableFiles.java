package pl.soclab.webinarbot.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which files of the knowledge folder may be changed through the bot, and where they are. A name is
 * looked at twice: as it is spelt, and as the disk resolves it.
 */
public final class EditableFiles {
  /** No name that begins with a dot, which leaves out {@code ..} too. */
  private static final Pattern NAME = Pattern.compile("[^./\\\\\\p{Cntrl}:][^/\\\\\\p{Cntrl}:]*");

  private static final List<String> ENDINGS = List.of(".md", ".txt");
  private static final int LONGEST = 500;

  private final Path folder;

  EditableFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Whether a file may be changed, by its name alone.
   *
   * @param file relative to the knowledge folder, with {@code /} between names
   */
  public static boolean isEditable(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    if (file.length() > LONGEST || ENDINGS.stream().noneMatch(lower::endsWith)) {
      return false;
    }
    for (String name : file.split("/", -1)) {
      if (!NAME.matcher(name).matches()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where a file is, or will be.
   *
   * @throws IllegalArgumentException for a name that this program does not make
   * @throws IOException where the disk leads elsewhere by that name, or cannot be read
   */
  Path resolve(String file) throws IOException {
    if (!isEditable(file)) {
      throw new IllegalArgumentException("Not a file to be changed through the bot: " + file);
    }
    Path root = folder.toRealPath();
    Path path = root.resolve(file).normalize();
    if (!path.startsWith(root) || path.equals(root)) {
      throw new IllegalArgumentException("Outside of the knowledge folder: " + file);
    }
    Path parent = nearestFolder(path);
    if (parent == null || !parent.toRealPath().startsWith(root)) {
      throw new IOException(file + " leads out of the knowledge folder");
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is a link or a folder, not a file");
    }
    return path;
  }

  /** The nearest of the folders above that exists. */
  private static @Nullable Path nearestFolder(Path path) {
    Path parent = path.getParent();
    while (parent != null && !Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
      parent = parent.getParent();
    }
    return parent;
  }
}
