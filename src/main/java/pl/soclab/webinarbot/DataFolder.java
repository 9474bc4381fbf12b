package pl.soclab.webinarbot;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the database file is: who subscribed, and what residents wrote to organisers. */
final class DataFolder {
  private DataFolder() {}

  /**
   * Creates the folder where it is missing, for this program's user alone; one that is there keeps
   * the permissions that somebody gave it.
   *
   * @throws WrongSetting where the disk will not
   */
  static void create(Path folder) {
    try {
      Files.createDirectories(folder, ownerAlone());
    } catch (IOException e) {
      throw new WrongSetting(
          "DATA_DIR",
          "nie da się utworzyć folderu „" + folder + "”.",
          "Proszę podać folder, w którym program może pisać.");
    }
  }

  private static FileAttribute<?>[] ownerAlone() {
    boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return isPosix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
