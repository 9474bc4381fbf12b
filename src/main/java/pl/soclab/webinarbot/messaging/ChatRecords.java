package pl.soclab.webinarbot.messaging;

import java.util.List;

/**
 * All that one place keeps about chats: shown to those whom it is about, and erased when they ask.
 * {@code docs/privacy.md} lists every place; a test compares it with the database. Each method
 * throws an unchecked exception when the store cannot be reached. Safe for use by many threads.
 */
public interface ChatRecords {
  /** What is kept about a chat and may be shown to it; empty for nothing. */
  List<ChatRecord> of(ChatId chat);

  /**
   * Erases what is kept about a chat, or makes it anonymous where it is counted. Done twice it is
   * as done once.
   */
  void erase(ChatId chat);
}
