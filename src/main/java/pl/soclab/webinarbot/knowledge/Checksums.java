package pl.soclab.webinarbot.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The checksums of the files' content, each computed again only while it is in doubt.
 *
 * <p>File systems keep times in steps of some milliseconds, on sticks and shares of two seconds: a
 * second save within one step that changes no length ("17" to "18") shows in the content alone.
 * Once a file has been seen unchanged for longer than a step, the next save gives it another time.
 * A program may also set a time back; so every file has its content looked at now and then.
 */
final class Checksums {
  /** Longer than the longest step. */
  private static final Duration STEP = Duration.ofSeconds(3);

  /** A file server's clock that is later by more than this costs the seeing of such a save time. */
  private static final Duration OLD = Duration.ofMinutes(1);

  /** Whatever its time says, a file's content is looked at again after one to two of these. */
  private static final Duration ROUND = Duration.ofMinutes(1);

  private Map<String, Known> known = new HashMap<>();
  private Map<String, Known> seen = new HashMap<>();
  private Instant now = Instant.MIN;

  /** What changes with a file; the key, where there is one, with a file put in its place. */
  private record Stamp(long size, FileTime modified, @Nullable Object key) {}

  /**
   * A checksum.
   *
   * @param sureFrom computed from this moment on, it holds as long as the stamp does
   * @param computed when it was computed
   */
  private record Known(Stamp stamp, Instant sureFrom, Instant computed, long checksum) {}

  /** Begins to look at all files, at that moment. */
  void begin(Instant moment) {
    now = moment;
    seen = HashMap.newHashMap(known.size());
  }

  /** Ends it: files that were not asked for are gone. */
  void end() {
    known = seen;
  }

  /** The checksum of a file's content; 0 for one that is too large to be read. */
  long of(String name, Path file, BasicFileAttributes attributes) throws IOException {
    var stamp = new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    Known after = now(name, file, stamp, known.get(name));
    seen.put(name, after);
    return after.checksum();
  }

  private Known now(String name, Path file, Stamp stamp, @Nullable Known before)
      throws IOException {
    if (before == null || !before.stamp().equals(stamp)) {
      return new Known(stamp, sureFrom(stamp), now, compute(file, stamp.size()));
    }
    return isInDoubt(before) || isDue(name, before)
        ? new Known(stamp, before.sureFrom(), now, compute(file, stamp.size()))
        : before;
  }

  private Instant sureFrom(Stamp stamp) {
    boolean isOld = stamp.modified().toInstant().isBefore(now.minus(OLD));
    return isOld ? now : now.plus(STEP);
  }

  private static boolean isInDoubt(Known before) {
    return before.computed().isBefore(before.sureFrom());
  }

  /** At a moment of each file's own, so that no look at the folder reads all of it. */
  private boolean isDue(String name, Known before) {
    long own = Math.floorMod(name.hashCode(), ROUND.toMillis());
    Instant due = before.computed().plus(ROUND).plusMillis(own);
    return !now.isBefore(due) || now.isBefore(before.computed());
  }

  private static long compute(Path file, long size) throws IOException {
    if (size > FileText.MAX_BYTES) {
      return 0;
    }
    var checksum = new CRC32C();
    checksum.update(Files.readAllBytes(file));
    return checksum.getValue();
  }
}
