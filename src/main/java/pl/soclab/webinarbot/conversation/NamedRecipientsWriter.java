package pl.soclab.webinarbot.conversation;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.questions.Correction;
import pl.soclab.webinarbot.questions.Corrections;
import pl.soclab.webinarbot.questions.Handover;
import pl.soclab.webinarbot.questions.HandoverAnswer;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.questions.ToldFacts;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.BroadcastText;

/**
 * Writes what goes to residents who were named one by one: an organiser's reply to a question that
 * was handed over, and corrections of what the bot has told. Safe for use by many threads.
 *
 * @param answerers gives the answerer over the newest snapshot
 */
public record NamedRecipientsWriter(
    Handovers handovers,
    Corrections corrections,
    ToldFacts told,
    Supplier<? extends Answerer> answerers)
    implements BroadcastText {
  private static final int MAX_QUESTION = 200;

  @Override
  public @Nullable OutgoingMessage write(
      Broadcast broadcast, ChatId chat, String language, Knowledge knowledge, Instant now) {
    long number = Long.parseLong(Objects.requireNonNull(broadcast.content()));
    return switch (broadcast.kind()) {
      case REPLY -> reply(number, chat);
      case CORRECTION -> correction(number, chat, now);
      case CHANGE, REMINDER, REPORT, QUESTION, PROPOSAL, ANSWER, MESSAGE ->
          throw new IllegalArgumentException("Not written here: " + broadcast.kind());
    };
  }

  private @Nullable OutgoingMessage reply(long number, ChatId chat) {
    HandoverAnswer answer = handovers.answer(number);
    Handover handover = answer == null ? null : handovers.find(answer.handover());
    String reply = answer == null ? null : answer.reply();
    if (handover == null || reply == null || !handover.chat().equals(chat)) {
      return null;
    }
    Phrases phrases = Phrases.in(ReplyLanguage.ofTelegram(handover.language()));
    String question = handover.question();
    String heading =
        question == null
            ? phrases.get("handover.reply_number", handover.thread())
            : phrases.get("handover.reply", Essentials.shortened(question, MAX_QUESTION));
    var more = new Keyboard().handover(HandoverAction.MORE, phrases, number);
    return new OutgoingMessage(chat, RichText.plain(heading + "\n\n" + reply), more.rows(), null);
  }

  private @Nullable OutgoingMessage correction(long number, ChatId chat, Instant now) {
    Correction correction = corrections.find(number);
    Answerer answerer = answerers.get();
    Event event = correction == null ? null : answerer.knowledge().event(correction.eventId());
    if (correction == null || event == null) {
      return null;
    }
    String language = told.language(chat, event.id());
    Phrases phrases = Phrases.in(ReplyLanguage.ofTelegram(language));
    var text = new RichText.Builder();
    text.append(phrases.rich("correction", Essentials.title(event)));
    for (String topic : FactSheet.parse(correction.former()).topicsToTell(FactSheet.of(event))) {
      text.plain("\n")
          .append(answerer.answerTopic(topic, event.id(), language, now).content().text());
    }
    text.plain("\n\n" + phrases.get("correction.why"))
        .plain("\n" + phrases.get("reminder.stop_news"));
    return new OutgoingMessage(chat, text.build(), new Keyboard().rows(), null);
  }
}
