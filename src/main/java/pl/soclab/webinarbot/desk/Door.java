package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.desk.Pairings.Paired;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/**
 * How somebody comes to the desk: {@code /organizator KOD} in a private chat. Without a code behind
 * it, that command is the residents'. It lets nobody in by itself: whoever has paired is found by
 * {@link PairedOrganisers}.
 */
final class Door implements Conversation {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  private final Conversation inside;
  private final Organisers organisers;
  private final Pairings pairings;
  private final Colleagues colleagues;
  private final Consumer<ChatId> menus;
  private final InstantSource clock;

  /**
   * A door before a conversation.
   *
   * @param inside whatever is no code goes there
   * @param menus told of each chat that has just become an organiser's
   */
  Door(
      Conversation inside,
      Organisers organisers,
      Pairings pairings,
      Colleagues colleagues,
      Consumer<ChatId> menus,
      InstantSource clock) {
    this.inside = inside;
    this.organisers = organisers;
    this.pairings = pairings;
    this.colleagues = colleagues;
    this.menus = menus;
    this.clock = clock;
  }

  @Override
  public List<OutgoingMessage> handle(IncomingMessage message) {
    PairingCode code =
        message.content() instanceof Text(String text) && message.addressed()
            ? PairingCode.in(text)
            : null;
    if (code == null) {
      return inside.handle(message);
    }
    Instant now = clock.instant();
    String reply =
        message.chatType() == ChatType.GROUP
            ? seenByAll(code, now)
            : knock(message.chat(), code, now);
    return List.of(OutgoingMessage.text(message.chat(), reply));
  }

  private String seenByAll(PairingCode code, Instant now) {
    pairings.spoil(code.hash(), now);
    return DeskPhrases.get("pair.group");
  }

  private String knock(ChatId chat, PairingCode code, Instant now) {
    boolean isListed = pairings.find(chat) == null && organisers.contains(chat);
    if (isListed) {
      return DeskPhrases.get("pair.already");
    }
    return switch (pairings.redeem(chat, code.hash(), now)) {
      case PAIRED -> welcome(chat, now);
      case ALREADY -> DeskPhrases.get("pair.already");
      case PAUSED -> DeskPhrases.get("pair.paused");
      case WRONG -> {
        LOG.info("Somebody wrote a wrong code of organisers");
        yield DeskPhrases.get("pair.wrong");
      }
    };
  }

  private String welcome(ChatId chat, Instant now) {
    Paired organiser = pairings.find(chat);
    if (organiser == null) {
      // Removed again in the same moment.
      return DeskPhrases.get("pair.wrong");
    }
    ChatId by = organiser.by();
    LOG.info("Chat {} is an organiser's now, by the code of {}", chat, by == null ? "the log" : by);
    String how =
        by == null
            ? DeskPhrases.get("report.paired.start")
            : DeskPhrases.get("report.paired.by", by);
    colleagues.tellAllBut(
        Set.of(chat),
        "paired " + chat + " " + organiser.since(),
        DeskPhrases.get("report.paired", chat, how),
        now);
    menus.accept(chat);
    return DeskPhrases.get("pair.done") + "\n\n" + DeskMenu.help();
  }
}
