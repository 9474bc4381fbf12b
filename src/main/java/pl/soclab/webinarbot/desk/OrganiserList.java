package pl.soclab.webinarbot.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.desk.OrganiserPress.Action;
import pl.soclab.webinarbot.desk.Pairings.Paired;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/** {@code /organizatorzy_bota}: who is an organiser, how another comes, how one goes. */
final class OrganiserList implements DeskPart {
  /** Telegram shows at most a hundred buttons; more organisers than these are a town. */
  private static final int MOST_BUTTONS = 40;

  private final PairedOrganisers organisers;
  private final Inviting inviting;
  private final Removal removal;

  OrganiserList(PairedOrganisers organisers, Inviting inviting, Removal removal) {
    this.organisers = organisers;
    this.inviting = inviting;
    this.removal = removal;
  }

  @Override
  public Set<DeskCommand.Name> commands() {
    return Set.of(DeskCommand.Name.ORGANIZATORZY_BOTA);
  }

  @Override
  public List<OutgoingMessage> command(DeskTurn turn, DeskCommand command) {
    var lines = new StringJoiner("\n");
    lines.add(DeskPhrases.get("organisers.head"));
    var buttons = new ArrayList<Button>();
    buttons.add(
        OrganiserPress.button(
            DeskPhrases.get("button.invite"), Action.INVITE, OrganiserPress.NOBODY, ""));
    for (ChatId chat : organisers.listed().all()) {
      lines.add(line(turn, chat, DeskPhrases.get("organisers.listed")));
    }
    for (Paired paired : removable()) {
      lines.add(line(turn, paired.chat(), since(turn, paired)));
      if (buttons.size() < MOST_BUTTONS) {
        buttons.add(removeButton(turn, paired.chat()));
      }
    }
    return turn.say(lines.toString(), buttons);
  }

  private List<Paired> removable() {
    return organisers.pairings().all().stream()
        .filter(paired -> !organisers.listed().contains(paired.chat()))
        .toList();
  }

  private static String line(DeskTurn turn, ChatId chat, String how) {
    String which = chat.equals(turn.chat()) ? " " + DeskPhrases.get("organisers.this") : "";
    return DeskPhrases.get("organisers.line", chat, which, how);
  }

  private static String since(DeskTurn turn, Paired paired) {
    String when = StatusWriter.moment(paired.since(), Audiences.zone(null, turn.knowledge()));
    ChatId by = paired.by();
    return by == null
        ? DeskPhrases.get("organisers.paired.start", when)
        : DeskPhrases.get("organisers.paired", when, by);
  }

  private static Button removeButton(DeskTurn turn, ChatId chat) {
    String label =
        chat.equals(turn.chat())
            ? DeskPhrases.get("button.leave")
            : DeskPhrases.get("button.remove", chat);
    return OrganiserPress.button(label, Action.ASK, chat, "");
  }

  @Override
  public String prefix() {
    return OrganiserPress.PREFIX;
  }

  @Override
  public List<OutgoingMessage> press(DeskTurn turn, String data) {
    OrganiserPress press = OrganiserPress.parse(data);
    if (press == null) {
      return turn.say(DeskPhrases.get("organisers.stale"));
    }
    ChatId chat = press.chat();
    return switch (press.action()) {
      case INVITE -> inviting.invite(turn);
      case ASK -> isRemovable(chat) ? ask(turn, chat, "") : gone(turn, chat);
      case REMOVE -> isRemovable(chat) ? remove(turn, press, isLast(chat)) : gone(turn, chat);
      case REMOVE_LAST -> isRemovable(chat) ? remove(turn, press, false) : gone(turn, chat);
      case KEEP -> turn.say(DeskPhrases.get("remove.kept"));
    };
  }

  private boolean isRemovable(ChatId chat) {
    return removable().stream().anyMatch(paired -> paired.chat().equals(chat));
  }

  private boolean isLast(ChatId chat) {
    return organisers.all().equals(List.of(chat));
  }

  private static List<OutgoingMessage> gone(DeskTurn turn, ChatId chat) {
    return turn.say(DeskPhrases.get("remove.gone", chat));
  }

  private static List<OutgoingMessage> ask(DeskTurn turn, ChatId chat, String before) {
    String question =
        chat.equals(turn.chat()) ? DeskPhrases.get("remove.self") : DeskPhrases.get("remove", chat);
    return confirm(turn, chat, before + question, "button.remove.yes", Action.REMOVE);
  }

  private static List<OutgoingMessage> confirm(
      DeskTurn turn, ChatId chat, String question, String yes, Action action) {
    return turn.say(
        question,
        List.of(
            OrganiserPress.button(DeskPhrases.get(yes), action, chat, Fresh.at(turn.now())),
            OrganiserPress.button(DeskPhrases.get("button.remove.no"), Action.KEEP, chat, "")));
  }

  private List<OutgoingMessage> remove(DeskTurn turn, OrganiserPress press, boolean askAgain) {
    ChatId chat = press.chat();
    if (!Fresh.is(press.asked(), turn.now())) {
      return ask(turn, chat, DeskPhrases.get("remove.stale") + "\n\n");
    }
    if (askAgain) {
      String question = DeskPhrases.get("remove.last");
      return confirm(turn, chat, question, "button.remove.last", Action.REMOVE_LAST);
    }
    removal.remove(chat, turn);
    return turn.say(
        chat.equals(turn.chat())
            ? DeskPhrases.get("remove.done.self")
            : DeskPhrases.get("remove.done", chat));
  }

  @Override
  public @Nullable List<OutgoingMessage> message(DeskTurn turn, IncomingMessage message) {
    return null;
  }

  @Override
  public List<OutgoingMessage> leave(DeskTurn turn, IncomingMessage to) {
    return List.of();
  }
}
