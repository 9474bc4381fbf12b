package pl.soclab.webinarbot.telegram;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import pl.soclab.webinarbot.messaging.Attachment;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.MessageEditor;
import pl.soclab.webinarbot.messaging.Messenger;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.PacedMessenger;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.messaging.SendOutcome;
import pl.soclab.webinarbot.telegram.MessageParts.Part;

/**
 * Sends messages through the Bot API and changes them. Each call is tried once; whoever sends
 * decides on more.
 */
final class TelegramMessenger implements Messenger, PacedMessenger, MessageEditor {
  /** Telegram's word for an edit that changes nothing (400). */
  private static final String SAME = "message is not modified";

  private static final LinkPreviewOptions NO_PREVIEW =
      LinkPreviewOptions.builder().isDisabled(true).build();

  private final TelegramClient client;
  private final Pacer pacer;
  private final SendOutcomes outcomes;
  private final Outage outage;
  private final TelegramMetrics metrics;

  TelegramMessenger(
      TelegramClient client,
      Pacer pacer,
      SendOutcomes outcomes,
      Outage outage,
      TelegramMetrics metrics) {
    this.client = client;
    this.pacer = pacer;
    this.outcomes = outcomes;
    this.outage = outage;
    this.metrics = metrics;
  }

  @Override
  public SendOutcome send(OutgoingMessage message) {
    List<Part> parts = MessageParts.of(message);
    SendOutcome outcome = new SendOutcome.Unknown("nothing was sent");
    for (int i = 0; i < parts.size(); i++) {
      outcome = send(message.chat(), parts.get(i), null);
      if (!(outcome instanceof SendOutcome.Sent)) {
        return i == 0 ? outcome : onceBegun(outcome, i, parts.size());
      }
    }
    return outcome;
  }

  /**
   * A long message is one that an organiser or a file made long: its parts behind the first leave
   * like replies, so that they stay together.
   */
  @Override
  public @Nullable SendOutcome send(ChatId chat, Supplier<@Nullable OutgoingMessage> content) {
    Duration wait = untilAllowed(() -> pacer.awaitQuiet(chat));
    if (!wait.isZero()) {
      return counted(new SendOutcome.RetryAfter(wait));
    }
    OutgoingMessage message = content.get();
    if (message == null) {
      return null;
    }
    List<Part> parts = MessageParts.of(message);
    SendOutcome outcome = counted(execute(chat, parts.getFirst(), null));
    for (int i = 1; i < parts.size() && outcome instanceof SendOutcome.Sent; i++) {
      outcome = onceBegun(send(chat, parts.get(i), null), i, parts.size());
    }
    return outcome;
  }

  /** While Telegram is away nothing takes a place among those that are paced. */
  private Duration untilAllowed(Supplier<Duration> paced) {
    Duration wait = outage.untilNextTry();
    return wait.isZero() ? paced.get() : wait;
  }

  private SendOutcome counted(SendOutcome outcome) {
    metrics.sent(outcome);
    return outcome;
  }

  /** Sending the whole again would repeat the parts that arrived. */
  private static SendOutcome onceBegun(SendOutcome outcome, int sent, int parts) {
    return outcome instanceof SendOutcome.RetryAfter || outcome instanceof SendOutcome.NotSent
        ? new SendOutcome.Unknown("only " + sent + " of " + parts + " parts were sent")
        : outcome;
  }

  /** Sends one part, as soon as the pace allows. */
  SendOutcome send(ChatId chat, Part part, @Nullable ReplyTo replyTo) {
    Duration wait = untilAllowed(() -> pacer.await(chat));
    return counted(wait.isZero() ? execute(chat, part, replyTo) : new SendOutcome.RetryAfter(wait));
  }

  private SendOutcome execute(ChatId chat, Part part, @Nullable ReplyTo replyTo) {
    try {
      Attachment attachment = part.attachment();
      Message message =
          attachment == null
              ? client.execute(message(chat, part, replyTo))
              : client.execute(document(chat, part, attachment, replyTo));
      var sent = new SendOutcome.Sent(message.getMessageId());
      outage.ended(sent);
      return sent;
    } catch (TelegramApiException e) {
      SendOutcome outcome = outcomes.of(e);
      outage.ended(outcome);
      if (outcome instanceof SendOutcome.RetryAfter(Duration delay)) {
        pacer.hold(delay);
      }
      return outcome;
    }
  }

  @Override
  public boolean edit(ChatId chat, long messageId, OutgoingMessage message) {
    if (!untilAllowed(() -> pacer.await(chat)).isZero()) {
      return false;
    }
    RichText text = MessageParts.cut(message.text(), MessageParts.TEXT_LIMIT).getFirst();
    try {
      client.execute(
          EditMessageText.builder()
              .chatId(chat.value())
              .messageId(Math.toIntExact(messageId))
              .text(Html.of(text))
              .parseMode(ParseMode.HTML)
              .linkPreviewOptions(NO_PREVIEW)
              .replyMarkup(keyboard(message.buttons()))
              .build());
      return true;
    } catch (TelegramApiException e) {
      return switch (outcomes.of(e)) {
        case SendOutcome.Sent ignored -> true;
        case SendOutcome.Rejected(String reason, ChatId ignored) -> reason.contains(SAME);
        case SendOutcome.RetryAfter(Duration delay) -> {
          pacer.hold(delay);
          yield false;
        }
        case SendOutcome.NotSent ignored -> false;
        case SendOutcome.Blocked ignored -> false;
        case SendOutcome.Unknown ignored -> false;
      };
    }
  }

  private static SendMessage message(ChatId chat, Part part, @Nullable ReplyTo replyTo) {
    return SendMessage.builder()
        .chatId(chat.value())
        .messageThreadId(replyTo == null ? null : replyTo.threadId())
        .text(Html.of(part.text()))
        .parseMode(ParseMode.HTML)
        .linkPreviewOptions(NO_PREVIEW)
        .replyParameters(parameters(replyTo))
        .replyMarkup(keyboard(part.buttons()))
        .build();
  }

  private static SendDocument document(
      ChatId chat, Part part, Attachment attachment, @Nullable ReplyTo replyTo) {
    String caption = Html.of(part.text());
    return SendDocument.builder()
        .chatId(chat.value())
        .messageThreadId(replyTo == null ? null : replyTo.threadId())
        // A stream is empty at the second try, hence one for each.
        .document(
            new InputFile(new ByteArrayInputStream(attachment.content()), attachment.fileName()))
        .caption(caption.isEmpty() ? null : caption)
        .parseMode(ParseMode.HTML)
        .replyParameters(parameters(replyTo))
        .replyMarkup(keyboard(part.buttons()))
        .build();
  }

  private static @Nullable ReplyParameters parameters(@Nullable ReplyTo replyTo) {
    if (replyTo == null || replyTo.messageId() == ReplyTo.TOPIC_ONLY) {
      return null;
    }
    return ReplyParameters.builder()
        .messageId(replyTo.messageId())
        // The question may have been deleted meanwhile.
        .allowSendingWithoutReply(true)
        .build();
  }

  private static @Nullable InlineKeyboardMarkup keyboard(List<List<Button>> rows) {
    if (rows.isEmpty()) {
      return null;
    }
    return new InlineKeyboardMarkup(rows.stream().map(TelegramMessenger::row).toList());
  }

  private static InlineKeyboardRow row(List<Button> buttons) {
    var row = new InlineKeyboardRow();
    for (Button button : buttons) {
      row.add(
          InlineKeyboardButton.builder().text(button.label()).callbackData(button.data()).build());
    }
    return row;
  }
}
