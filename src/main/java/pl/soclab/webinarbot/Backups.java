package pl.soclab.webinarbot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.cli.BackupFiles;

/**
 * Backups of the database file, made while it is in use. A copy of the file itself may be torn; one
 * of these is whole: it is written under another name, read to its end, and only then renamed. All
 * of the last day are kept, and the newest of each of the last seven days.
 */
final class Backups {
  private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'webinar-bot-'yyyy-MM-dd'T'HHmmss'Z.zip'")
          .withZone(ZoneOffset.UTC);

  private static final Duration ALL_OF = Duration.ofDays(1);
  private static final int DAYS = 7;

  private final JdbcClient jdbc;
  private final Path folder;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Wires it; nothing is written before {@link #make}.
   *
   * @param folder where they go; made when it is needed
   */
  Backups(DataSource database, Path folder, InstantSource clock) {
    jdbc = JdbcClient.create(database);
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Makes one now, and removes those that are too old.
   *
   * @return the file, whole and on the disk
   * @throws UncheckedIOException if the disk does not take it; the former ones are left alone
   */
  Path make() {
    lock.lock();
    Instant now = clock.instant();
    Path whole = folder.resolve(NAME.format(now));
    Path unfinished = folder.resolve(whole.getFileName() + ".tmp");
    try {
      Files.createDirectories(folder);
      jdbc.sql("BACKUP TO '" + unfinished.toString().replace("'", "''") + "'").update();
      if (!BackupFiles.isWhole(unfinished)) {
        throw new IOException("The backup cannot be read back");
      }
      toDisk(unfinished);
      Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
      removeOld(now);
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException("No backup could be made in " + folder, e);
    } finally {
      deleteQuietly(unfinished);
      lock.unlock();
    }
  }

  private static void toDisk(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("An unfinished backup is left over: {}", file);
    }
  }

  private void removeOld(Instant now) throws IOException {
    Set<LocalDate> days = new HashSet<>();
    for (Path file : BackupFiles.newestFirst(folder)) {
      Instant made = madeAt(file);
      if (made == null) {
        continue;
      }
      LocalDate day = LocalDate.ofInstant(made, ZoneOffset.UTC);
      boolean isOfToday = !made.isBefore(now.minus(ALL_OF));
      boolean isNewestOfItsDay = days.add(day) && !made.isBefore(now.minus(Duration.ofDays(DAYS)));
      if (!isOfToday && !isNewestOfItsDay) {
        Files.delete(file);
      }
    }
  }

  /** By its name; null for a file that somebody else put there. */
  private static @Nullable Instant madeAt(Path file) {
    try {
      return Instant.from(NAME.parse(file.getFileName().toString()));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** When the newest was made; null for none yet. */
  @Nullable Instant newest() {
    try {
      List<Path> files = BackupFiles.newestFirst(folder);
      return files.isEmpty() ? null : madeAt(files.getFirst());
    } catch (IOException e) {
      return null;
    }
  }
}
