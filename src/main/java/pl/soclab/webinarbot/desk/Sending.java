package pl.soclab.webinarbot.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.desk.DeskPress.Action;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcast.State;
import pl.soclab.webinarbot.reminders.Broadcasts;

/**
 * From "are you sure?" to the end of a broadcast. Each step is a change of state in the database
 * that only one can make, so a press that comes twice does nothing twice.
 */
final class Sending {
  private final Broadcasts broadcasts;
  private final Audiences audiences;
  private final Drafting drafting;
  private final DraftPreview previews;
  private final StatusWriter statuses;

  Sending(
      Broadcasts broadcasts,
      Audiences audiences,
      Drafting drafting,
      DraftPreview previews,
      StatusWriter statuses) {
    this.broadcasts = broadcasts;
    this.audiences = audiences;
    this.drafting = drafting;
    this.previews = previews;
    this.statuses = statuses;
  }

  /** "Wyślij do 5 osób": asks once more, with whom and what. */
  List<OutgoingMessage> askSend(DeskTurn turn, long id) {
    Broadcast draft = drafting.own(turn, id);
    return draft == null ? gone(turn) : ifUnsent(turn, draft, () -> askSend(turn, draft, ""));
  }

  private List<OutgoingMessage> askSend(DeskTurn turn, Broadcast draft, String before) {
    Audience audience = audiences.of(draft.eventId(), turn.knowledge());
    String people = DeskPhrases.toPeople(audience.count());
    String question =
        DeskPhrases.get("confirm", people, audience.name(), Excerpt.of(content(draft)));
    return turn.say(
        before + question,
        List.of(
            DeskPress.button(
                DeskPhrases.get("button.yes", people),
                Action.SEND,
                draft.id(),
                Fresh.at(turn.now())),
            DeskPress.button(DeskPhrases.get("button.no"), Action.PREVIEW, draft.id())));
  }

  private static String content(Broadcast draft) {
    return draft.content() == null ? "" : draft.content();
  }

  /** "Tak, wyślij": the only place from which anything is sent to others. */
  List<OutgoingMessage> send(DeskTurn turn, DeskPress press) {
    Broadcast draft = drafting.own(turn, press.broadcast());
    if (draft == null) {
      return gone(turn);
    }
    return ifUnsent(
        turn,
        draft,
        () -> {
          if (!Fresh.is(press.detail(), turn.now())) {
            return askSend(turn, draft, DeskPhrases.get("confirm.stale") + "\n\n");
          }
          boolean first =
              broadcasts.change(draft.id(), Set.of(State.DRAFT), State.SCHEDULED, turn.now());
          return first ? confirmed(turn, draft) : already(turn, draft.id());
        });
  }

  private List<OutgoingMessage> confirmed(DeskTurn turn, Broadcast draft) {
    Audience audience = audiences.of(draft.eventId(), turn.knowledge());
    String confirmed =
        DeskPhrases.get("confirmed", draft.id(), DeskPhrases.toPeople(audience.count()));
    return turn.say(
        statuses.isSwitchedOff() ? confirmed + " " + DeskPhrases.get("status.off") : confirmed);
  }

  /** Goes on where the draft can be sent, else says why not. */
  private List<OutgoingMessage> ifUnsent(
      DeskTurn turn, Broadcast draft, Supplier<List<OutgoingMessage>> goOn) {
    if (!Drafting.isUnsent(draft)) {
      return already(turn, draft.id());
    }
    if (draft.state() != State.DRAFT || draft.content() == null) {
      return gone(turn);
    }
    if (previews.message(turn, draft) == null) {
      return turn.say(DeskPhrases.get("event_gone"));
    }
    if (audiences.of(draft.eventId(), turn.knowledge()).count() == 0) {
      return turn.say(DeskPhrases.get("nobody"));
    }
    return goOn.get();
  }

  private static List<OutgoingMessage> gone(DeskTurn turn) {
    return turn.say(DeskPhrases.get("gone"));
  }

  private static List<OutgoingMessage> already(DeskTurn turn, long id) {
    return turn.say(
        DeskPhrases.get("already"),
        List.of(DeskPress.button(DeskPhrases.get("button.status"), Action.STATUS, id)));
  }

  /** How far it is, with what can be done about it. */
  List<OutgoingMessage> status(DeskTurn turn, long id) {
    Broadcast broadcast = sent(id);
    return broadcast == null ? gone(turn) : List.of(statuses.write(turn, broadcast, null));
  }

  /** "Wstrzymaj". */
  List<OutgoingMessage> pause(DeskTurn turn, long id) {
    return change(turn, id, Set.of(State.SCHEDULED, State.RUNNING), State.PAUSED);
  }

  /** "Wznów". One that was halted before it began waits for its time again. */
  List<OutgoingMessage> resume(DeskTurn turn, long id) {
    Broadcast broadcast = sent(id);
    boolean begun = broadcast != null && broadcast.startedAt() != null;
    return change(turn, id, Set.of(State.PAUSED), begun ? State.RUNNING : State.SCHEDULED);
  }

  /** "Zakończ": asks once more. */
  List<OutgoingMessage> askStop(DeskTurn turn, long id) {
    Broadcast broadcast = sent(id);
    if (broadcast == null || broadcast.state().isEnd()) {
      return status(turn, id);
    }
    return turn.say(
        DeskPhrases.get("stop", id, DeskPhrases.counted("left_people", left(broadcast))),
        List.of(
            DeskPress.button(
                DeskPhrases.get("button.stop.yes"), Action.STOP, id, Fresh.at(turn.now())),
            DeskPress.button(DeskPhrases.get("button.stop.no"), Action.STATUS, id)));
  }

  private long left(Broadcast broadcast) {
    return broadcast.startedAt() == null && broadcasts.progress(broadcast.id()).total() == 0
        ? audiences.count(broadcast)
        : broadcasts.progress(broadcast.id()).left();
  }

  /** "Tak, zakończ". */
  List<OutgoingMessage> stop(DeskTurn turn, DeskPress press) {
    if (!Fresh.is(press.detail(), turn.now())) {
      var reply = new ArrayList<>(turn.say(DeskPhrases.get("stop.stale")));
      reply.addAll(status(turn, press.broadcast()));
      return reply;
    }
    return change(turn, press.broadcast(), State.OPEN, State.STOPPED);
  }

  private List<OutgoingMessage> change(DeskTurn turn, long id, Set<State> from, State to) {
    if (sent(id) != null) {
      broadcasts.change(id, from, to, turn.now());
    }
    // Whoever was faster, what is true now is said.
    return status(turn, id);
  }

  /** A broadcast that organisers watch over, whoever wrote it; null for anything else. */
  private @Nullable Broadcast sent(long id) {
    Broadcast broadcast = broadcasts.find(id);
    return broadcast == null || !broadcast.kind().isForMany() || Drafting.isUnsent(broadcast)
        ? null
        : broadcast;
  }
}
