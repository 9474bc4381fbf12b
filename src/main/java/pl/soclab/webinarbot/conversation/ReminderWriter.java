package pl.soclab.webinarbot.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.BroadcastText;
import pl.soclab.webinarbot.reminders.EventTimes;

/**
 * Writes what the bot sends by itself. Each message stands alone: whoever reads it on a lock screen
 * knows what is meant, when and where it is, and how to get no more of them. Safe for use by many
 * threads.
 */
public final class ReminderWriter implements BroadcastText {
  private final BotProfile bot;

  /** Signs messages about no event in particular with the bot's name. */
  public ReminderWriter(BotProfile bot) {
    this.bot = bot;
  }

  @Override
  public @Nullable OutgoingMessage write(
      Broadcast broadcast, ChatId chat, String language, Knowledge knowledge, Instant now) {
    var phrases = Phrases.in(ReplyLanguage.ofTelegram(language));
    Event event = knowledge.event(broadcast.eventId());
    return switch (broadcast.kind()) {
      case REMINDER -> event == null ? null : reminder(broadcast, chat, phrases, event, now);
      case CHANGE -> event == null ? null : change(broadcast, chat, phrases, event, now);
      case REPORT -> OutgoingMessage.text(chat, content(broadcast));
      case ANSWER -> ToldAnswer.parse(content(broadcast)).message(chat, event);
      case MESSAGE -> message(broadcast, chat, phrases, event);
      case REPLY, QUESTION, PROPOSAL, CORRECTION ->
          throw new IllegalArgumentException("Not written here: " + broadcast.kind());
    };
  }

  private static @Nullable OutgoingMessage reminder(
      Broadcast broadcast, ChatId chat, Phrases phrases, Event event, Instant now) {
    Instant start = broadcast.start();
    Session session =
        event.sessions().stream()
            .filter(s -> s.startInstant().equals(start))
            .filter(s -> s.startTime() == null ? !s.isOver(now) : s.startInstant().isAfter(now))
            .findFirst()
            .orElse(null);
    if (session == null || event.status() == Event.Status.CANCELLED) {
      return null;
    }
    var text =
        new RichText.Builder()
            .append(new Essentials(phrases).of(event, session, now))
            .plain("\n\n" + phrases.get("reminders.how_to_stop"));
    List<String> topics = List.of("how_to_join", "time");
    return new OutgoingMessage(
        chat, text.build(), ReminderButtons.under(event, phrases, topics), null);
  }

  private static @Nullable OutgoingMessage change(
      Broadcast broadcast, ChatId chat, Phrases phrases, Event event, Instant now) {
    EventTimes former = EventTimes.parse(content(broadcast));
    var writer = new ChangeWriter(phrases, event, now);
    RichText change = writer.since(former);
    if (change == null) {
      return null;
    }
    var text =
        new RichText.Builder().append(change).plain("\n\n" + phrases.get("reminder.stop_news"));
    List<String> topics = writer.isOn(former) ? List.of("time", "calendar") : List.of("events");
    return new OutgoingMessage(
        chat, text.build(), ReminderButtons.under(event, phrases, topics), null);
  }

  private OutgoingMessage message(
      Broadcast broadcast, ChatId chat, Phrases phrases, @Nullable Event event) {
    RichText from =
        event == null ? new RichText.Builder().bold(bot.name()).build() : Essentials.title(event);
    var text =
        new RichText.Builder()
            .append(from)
            .plain("\n" + content(broadcast))
            .plain("\n\n" + phrases.get("reminder.stop_news"));
    List<List<Button>> buttons =
        event == null
            ? new Keyboard().stop(phrases).rows()
            : ReminderButtons.under(event, phrases, List.of());
    return new OutgoingMessage(chat, text.build(), buttons, null);
  }

  private static String content(Broadcast broadcast) {
    return Objects.requireNonNull(broadcast.content(), () -> "no content: " + broadcast.id());
  }
}
