package pl.soclab.webinarbot.desk;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Those whom the operator lists, and those who paired. Asked of the database each turn, so that
 * whoever was removed in one instance is no organiser in any.
 */
public record PairedOrganisers(ListedOrganisers listed, Pairings pairings) implements Organisers {
  @Override
  public boolean contains(ChatId privateChat) {
    return listed.contains(privateChat) || pairings.find(privateChat) != null;
  }

  @Override
  public List<ChatId> all() {
    return Stream.concat(
            listed.chats().stream(), pairings.all().stream().map(Pairings.Paired::chat))
        .distinct()
        .sorted(Comparator.comparingLong(ChatId::value))
        .toList();
  }
}
