package pl.soclab.webinarbot.publishing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Changes files of the knowledge folder and keeps what they held before. A crash at any moment
 * leaves the former file or the new one, never a part, and the former one among the versions. Safe
 * for use by many threads and by several instances over one database and one folder. Each method
 * throws an unchecked exception when the database cannot be reached.
 */
public interface Publisher {
  /**
   * Writes a whole file. When the method returns {@link Published.Done}, what it says is answered
   * from.
   *
   * @param file relative to the knowledge folder, {@code odpowiedzi/z-rozmow.md}; made by this
   *     program, never taken from outside. Folders are made where they are missing.
   * @param before what the file holds as the organiser knows it; null for a file that does not
   *     exist. Where it holds something else by now nothing is written.
   * @param content all that it is to hold; null removes the file
   * @param by the organiser's chat
   */
  Published publish(
      String file, @Nullable String before, @Nullable String content, ChatId by, Instant at);

  /** What came of it. */
  sealed interface Published {
    /**
     * It is written.
     *
     * @param version the number of what the file held before; null where there was no file
     */
    record Done(@Nullable Long version) implements Published {}

    /** Somebody changed the file meanwhile; nothing was written. */
    record ChangedMeanwhile() implements Published {}

    /**
     * The disk would not take it; nothing was written.
     *
     * @param reason for the log
     */
    record NotWritten(String reason) implements Published {}
  }

  /** What a file holds now, read from the disk; null where there is none. */
  @Nullable String current(String file);

  /**
   * What a file held before a change.
   *
   * @param content null where the file did not exist
   * @param by who changed it
   * @param at when it was changed
   */
  record Version(long id, String file, @Nullable String content, ChatId by, Instant at) {}

  /** The newest versions of all files, newest first. */
  List<Version> versions(int limit);

  /** One version; null where there is none. */
  @Nullable Version version(long id);
}
