package pl.soclab.webinarbot.preview;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A resident whom a test makes write and press. Every method returns at once; wait for the bot with
 * {@link #awaitMessages} or {@link SentLog}. Message numbers are Telegram's {@code message_id}.
 */
public final class TestResident {
  private final World world;
  private final Person person;
  private final Chat chat;

  TestResident(World world, Person person, Chat chat) {
    this.world = world;
    this.person = person;
    this.chat = chat;
  }

  Person person() {
    return person;
  }

  /** The resident's number, and that of the private chat with them. */
  public long id() {
    return person.id();
  }

  /** Opens the chat: {@code /start}, with a deep link's payload unless it is empty. */
  public long starts(String payload) {
    return writes(payload.isEmpty() ? "/start" : "/start " + payload);
  }

  /** Has written to the bot some time ago, so that it may write first; no update tells of it. */
  public TestResident hasWrittenBefore() {
    chat.becomeKnown();
    return this;
  }

  /** Writes in the private chat; the message's number. */
  public long writes(String text) {
    return says(chat, words(text), null);
  }

  /** Writes in a group; the message's number. */
  public long writesIn(TestGroup group, String text) {
    return says(group.chat(), words(text), null);
  }

  /** Answers a message of the bot where it stands; the message's number. */
  public long repliesTo(SentMessage message, String text) {
    return says(chatOf(message), words(text), message.messageId());
  }

  /** Changes an own message in the private chat. */
  public void edits(long messageId, String text) {
    Message message =
        world.monitor.read(
            () ->
                chat.message(messageId)
                    .orElseThrow(() -> new NoSuchElementException("No message " + messageId)));
    world.actions.edit(chat, message, text);
  }

  /** Sends a sticker, known by its emoji; the message's number. */
  public long sendsSticker(String emoji) {
    return says(chat, new Message.Sticker(file("sticker.webp", "image/webp"), emoji), null);
  }

  /** Sends a picture; the message's number. */
  public long sendsPhoto() {
    return says(chat, new Message.Photo(file("photo.jpg", "image/jpeg")), null);
  }

  /** Sends a spoken message; the message's number. */
  public long sendsVoice() {
    return says(chat, new Message.Voice(file("voice.ogg", "audio/ogg")), null);
  }

  /** Sends a point on the map, in degrees; the message's number. */
  public long sendsLocation(double latitude, double longitude) {
    return says(chat, new Message.Location(latitude, longitude), null);
  }

  /** Sends a file with a caption, which may be empty; the message's number. */
  public long sendsDocument(String name, String mediaType, byte[] content, String caption) {
    StoredFile file = world.files.store(name, mediaType, Bytes.of(content));
    return says(chat, new Message.Document(file, FormattedText.typed(caption)), null);
  }

  /** Sends a file of which only the name says what it is; the message's number. */
  public long sendsFile(String name, byte[] content, String caption) {
    StoredFile file = world.files.store(name, Bytes.of(content));
    return says(chat, new Message.Document(file, FormattedText.typed(caption)), null);
  }

  /** Passes on what somebody else wrote, whose account is hidden; the message's number. */
  public long forwards(String text) {
    return passesOn(words(text), new Message.HiddenUser("Ktoś z urzędu"));
  }

  /** Passes on a post of a channel; the message's number. */
  public long forwardsFrom(String channel, String text) {
    return passesOn(words(text), new Message.Channel(channel));
  }

  /** Passes on a file that somebody else sent; the message's number. */
  public long forwardsFile(String name, byte[] content, String caption) {
    StoredFile file = world.files.store(name, Bytes.of(content));
    var document = new Message.Document(file, FormattedText.typed(caption));
    return passesOn(document, new Message.HiddenUser("Ktoś z urzędu"));
  }

  private long passesOn(Message.Body body, Message.Origin origin) {
    return says(chat, new Message.Forwarded(body, origin), null);
  }

  /**
   * Presses the button with that label.
   *
   * @return the {@code callback_query_id}, for {@link SentLog#awaitCallbackAnswer}
   * @throws NoSuchElementException if the message has no such button, or it opens an address
   */
  public String presses(SentMessage message, String label) {
    String data =
        message.buttons().stream()
            .flatMap(List::stream)
            .filter(button -> button.label().equals(label))
            .map(SentMessage.SentButton::data)
            .findFirst()
            .orElse(null);
    if (data == null) {
      throw new NoSuchElementException(
          "No button \"" + label + "\" that sends data, only " + message.labels());
    }
    return pressesForged(message, data);
  }

  /** Sends any callback data, as a forged or outdated client might. */
  public String pressesForged(SentMessage message, String data) {
    Chat where = chatOf(message);
    Message current =
        world.monitor.read(
            () ->
                where
                    .message(message.messageId())
                    .orElseThrow(() -> new NoSuchElementException("It is deleted: " + message)));
    return world.actions.press(where, person, current, data);
  }

  /** Blocks the bot: sends answer 403, and the bot hears of it. */
  public void blocksBot() {
    world.actions.block(chat, person, true);
  }

  /** Lets the bot back, and the bot hears of it. */
  public void unblocksBot() {
    world.actions.block(chat, person, false);
  }

  /** What the bot wrote in the private chat, in order. */
  public List<SentMessage> received() {
    return world.log.messagesTo(chat.id());
  }

  /**
   * Waits until the private chat has that many messages of the bot.
   *
   * @throws AssertionError if the time is over before
   */
  public List<SentMessage> awaitMessages(int count, Duration atMost) {
    return world.log.awaitMessages(chat.id(), count, atMost);
  }

  private long says(Chat where, Message.Body body, @Nullable Long replyTo) {
    return world.actions.say(where, person, body, replyTo).id();
  }

  private static Message.Words words(String text) {
    return new Message.Words(FormattedText.typed(text));
  }

  private StoredFile file(String name, String mediaType) {
    return world.files.store(name, mediaType, Bytes.utf8(name));
  }

  private Chat chatOf(SentMessage message) {
    return world
        .chats
        .withId(message.chat())
        .orElseThrow(() -> new NoSuchElementException("No chat " + message.chat()));
  }
}
