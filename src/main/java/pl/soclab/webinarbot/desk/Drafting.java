package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.desk.DeskPress.Action;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcast.State;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.NewBroadcast;

/**
 * How an organiser's message comes to be: whom it goes to, its text, the preview. A draft that was
 * shown never changes: another text or another audience makes another draft and ends this one, so
 * that no button in an old message can send anything but what stands above it.
 */
final class Drafting {
  /** A message typed later is a question again. */
  static final Duration WAIT = Duration.ofMinutes(30);

  /** An organiser has two drafts at most, and they are among the newest. */
  private static final int NEWEST = 20;

  private final Broadcasts broadcasts;
  private final Audiences audiences;
  private final DraftPreview previews;

  Drafting(Broadcasts broadcasts, Audiences audiences, DraftPreview previews) {
    this.broadcasts = broadcasts;
    this.audiences = audiences;
    this.previews = previews;
  }

  /**
   * {@code /rozeslij}.
   *
   * @param text what stood behind it; may be empty
   */
  List<OutgoingMessage> begin(DeskTurn turn, String text) {
    discardAllBut(null, turn);
    if (text.length() > DraftPreview.LONGEST) {
      return turn.say(tooLong(text));
    }
    List<Audience> choices = audiences.choices(turn.knowledge(), turn.now());
    if (choices.isEmpty()) {
      return turn.say(DeskPhrases.get("nobody"));
    }
    String content = text.isEmpty() ? null : text;
    if (choices.size() == 1) {
      return goOn(turn, choices.getFirst(), content);
    }
    long id = content == null ? 0 : create(turn, null, content).id();
    var buttons = new ArrayList<Button>();
    for (Audience choice : choices) {
      String label =
          DeskPhrases.get("choose.one", DeskPhrases.people(choice.count()), choice.name());
      buttons.add(DeskPress.button(Excerpt.label(label), Action.CHOOSE, id, choice.key()));
    }
    return turn.say(DeskPhrases.get("choose"), buttons);
  }

  /** A message to those of one event whose text is there already. */
  List<OutgoingMessage> beginFor(DeskTurn turn, String eventId, String text) {
    Audience audience = audiences.of(eventId, turn.knowledge());
    if (audience.count() == 0) {
      return turn.say(DeskPhrases.get("nobody"));
    }
    discardAllBut(null, turn);
    return goOn(turn, audience, text);
  }

  /** Whom it goes to. May be pressed again for another choice, as long as nothing was sent. */
  List<OutgoingMessage> choose(DeskTurn turn, DeskPress press) {
    String content = null;
    if (press.broadcast() != 0) {
      Broadcast draft = own(turn, press.broadcast());
      if (draft == null || draft.content() == null || !isUnsent(draft)) {
        return turn.say(DeskPhrases.get("gone"));
      }
      content = draft.content();
    }
    Audience audience = audiences.named(press.detail(), turn.knowledge());
    if (audience == null) {
      return turn.say(DeskPhrases.get("event_gone"));
    }
    if (audience.count() == 0) {
      return turn.say(DeskPhrases.get("nobody"));
    }
    discardAllBut(null, turn);
    return goOn(turn, audience, content);
  }

  private List<OutgoingMessage> goOn(DeskTurn turn, Audience audience, @Nullable String content) {
    return previews.show(turn, create(turn, audience.eventId(), content));
  }

  /** The draft that an organiser is at; null where there is none. */
  @Nullable Broadcast inHand(ChatId author) {
    return broadcasts.by(author, NEWEST).stream()
        .filter(broadcast -> broadcast.state() == State.DRAFT)
        .findFirst()
        .orElse(null);
  }

  /** Whether a message written then still belongs to the draft. */
  static boolean isInTime(Broadcast draft, Instant written) {
    return !written.isAfter(draft.due().plus(WAIT));
  }

  /** A message that is the text of a draft that waits for one. */
  List<OutgoingMessage> take(DeskTurn turn, Broadcast draft, String text) {
    if (text.isEmpty()) {
      return turn.say(DeskPhrases.get("empty"), DraftPreview.cancel(draft));
    }
    if (text.length() > DraftPreview.LONGEST) {
      return turn.say(tooLong(text), DraftPreview.cancel(draft));
    }
    if (!broadcasts.write(draft.id(), draft.eventId(), text)) {
      return turn.say(DeskPhrases.get("gone"));
    }
    discardAllBut(draft.id(), turn);
    return show(turn, draft.id());
  }

  private static String tooLong(String text) {
    return DeskPhrases.get(
        "too_long", DeskPhrases.counted("characters", text.length()), DraftPreview.LONGEST);
  }

  /** Something that is no text came while a draft waited for one. */
  List<OutgoingMessage> onlyText(DeskTurn turn, Broadcast draft) {
    return turn.say(DeskPhrases.get("only_text"), DraftPreview.cancel(draft));
  }

  /** The preview of a draft, or the question for its text. */
  List<OutgoingMessage> show(DeskTurn turn, long id) {
    Broadcast draft = draft(turn, id);
    return draft == null ? turn.say(DeskPhrases.get("gone")) : previews.show(turn, draft);
  }

  /** The message once more and alone, as it will look on a phone. */
  List<OutgoingMessage> test(DeskTurn turn, long id) {
    Broadcast draft = draft(turn, id);
    return draft == null || draft.content() == null
        ? turn.say(DeskPhrases.get("gone"))
        : previews.test(turn, draft);
  }

  /** Another text for the same audience; the old draft stays until it is there. */
  List<OutgoingMessage> rewrite(DeskTurn turn, long id) {
    Broadcast draft = draft(turn, id);
    if (draft == null) {
      return turn.say(DeskPhrases.get("gone"));
    }
    discardAllBut(draft.content() == null ? null : id, turn);
    return goOn(turn, audiences.of(draft.eventId(), turn.knowledge()), null);
  }

  /** "Odrzuć", "Anuluj". */
  List<OutgoingMessage> discard(DeskTurn turn, long id) {
    Broadcast draft = own(turn, id);
    if (draft == null || !isUnsent(draft)) {
      return turn.say(DeskPhrases.get(draft == null ? "gone" : "already"));
    }
    discard(draft, turn.now());
    Broadcast before = draft.content() == null ? inHand(turn.chat()) : null;
    if (before == null) {
      return turn.say(DeskPhrases.get("discarded"));
    }
    var reply = new ArrayList<>(turn.say(DeskPhrases.get("text_stays")));
    reply.addAll(show(turn, before.id()));
    return reply;
  }

  /** Ends a draft; what is no draft any more stays as it is. */
  void discard(Broadcast draft, Instant now) {
    broadcasts.change(draft.id(), Set.of(State.DRAFT), State.STOPPED, now);
  }

  private void discardAllBut(@Nullable Long kept, DeskTurn turn) {
    broadcasts.by(turn.chat(), NEWEST).stream()
        .filter(broadcast -> broadcast.state() == State.DRAFT)
        .filter(broadcast -> kept == null || broadcast.id() != kept)
        .forEach(broadcast -> discard(broadcast, turn.now()));
  }

  private Broadcast create(DeskTurn turn, @Nullable String eventId, @Nullable String content) {
    Broadcast draft =
        broadcasts.create(NewBroadcast.draft(eventId, content, turn.chat(), turn.now()));
    if (draft == null) {
      throw new IllegalStateException("A draft without an occasion was taken for a repeat");
    }
    return draft;
  }

  /** A broadcast that this organiser wrote; null for anything else that a button may name. */
  @Nullable Broadcast own(DeskTurn turn, long id) {
    Broadcast broadcast = broadcasts.find(id);
    return broadcast != null && turn.chat().equals(broadcast.author()) ? broadcast : null;
  }

  private @Nullable Broadcast draft(DeskTurn turn, long id) {
    Broadcast broadcast = own(turn, id);
    return broadcast != null && broadcast.state() == State.DRAFT ? broadcast : null;
  }

  /** Whether it is a draft, or was one until it was discarded. */
  static boolean isUnsent(Broadcast broadcast) {
    return broadcast.state() == State.DRAFT
        || (broadcast.state() == State.STOPPED
            && broadcast.kind() == Broadcast.Kind.MESSAGE
            && broadcast.startedAt() == null
            && broadcast.progressMessage() == null);
  }
}
