package pl.soclab.webinarbot.cli;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Puts a backup in the place of the database. The former file is kept beside it. The bot then knows
 * that it goes on from a backup.
 */
@Command(
    name = "restore",
    description =
        "Przywraca bazę danych z kopii zapasowej. Bota trzeba najpierw zatrzymać. Czego dotąd nie"
            + " wysłano według kopii, tego bot nie wyśle, tylko zapyta organizatorów.")
final class RestoreCommand implements Callable<Integer> {
  private static final String DATABASE = "webinar-bot.mv.db";

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "${env:DATA_DIR:-data}",
      description = "Folder danych; także zmienna DATA_DIR (domyślnie: data).")
  private Path data = Path.of("data");

  @Option(
      names = "--from",
      paramLabel = "PLIK.zip",
      description = "Z której kopii; bez tej opcji z najnowszej całej w folderze kopie.")
  private @Nullable Path from;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CannotGoOn {
    try {
      Path backup = backup();
      Path database = data.resolve(DATABASE);
      Path former = replace(backup, database);
      Console.out(spec)
          .println(
              "Przywrócono bazę danych z kopii %s.%s Po uruchomieniu bot powie organizatorom, czego nie wyśle."
                  .formatted(
                      backup.getFileName(),
                      former == null
                          ? ""
                          : " Dotychczasowy plik to " + former.getFileName() + "."));
      return 0;
    } catch (IOException e) {
      throw new CannotGoOn(
          "Nie da się przywrócić kopii w folderze „"
              + data
              + "” ("
              + e.getClass().getSimpleName()
              + "). Proszę sprawdzić, czy program może w nim pisać i czy na dysku jest miejsce.");
    }
  }

  private Path backup() throws CannotGoOn, IOException {
    if (from != null) {
      if (Files.isRegularFile(from) && BackupFiles.isWhole(from)) {
        return from;
      }
      throw new CannotGoOn(
          "„" + from + "” nie jest całą kopią bazy. Proszę podać inny plik z folderu kopie.");
    }
    for (Path file : BackupFiles.newestFirst(data.resolve(BackupFiles.FOLDER))) {
      if (BackupFiles.isWhole(file)) {
        return file;
      }
    }
    throw new CannotGoOn(
        "W folderze „"
            + data.resolve(BackupFiles.FOLDER)
            + "” nie ma całej kopii. Proszę podać ją opcją --from albo folder danych opcją --data.");
  }

  private @Nullable Path replace(Path backup, Path database) throws CannotGoOn, IOException {
    Path unfinished = database.resolveSibling(DATABASE + ".tmp");
    Path former = database.resolveSibling(DATABASE + ".przed-" + Instant.now().getEpochSecond());
    try (FileChannel target =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      BackupFiles.extract(backup, Channels.newOutputStream(target));
      target.force(true);
    }
    boolean isThere = Files.exists(database);
    if (isThere) {
      requireUnused(database);
      // A second name for it: at no moment is there neither of the two.
      Files.copy(database, former);
    }
    // First: a crash behind it makes the bot careful with the former file, which harms nobody.
    Files.deleteIfExists(database.resolveSibling(BackupFiles.MARK));
    Files.move(
        unfinished, database, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return isThere ? former : null;
  }

  /** The database locks its file for as long as the bot runs. */
  private static void requireUnused(Path database) throws CannotGoOn, IOException {
    try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // It is this very process that has it open, as in a test.
    }
    throw new CannotGoOn("Bot działa na tych danych. Proszę go najpierw zatrzymać.");
  }
}
