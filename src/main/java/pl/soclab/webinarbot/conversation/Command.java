package pl.soclab.webinarbot.conversation;

import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.IncomingMessage.Medium;
import pl.soclab.webinarbot.messaging.ChatId;

/** What a turn asks the bot to do; everything that can come from a chat is one of these. */
sealed interface Command {
  /**
   * {@code /start}.
   *
   * @param link what stood behind it in a deep link ({@link EventKey}); null for a plain start
   */
  record Start(@Nullable String link) implements Command {}

  /** {@code /pomoc}. */
  record Help() implements Command {}

  /** {@code /prywatnosc}. */
  record Privacy() implements Command {}

  /** {@code /moje_dane}: all that is kept about the chat. */
  record MyData() implements Command {}

  /** {@code /usun_dane}, which asks first. */
  record DeleteData() implements Command {}

  /**
   * A press of a button under that question.
   *
   * @param delete whether it is meant
   * @param language of the message with the button
   */
  record DeletePress(boolean delete, ReplyLanguage language) implements Command {}

  /** {@code /wydarzenia}. */
  record Events() implements Command {}

  /**
   * A command that stands for a topic: {@code /kiedy}, {@code /kalendarz}.
   *
   * @param topic its id in {@code topics.yaml}
   * @param question the command and what stood behind it as a question ("kiedy warsztaty"); null
   *     where nothing stood behind it
   */
  record Topic(String topic, @Nullable String question) implements Command {}

  /**
   * {@code /przypomnij}.
   *
   * @param question the command and what stood behind it; null where nothing stood behind it
   */
  record Remind(@Nullable String question) implements Command {}

  /** {@code /przypomnienia}. */
  record ListReminders() implements Command {}

  /** {@code /stop}. */
  record Stop() implements Command {}

  /**
   * A press of a button about reminders.
   *
   * @param language of the message with the button
   * @param eventKey the event ({@link EventKey}), where the action is about one; may be forged
   */
  record ReminderPress(ReminderAction action, ReplyLanguage language, @Nullable String eventKey)
      implements Command {}

  /**
   * {@code /zapytaj}.
   *
   * @param question what stood behind it; null for nothing
   */
  record AskPerson(@Nullable String question) implements Command {}

  /**
   * A press of a button about a question to the organisers.
   *
   * @param language of the message with the button
   * @param number of the question, or of the answer that more is asked about; 0 for none; may be
   *     forged
   */
  record HandoverPress(HandoverAction action, ReplyLanguage language, long number)
      implements Command {}

  /**
   * A command that does not exist.
   *
   * @param question its name and what stood behind it, as a question
   */
  record Unknown(String question) implements Command {}

  /** Plain words. */
  record Ask(String text) implements Command {}

  /**
   * A press of a button.
   *
   * @param topic as {@link ButtonData} spells it; may be forged
   * @param eventKey the event ({@link EventKey}); null where the button names none
   */
  record Press(String topic, @Nullable String eventKey) implements Command {}

  /** "Żadne z tych" under a question of the bot's own. */
  record NoneOfThese() implements Command {}

  /**
   * "Daj mi znać" under a question without an answer.
   *
   * @param question the number of the open question; may be forged
   */
  record Watch(long question) implements Command {}

  /** A press whose data are not ours, or those of a version long gone. */
  record StalePress() implements Command {}

  /** Text without a character to read. */
  record Blank() implements Command {}

  /** More text than a question has. */
  record TooLong() implements Command {}

  /** A sticker, a photo, a recording. */
  record Unreadable(Medium medium) implements Command {}

  /** The resident left: what was talked about is forgotten, and nothing is sent any more. */
  record Leave() implements Command {}

  /** The group goes on under another number. */
  record Move(ChatId to) implements Command {}

  /** Nothing is to be said. */
  record Silence() implements Command {}
}
