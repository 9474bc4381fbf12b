package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.conversation.FactSheet;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.Correction;
import pl.soclab.webinarbot.questions.Correction.State;
import pl.soclab.webinarbot.questions.Corrections;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.QuietHours;

/**
 * What organisers decide about a correction: the first press counts, whoever's it is. What they
 * accepted begins half a minute later and can be stopped until then, and any time after.
 */
final class CorrectionPart implements DeskPart {
  static final String PREFIX = "co:";

  private static final Pattern DATA = Pattern.compile("co:([yn]):(\\d{1,18})");
  private static final Duration TO_THINK = Duration.ofSeconds(30);

  /** A session without an end, as {@link Session#isOver} takes it. */
  private static final Duration LONGEST_SESSION = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(CorrectionPart.class);

  private final Corrections corrections;
  private final CorrectionReach reach;
  private final Broadcasts broadcasts;
  private final QuietHours quiet;

  CorrectionPart(
      Corrections corrections, CorrectionReach reach, Broadcasts broadcasts, QuietHours quiet) {
    this.corrections = corrections;
    this.reach = reach;
    this.broadcasts = broadcasts;
    this.quiet = quiet;
  }

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public @Nullable List<OutgoingMessage> message(DeskTurn turn, IncomingMessage message) {
    return null;
  }

  @Override
  public List<OutgoingMessage> leave(DeskTurn turn, IncomingMessage to) {
    return List.of();
  }

  @Override
  public List<OutgoingMessage> press(DeskTurn turn, String data) {
    Matcher press = DATA.matcher(data);
    Correction correction =
        press.matches() ? corrections.find(Long.parseLong(press.group(2))) : null;
    if (correction == null) {
      return turn.say(DeskPhrases.get("correction.gone"));
    }
    return press.group(1).equals("y") ? accept(turn, correction) : refuse(turn, correction);
  }

  private List<OutgoingMessage> refuse(DeskTurn turn, Correction correction) {
    boolean first = corrections.decide(correction.id(), State.REFUSED, turn.chat());
    if (first) {
      LOG.info("Correction {} was refused by {}", correction.id(), turn.chat().value());
    }
    return first ? turn.say(DeskPhrases.get("correction.refused")) : decided(turn, correction.id());
  }

  private List<OutgoingMessage> decided(DeskTurn turn, long id) {
    Correction correction = Objects.requireNonNull(corrections.find(id));
    boolean refused = correction.state() == State.REFUSED;
    return turn.say(DeskPhrases.get(refused ? "correction.refused_before" : "correction.already"));
  }

  private List<OutgoingMessage> accept(DeskTurn turn, Correction correction) {
    long id = correction.id();
    if (correction.state() == State.REFUSED || broadcasts.exists(occasion(id))) {
      return decided(turn, id);
    }
    Event event = turn.knowledge().event(correction.eventId());
    if (event == null || FactChanges.isOver(event, turn.now())) {
      return turn.say(DeskPhrases.get("correction.over"));
    }
    FactSheet former = FactSheet.parse(correction.former());
    List<ChatId> recipients = reach.of(former, event, correction.changedAt(), turn.now());
    if (recipients.isEmpty()) {
      return turn.say(DeskPhrases.get("correction.nobody"));
    }
    if (corrections.decide(id, State.ACCEPTED, turn.chat())) {
      LOG.info("Correction {} was accepted by {}", id, turn.chat().value());
    } else if (Objects.requireNonNull(corrections.find(id)).state() == State.REFUSED) {
      return decided(turn, id);
    }
    return send(turn, correction, event, recipients);
  }

  private static String occasion(long id) {
    return "correction " + id;
  }

  private List<OutgoingMessage> send(
      DeskTurn turn, Correction correction, Event event, List<ChatId> recipients) {
    Instant soon = turn.now().plus(TO_THINK);
    Instant due = quiet.endAfter(soon, event.zone());
    Broadcast created =
        broadcasts.create(
            NewBroadcast.stored(
                Broadcast.Kind.CORRECTION,
                occasion(correction.id()),
                event.id(),
                correction.id(),
                due,
                end(event)),
            recipients);
    if (created == null) {
      return decided(turn, correction.id());
    }
    markAsTold(correction, event, recipients, turn.now());
    return turn.say(
        DeskPhrases.get(
            due.equals(soon) ? "correction.accepted" : "correction.later",
            DeskPhrases.people(recipients.size()),
            created.id(),
            StatusWriter.moment(due, event.zone())),
        List.of(
            DeskPress.button(
                DeskPhrases.get("correction.button.stop"), DeskPress.Action.ASK_STOP, created.id()),
            DeskPress.button(
                DeskPhrases.get("button.status"), DeskPress.Action.STATUS, created.id())));
  }

  /**
   * So that the next correction of the same fact does not find them as those who know the former.
   */
  private void markAsTold(
      Correction correction, Event event, List<ChatId> recipients, Instant now) {
    List<String> topics = FactSheet.parse(correction.former()).topicsToTell(FactSheet.of(event));
    for (ChatId chat : recipients) {
      String language = reach.told().language(chat, event.id());
      for (String topic : topics) {
        reach.told().told(chat, event.id(), topic, language == null ? "pl" : language, now);
      }
    }
  }

  /** Nothing of it leaves when the event is over; null where it has no date. */
  private static @Nullable Instant end(Event event) {
    return event.sessions().stream()
        .map(
            session ->
                Objects.requireNonNullElse(
                    session.endInstant(), session.startInstant().plus(LONGEST_SESSION)))
        .max(Instant::compareTo)
        .orElse(null);
  }
}
