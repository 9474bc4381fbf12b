package pl.soclab.webinarbot;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.Progress;

/** What is being sent, and how far it has come: {@code /actuator/broadcasts}. No chat is named. */
@Endpoint(id = "broadcasts")
final class BroadcastsEndpoint {
  private final Broadcasts broadcasts;

  BroadcastsEndpoint(Broadcasts broadcasts) {
    this.broadcasts = broadcasts;
  }

  /** A broadcast that has not ended. */
  record Line(long id, Broadcast.Kind kind, Broadcast.State state, String due, Progress progress) {}

  @ReadOperation
  List<Line> open() {
    return broadcasts.in(Broadcast.State.OPEN).stream().map(this::line).toList();
  }

  private Line line(Broadcast broadcast) {
    return new Line(
        broadcast.id(),
        broadcast.kind(),
        broadcast.state(),
        broadcast.due().toString(),
        broadcasts.progress(broadcast.id()));
  }
}
