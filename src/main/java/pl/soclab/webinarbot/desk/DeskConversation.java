package pl.soclab.webinarbot.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unreadable;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/**
 * Takes from the conversation with residents what is an organiser's: their commands, their buttons,
 * and the messages that they were asked for. Everything else, and everybody else, is the residents'
 * conversation's. Safe for use by many threads, one turn of a chat at a time.
 */
public final class DeskConversation implements Conversation {
  private static final Set<String> HELP = Set.of("/start", "/pomoc", "/help");

  private final Conversation residents;
  private final Organisers organisers;
  private final List<DeskPart> parts;
  private final Map<DeskCommand.Name, DeskPart> commands = new EnumMap<>(DeskCommand.Name.class);
  private final Supplier<Knowledge> knowledge;
  private final InstantSource clock;

  /**
   * A desk over the residents' conversation.
   *
   * @param parts what organisers can do; a message is offered to each in this order
   * @param knowledge gives the newest snapshot; asked once a turn
   * @throws IllegalArgumentException where two parts take the same command
   */
  DeskConversation(
      Conversation residents,
      Organisers organisers,
      List<DeskPart> parts,
      Supplier<Knowledge> knowledge,
      InstantSource clock) {
    this.residents = residents;
    this.organisers = organisers;
    this.parts = List.copyOf(parts);
    this.knowledge = knowledge;
    this.clock = clock;
    for (DeskPart part : this.parts) {
      for (DeskCommand.Name name : part.commands()) {
        if (commands.put(name, part) != null) {
          throw new IllegalArgumentException("Two parts of the desk take " + name);
        }
      }
    }
  }

  @Override
  public List<OutgoingMessage> handle(IncomingMessage message) {
    DeskCommand command =
        message.content() instanceof Text(String text) && message.addressed()
            ? DeskCommand.parse(text)
            : null;
    boolean isPrivate = message.chatType() == ChatType.PRIVATE;
    if (isPrivate && organisers.contains(message.chat())) {
      var turn = new DeskTurn(message.chat(), knowledge.get(), clock.instant());
      return command == null ? other(turn, message) : command(turn, message, command);
    }
    return command == null ? residents.handle(message) : refuse(message, command);
  }

  private static List<OutgoingMessage> refuse(IncomingMessage message, DeskCommand command) {
    String typed = command.name().typed();
    String sentence =
        message.chatType() == ChatType.GROUP
            ? DeskPhrases.get("refused.group", typed)
            : DeskPhrases.get("refused." + typed, message.chat());
    return List.of(OutgoingMessage.text(message.chat(), sentence));
  }

  private List<OutgoingMessage> command(
      DeskTurn turn, IncomingMessage message, DeskCommand command) {
    DeskPart part = part(command.name());
    // The part itself says what becomes of what it waited for.
    return joined(leave(turn, message, part), part.command(turn, command));
  }

  private DeskPart part(DeskCommand.Name name) {
    DeskPart part = commands.get(name);
    if (part == null) {
      throw new IllegalStateException("No part of the desk takes " + name);
    }
    return part;
  }

  private List<OutgoingMessage> other(DeskTurn turn, IncomingMessage message) {
    return switch (message.content()) {
      case ButtonPress(String data) -> press(turn, message, data);
      case Text(String text) when text.strip().startsWith("/") -> residentsCommand(turn, message);
      case Text ignored -> words(turn, message);
      case IncomingMessage.Forwarded ignored -> words(turn, message);
      case IncomingMessage.Document ignored -> words(turn, message);
      case Unreadable ignored -> words(turn, message);
      case IncomingMessage.Blocked ignored -> residents.handle(message);
      case IncomingMessage.Unblocked ignored -> residents.handle(message);
      case IncomingMessage.Moved ignored -> residents.handle(message);
    };
  }

  private List<OutgoingMessage> press(DeskTurn turn, IncomingMessage message, String data) {
    for (DeskPart part : parts) {
      if (data.startsWith(part.prefix())) {
        // What another part waits for must not swallow what this one asks for now.
        return joined(leave(turn, message, part), part.press(turn, data));
      }
    }
    return joined(leave(turn, message, null), residents.handle(message));
  }

  private List<OutgoingMessage> residentsCommand(DeskTurn turn, IncomingMessage message) {
    List<OutgoingMessage> reply = joined(leave(turn, message, null), residents.handle(message));
    boolean isHelp = message.content() instanceof Text(String text) && HELP.contains(text.strip());
    return isHelp ? joined(reply, turn.say(DeskMenu.help())) : reply;
  }

  private List<OutgoingMessage> words(DeskTurn turn, IncomingMessage message) {
    for (DeskPart part : parts) {
      List<OutgoingMessage> taken = part.message(turn, message);
      if (taken != null) {
        return taken;
      }
    }
    return joined(leave(turn, message, null), residents.handle(message));
  }

  private List<OutgoingMessage> leave(
      DeskTurn turn, IncomingMessage message, @Nullable DeskPart but) {
    var told = new ArrayList<OutgoingMessage>();
    for (DeskPart part : parts) {
      if (part != but) {
        told.addAll(part.leave(turn, message));
      }
    }
    return told;
  }

  private static List<OutgoingMessage> joined(
      List<OutgoingMessage> first, List<OutgoingMessage> then) {
    var all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }
}
