package pl.soclab.webinarbot.desk;

import java.util.List;
import pl.soclab.webinarbot.messaging.ChatId;

/** Who may write to all who subscribed. Asked anew each turn, so that the list may change. */
public interface Organisers {
  /**
   * Whether that chat is an organiser's.
   *
   * @param privateChat has the number of the person it is with (Bot API, type {@code Chat})
   */
  boolean contains(ChatId privateChat);

  /** The private chats of all of them; empty where there is none. */
  List<ChatId> all();
}
