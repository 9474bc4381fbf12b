package pl.soclab.webinarbot.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Organisers as the operator lists them.
 *
 * @param chats their private chats, which have their Telegram user ids
 */
public record ListedOrganisers(Set<ChatId> chats) implements Organisers {
  public ListedOrganisers {
    chats = Set.copyOf(chats);
  }

  @Override
  public boolean contains(ChatId privateChat) {
    return chats.contains(privateChat);
  }

  @Override
  public List<ChatId> all() {
    return chats.stream().sorted(Comparator.comparingLong(ChatId::value)).toList();
  }
}
