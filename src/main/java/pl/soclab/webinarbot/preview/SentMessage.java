package pl.soclab.webinarbot.preview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the bot as it arrived in a chat. For tests.
 *
 * @param chat the chat's id
 * @param messageId its number in that chat
 * @param at when it arrived, by the preview's clock
 * @param text the text or caption without markup; empty for a file without a caption
 * @param entities its formatting, and what Telegram found in it
 * @param buttons rows of inline buttons; empty for none
 * @param file the file that came with it; null for none
 * @param replyTo the number of the message it answers; null for none
 * @param edited whether it was changed after it had arrived
 * @param deleted whether it is gone again
 * @param quiet whether it came without a sound
 */
public record SentMessage(
    long chat,
    long messageId,
    Instant at,
    String text,
    List<Entity> entities,
    List<List<SentButton>> buttons,
    @Nullable SentFile file,
    @Nullable Long replyTo,
    boolean edited,
    boolean deleted,
    boolean quiet) {

  /**
   * An inline button: one of {@code data} and {@code url} is null.
   *
   * @param label what it says
   * @param data its callback data
   * @param url the address it opens
   */
  public record SentButton(String label, @Nullable String data, @Nullable String url) {}

  /** A file: its name, media type and bytes. */
  public record SentFile(String fileName, String mediaType, Bytes content) {}

  static SentMessage of(Chat chat, Message message, boolean deleted) {
    SentFile file =
        message.body() instanceof Message.Document(StoredFile stored, FormattedText ignored)
            ? new SentFile(stored.name(), stored.mediaType(), stored.content())
            : null;
    return new SentMessage(
        chat.id(),
        message.id(),
        message.at(),
        message.text().text(),
        message.text().entities(),
        message.keyboard().stream()
            .map(row -> row.stream().map(SentMessage::button).toList())
            .toList(),
        file,
        message.replyTo(),
        message.edited() != null,
        deleted,
        message.quiet());
  }

  private static SentButton button(Message.Key key) {
    return new SentButton(key.text(), key.data(), key.url());
  }

  /** The labels of all buttons, row by row. */
  public List<String> labels() {
    return buttons.stream().flatMap(List::stream).map(SentButton::label).toList();
  }

  /** The words in one style, e.g. {@code code}, in order. */
  public List<String> wordsIn(String entityType) {
    return entities.stream()
        .filter(entity -> entity.type().equals(entityType))
        .map(entity -> text.substring(entity.offset(), entity.offset() + entity.length()))
        .toList();
  }
}
