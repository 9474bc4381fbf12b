package pl.soclab.webinarbot.telegram;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pl.soclab.webinarbot.conversation.Flood;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/** Knows {@code /stop} and nothing else, and is patient with whom the test says. */
final class FakeFlood implements Flood {
  static final String NOTICE = "Za dużo naraz";

  private final Set<ChatId> patientWith = ConcurrentHashMap.newKeySet();

  FakeFlood patientWith(long chat) {
    patientWith.add(new ChatId(chat));
    return this;
  }

  @Override
  public boolean endsMessages(IncomingMessage message) {
    return message.content().equals(new IncomingMessage.Text("/stop"));
  }

  @Override
  public boolean isPatientWith(ChatId privateChat) {
    return patientWith.contains(privateChat);
  }

  @Override
  public List<OutgoingMessage> notice(IncomingMessage message) {
    return List.of(OutgoingMessage.text(message.chat(), NOTICE));
  }
}
