package pl.soclab.webinarbot.knowledge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What each file said when it was last read; only what has changed is read again. */
final class FileReadings {
  /**
   * A tenth of a second's work: a save shall not wait for thousands of files to be read again,
   * because midnight has passed.
   */
  private static final int AT_ONCE = 50;

  private final FileReader reader = new FileReader();
  private Map<String, Read> read = new HashMap<>();

  /** Whether a file that was read again has said something else since the last snapshot. */
  private boolean changedWithTheDay;

  /**
   * A reading of a file.
   *
   * @param file as it was
   * @param day the day by which its dates were understood
   */
  private record Read(FolderWalk.FoundFile file, LocalDate day, FileReading reading) {}

  /** What a file of that name would say if it held that; nothing is kept of it. */
  FileReading read(String name, byte[] content, LocalDate today) {
    return reader.read(name, content, today);
  }

  /** What some files say, in their order; of an unchanged file the very reading that it had. */
  synchronized List<FileReading> of(List<FolderWalk.FoundFile> files, LocalDate today) {
    List<Read> all =
        files.parallelStream()
            .map(
                file -> {
                  Read before = read.get(file.name());
                  return before != null && before.file().equals(file)
                      ? before
                      : new Read(file, today, reader.read(file, today));
                })
            .toList();
    Map<String, Read> next = HashMap.newHashMap(all.size());
    all.forEach(each -> next.put(each.file().name(), each));
    read = next;
    return all.stream().map(Read::reading).toList();
  }

  /**
   * Reads some of those files again that were read on another day.
   *
   * @return whether none is left, and one of all those says something else than before
   */
  synchronized boolean readAgain(List<FolderWalk.FoundFile> files, LocalDate today) {
    List<Read> old =
        files.stream()
            .map(file -> read.get(file.name()))
            .filter(Objects::nonNull)
            .filter(before -> !before.day().equals(today))
            .toList();
    for (Read before : old.subList(0, Math.min(AT_ONCE, old.size()))) {
      FileReading now = reader.read(before.file(), today);
      boolean isSame = now.equals(before.reading());
      changedWithTheDay |= !isSame;
      read.put(
          before.file().name(), new Read(before.file(), today, isSame ? before.reading() : now));
    }
    boolean isDone = !old.isEmpty() && old.size() <= AT_ONCE && changedWithTheDay;
    changedWithTheDay &= !isDone;
    return isDone;
  }
}
