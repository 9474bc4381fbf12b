package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.desk.DeskPress.Action;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcast.Kind;
import pl.soclab.webinarbot.reminders.Broadcast.State;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.Progress;

/** Writes the list of the newest broadcasts: the organisers' own, and whatever is under way. */
final class BroadcastList {
  private static final int MOST = 8;

  private final Broadcasts broadcasts;
  private final Organisers organisers;

  BroadcastList(Broadcasts broadcasts, Organisers organisers) {
    this.broadcasts = broadcasts;
    this.organisers = organisers;
  }

  /** The reply to {@code /rozsylki}. */
  List<OutgoingMessage> write(DeskTurn turn) {
    List<Broadcast> newest = newest(turn);
    if (newest.isEmpty()) {
      return turn.say(DeskPhrases.get("list.none"));
    }
    var lines = new StringJoiner("\n\n");
    lines.add(DeskPhrases.get("list.head"));
    var buttons = new ArrayList<Button>();
    for (Broadcast broadcast : newest) {
      lines.add(line(turn, broadcast));
      boolean isDraft = broadcast.state() == State.DRAFT;
      buttons.add(
          DeskPress.button(
              DeskPhrases.get(isDraft ? "button.draft" : "button.details", broadcast.id()),
              isDraft ? Action.PREVIEW : Action.STATUS,
              broadcast.id()));
    }
    return turn.say(lines.toString(), buttons);
  }

  private List<Broadcast> newest(DeskTurn turn) {
    var found = new TreeMap<Long, Broadcast>(Comparator.reverseOrder());
    broadcasts.in(State.OPEN).stream()
        .filter(broadcast -> broadcast.kind().isForMany())
        .forEach(broadcast -> found.put(broadcast.id(), broadcast));
    for (ChatId organiser : organisers.all()) {
      // Discarded drafts are among them, hence more than are shown.
      broadcasts.by(organiser, 4 * MOST).stream()
          .filter(broadcast -> isListed(turn, broadcast))
          .limit(MOST)
          .forEach(broadcast -> found.put(broadcast.id(), broadcast));
    }
    return found.values().stream().limit(MOST).toList();
  }

  private static boolean isListed(DeskTurn turn, Broadcast broadcast) {
    return Drafting.isUnsent(broadcast)
        ? broadcast.state() == State.DRAFT && turn.chat().equals(broadcast.author())
        : broadcast.kind() == Kind.MESSAGE;
  }

  private String line(DeskTurn turn, Broadcast broadcast) {
    ZoneId zone = Audiences.zone(broadcast.eventId(), turn.knowledge());
    Instant begun = broadcast.startedAt();
    String moment = StatusWriter.moment(begun == null ? broadcast.due() : begun, zone);
    var line = new StringBuilder();
    line.append(
        DeskPhrases.get(
            "list.line",
            StatusWriter.title(broadcast),
            moment,
            StatusWriter.state(turn, broadcast)));
    line.append(progress(broadcast));
    String content = broadcast.content();
    line.append('\n').append(Audiences.name(broadcast, turn.knowledge()));
    if (broadcast.kind() == Kind.MESSAGE && content != null) {
      line.append('\n').append(DeskPhrases.get("status.text", Excerpt.of(content)));
    }
    return line.toString();
  }

  private String progress(Broadcast broadcast) {
    @Nullable Progress progress =
        broadcast.state() == State.DRAFT ? null : broadcasts.progress(broadcast.id());
    return progress == null || progress.total() == 0
        ? ""
        : " " + DeskPhrases.get("list.sent", progress.sent(), progress.total());
  }
}
