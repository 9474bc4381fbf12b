package pl.soclab.webinarbot.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.publishing.VersionTable.State;

/**
 * Files on the disk, versions in the database. The version is committed first, then the file is
 * written; who writes holds a row of the database ({@code docs/decisions/012-publishing.md}).
 */
public final class FilePublisher implements Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(FilePublisher.class);

  private final Path folder;
  private final EditableFiles files;
  private final DiskWriter disk;
  private final Runnable refresh;
  private final VersionTable versions;
  private final WritersLock lock;

  /**
   * Begins with what is on the disk, and puts away what crashes left.
   *
   * @param folder the knowledge folder
   * @param database its migrations have run
   * @param refresh reads the folder, after each change
   */
  public FilePublisher(Path folder, DataSource database, Runnable refresh) {
    this(folder, database, refresh, new WholeFile());
  }

  FilePublisher(Path folder, DataSource database, Runnable refresh, DiskWriter disk) {
    this.folder = folder;
    this.files = new EditableFiles(folder);
    this.disk = disk;
    this.refresh = refresh;
    versions = new VersionTable(JdbcClient.create(database));
    lock = new WritersLock(database);
    lock.alone(
        () -> {
          removeLeftovers();
          settle();
          return true;
        });
  }

  private void removeLeftovers() {
    try {
      WholeFile.removeLeftovers(folder);
    } catch (IOException | UncheckedIOException e) {
      // They are only in the way of whoever lists the folder.
      LOG.warn("What crashes left in {} could not be removed: {}", folder, e.toString());
    }
  }

  @Override
  public Published publish(
      String file, @Nullable String before, @Nullable String content, ChatId by, Instant at) {
    byte[] bytes = content == null ? null : content.getBytes(StandardCharsets.UTF_8);
    Published published = lock.alone(() -> write(file, before, bytes, by, at));
    if (published instanceof Published.Done) {
      refresh.run();
    }
    LOG.info("Chat {} publishes {}: {}", by, file, published);
    return published;
  }

  private Published write(
      String file, @Nullable String before, byte @Nullable [] bytes, ChatId by, Instant at) {
    settle();
    byte[] former;
    Path target;
    try {
      target = files.resolve(file);
      former = FormerFile.read(target);
    } catch (IOException e) {
      return new Published.NotWritten(e.toString());
    }
    String hash = ContentHash.of(bytes);
    if (Objects.equals(ContentHash.of(former), hash)) {
      return new Published.Done(repeated(file, hash));
    }
    if (!Objects.equals(FormerFile.text(former), before)) {
      return new Published.ChangedMeanwhile();
    }
    long version = lock.committed(() -> versions.prepare(file, former, hash, by, at));
    try {
      disk.write(target, bytes);
    } catch (IOException e) {
      // A share may say no and have done it.
      return isWritten(target, hash) ? done(version, former) : notWritten(version, e);
    }
    return done(version, former);
  }

  /** The number that was given when a turn that comes again wrote it; null where it did not. */
  private @Nullable Long repeated(String file, @Nullable String hash) {
    VersionTable.Row last = versions.last(file);
    if (last == null || last.former() == null) {
      return null;
    }
    return Objects.equals(last.afterHash(), hash) ? last.id() : null;
  }

  private Published done(long version, byte @Nullable [] former) {
    end(version, State.DONE);
    return new Published.Done(former == null ? null : version);
  }

  private Published notWritten(long version, IOException reason) {
    end(version, State.VOID);
    return new Published.NotWritten(reason.toString());
  }

  private void end(long version, State state) {
    lock.committed(
        () -> {
          versions.end(version, state);
          return version;
        });
  }

  private static boolean isWritten(Path target, @Nullable String hash) {
    try {
      return Objects.equals(ContentHash.of(FormerFile.read(target)), hash);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Ends the versions of writers that died: whoever calls this holds the lock, so nobody is
   * writing. A file that holds neither what was before nor what was to be written was changed by
   * somebody since; the version is kept then, as it tells what once stood there.
   */
  private void settle() {
    for (VersionTable.Row row : versions.prepared()) {
      try {
        String hash = ContentHash.of(FormerFile.read(files.resolve(row.file())));
        boolean isFormer = Objects.equals(hash, ContentHash.of(row.former()));
        end(row.id(), isFormer ? State.VOID : State.DONE);
      } catch (IOException e) {
        LOG.warn("Whether {} was written is not known yet: {}", row.file(), e.toString());
      }
    }
  }

  @Override
  public @Nullable String current(String file) {
    try {
      return FormerFile.text(FormerFile.read(files.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  @Override
  public List<Version> versions(int limit) {
    if (!versions.prepared().isEmpty()) {
      lock.alone(
          () -> {
            settle();
            return true;
          });
    }
    return versions.newest(limit).stream().map(FilePublisher::version).toList();
  }

  @Override
  public @Nullable Version version(long id) {
    VersionTable.Row row = versions.find(id);
    return row == null ? null : version(row);
  }

  private static Version version(VersionTable.Row row) {
    return new Version(row.id(), row.file(), FormerFile.text(row.former()), row.by(), row.at());
  }
}
