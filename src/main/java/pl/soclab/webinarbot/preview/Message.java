package pl.soclab.webinarbot.preview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message in a chat.
 *
 * @param edited when it was last changed; null if never
 * @param replyTo the number of the message it answers; null for none
 * @param keyboard rows of inline buttons; empty for none
 * @param quiet whether it came without a sound ({@code disable_notification})
 */
record Message(
    long id,
    Person from,
    Instant at,
    @Nullable Instant edited,
    Body body,
    @Nullable Long replyTo,
    List<List<Key>> keyboard,
    boolean quiet) {

  /** What a message holds. */
  sealed interface Body {}

  /** Words. */
  record Words(FormattedText text) implements Body {}

  /** A file with a caption, which may be empty. */
  record Document(StoredFile file, FormattedText caption) implements Body {}

  /** A picture. */
  record Photo(StoredFile file) implements Body {}

  /** A spoken message. */
  record Voice(StoredFile file) implements Body {}

  /** A sticker, known by its emoji. */
  record Sticker(StoredFile file, String emoji) implements Body {}

  /** A point on the map, in degrees. */
  record Location(double latitude, double longitude) implements Body {}

  /** What somebody else wrote and the sender passed on. */
  record Forwarded(Body body, Origin origin) implements Body {}

  /** Telegram's own notice, e.g. that a group became a supergroup; {@code field} as in the API. */
  record Notice(String field, long value) implements Body {}

  /** Whose message was passed on (Bot API, {@code MessageOrigin}). */
  sealed interface Origin {}

  /** Somebody who lets nobody find their account. */
  record HiddenUser(String name) implements Origin {}

  /** A channel, by its title. */
  record Channel(String title) implements Origin {}

  /** An inline button: it sends {@code data} back or opens {@code url}; one of the two is null. */
  record Key(String text, @Nullable String data, @Nullable String url) {}

  /** The text or the caption. */
  FormattedText text() {
    return text(body);
  }

  private static FormattedText text(Body body) {
    return switch (body) {
      case Forwarded forwarded -> text(forwarded.body());
      case Words words -> words.text();
      case Document document -> document.caption();
      case Photo ignored -> FormattedText.EMPTY;
      case Voice ignored -> FormattedText.EMPTY;
      case Sticker ignored -> FormattedText.EMPTY;
      case Location ignored -> FormattedText.EMPTY;
      case Notice ignored -> FormattedText.EMPTY;
    };
  }

  Message changed(Instant when, Body newBody, List<List<Key>> newKeyboard) {
    return new Message(id, from, at, when, newBody, replyTo, newKeyboard, quiet);
  }
}
