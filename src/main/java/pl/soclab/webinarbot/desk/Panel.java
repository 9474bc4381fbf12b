package pl.soclab.webinarbot.desk;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/** How things stand, on one screen: {@code /panel}. It changes nothing and waits for nothing. */
final class Panel implements DeskPart {
  private static final String PREFIX = "panel:";

  private final PanelWriter writer;

  Panel(PanelWriter writer) {
    this.writer = writer;
  }

  @Override
  public Set<DeskCommand.Name> commands() {
    return Set.of(DeskCommand.Name.PANEL);
  }

  @Override
  public List<OutgoingMessage> command(DeskTurn turn, DeskCommand command) {
    return write(turn);
  }

  private List<OutgoingMessage> write(DeskTurn turn) {
    return turn.say(
        writer.write(turn), List.of(new Button(DeskPhrases.get("panel.again"), PREFIX)));
  }

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public List<OutgoingMessage> press(DeskTurn turn, String data) {
    return write(turn);
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
