package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Organisers who paired with a code, and the codes: known to all instances, of each code a hash
 * alone. Each method throws an unchecked exception when the store cannot be reached. Safe for use
 * by many threads and many instances.
 */
public interface Pairings {
  /** How long a code can be used. */
  Duration CODE_LIFE = Duration.ofMinutes(15);

  /** So many wrong codes of one chat within {@link #PAUSE}, and no other is looked at. */
  int WRONG_OF_A_CHAT = 5;

  /** See {@link #WRONG_OF_A_CHAT}. */
  Duration PAUSE = Duration.ofHours(1);

  /** So many wrong codes of all chats since a code was issued end it. */
  int WRONG_OF_ALL = 50;

  /**
   * An organiser who paired.
   *
   * @param by whose code it was; null for that which the program printed at its start
   */
  record Paired(ChatId chat, Instant since, @Nullable ChatId by) {}

  /** What came of a code that somebody wrote. */
  enum Redeemed {
    /** The chat is an organiser's now, by that very code. */
    PAIRED,
    /** The chat was an organiser's before; the code can still be used. */
    ALREADY,
    /** There is no such code, or it is used, or its time is over. */
    WRONG,
    /** Too many wrong codes came from the chat; this one was not looked at. */
    PAUSED
  }

  /**
   * A new code may be used from now on, once.
   *
   * @param hash {@link PairingCode#hash}
   * @param by the organiser who asked for it; null for the program itself
   */
  void issue(String hash, @Nullable ChatId by, Instant now);

  /** Uses a code; of several who write it at once one succeeds. The same turn may come again. */
  Redeemed redeem(ChatId chat, String hash, Instant now);

  /** Others have seen that code: it ends, if there is one. */
  void spoil(String hash, Instant now);

  /** The organiser of that chat; null where it did not pair, or was removed. */
  @Nullable Paired find(ChatId chat);

  /** All who paired, the first one first. */
  List<Paired> all();

  /** Removes an organiser and ends the codes that he gave out; returns whether he was one. */
  boolean remove(ChatId chat, Instant now);

  /** Forgets the wrong codes that count no longer, and the codes that ended a day ago. */
  void forget(Instant now);
}
