package pl.soclab.webinarbot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Content;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.Attachment;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.InMemoryRecords;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.InMemoryHandovers;
import pl.soclab.webinarbot.questions.InMemoryOpenQuestions;
import pl.soclab.webinarbot.questions.InMemoryToldFacts;
import pl.soclab.webinarbot.reminders.InMemoryBroadcasts;
import pl.soclab.webinarbot.reminders.InMemorySubscriptions;
import pl.soclab.webinarbot.reminders.QuietHours;

/** Somebody who talks to the bot, with a clock that tests move. */
final class AResident {
  static final ChatId CHAT = new ChatId(7_000_000_001L);

  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

  private final AtomicReference<Answerer> answerer;
  private final AtomicReference<Instant> now;
  private final InMemorySubscriptions subscriptions = new InMemorySubscriptions();
  private final InMemoryBroadcasts broadcasts = new InMemoryBroadcasts(subscriptions);
  private final InMemoryHandovers handovers = new InMemoryHandovers();
  private final InMemoryToldFacts told = new InMemoryToldFacts();
  private final InMemoryRecords records = new InMemoryRecords();
  private final List<ChatId> organisers = new ArrayList<>();
  private final InMemoryOpenQuestions questions = new InMemoryOpenQuestions();
  private boolean organiserThere = true;
  private Conversation conversation;
  private boolean breaks;
  private @Nullable String languageCode = "pl";
  private @Nullable String off;
  private boolean isOrganiser;
  private List<OutgoingMessage> reply = List.of();

  private AResident(Knowledge knowledge, String now) {
    this.answerer = new AtomicReference<>(Answerer.of(knowledge));
    this.now = new AtomicReference<>(LocalDateTime.parse(now).atZone(WARSAW).toInstant());
    this.conversation = aConversation();
  }

  /** As after a start: what is stored is there, and nothing is remembered. */
  private Conversation aConversation() {
    InstantSource clock = this.now::get;
    var handing = new Handing(handovers, broadcasts, () -> organisers, QuietHours.USUAL);
    var residents =
        new ResidentConversation(
            answerer::get,
            clock,
            new BotProfile("Bot webinarowy", "Prowadzi mnie gmina."),
            subscriptions,
            broadcasts,
            QuietHours.USUAL,
            handing,
            told,
            new Watching(questions, questions.watches(), () -> organiserThere),
            records,
            AnswerListener.all((chat, answer, at) -> breakOnce(), new ToldListener(told)));
    return new Switched(
        residents,
        () -> off,
        answerer::get,
        subscriptions,
        handing,
        told,
        questions.watches(),
        chat -> isOrganiser,
        clock);
  }

  private void breakOnce() {
    if (breaks) {
      breaks = false;
      throw new IllegalStateException("The turn breaks off");
    }
  }

  /** The program dies and starts anew. */
  AResident afterARestart() {
    conversation = aConversation();
    return this;
  }

  /** The next turn with an answer breaks off, and comes again with the same message. */
  AResident typesTwiceAsTheTurnBreaks(String text) {
    breaks = true;
    try {
      types(text);
    } catch (IllegalStateException e) {
      return types(text);
    }
    throw new AssertionError("Nothing broke");
  }

  /** A resident in Poland, on the eve of the webinar. */
  static AResident asking(AnEvent... events) {
    return asking(AnEvent.knowledgeOf(events));
  }

  static AResident asking(Knowledge knowledge) {
    return new AResident(knowledge, "2022-02-16T12:00");
  }

  AResident at(String localDateTime) {
    now.set(LocalDateTime.parse(localDateTime).atZone(WARSAW).toInstant());
    return this;
  }

  /** Organisers switch the bot off for that reason; null switches it on. */
  AResident switchedOff(@Nullable String reason) {
    off = reason;
    return this;
  }

  AResident beingAnOrganiser() {
    isOrganiser = true;
    return this;
  }

  AResident speaking(@Nullable String code) {
    languageCode = code;
    return this;
  }

  AResident waits(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
    return this;
  }

  /** The organisers change their files. */
  void knowledgeBecomes(Knowledge knowledge) {
    answerer.set(Answerer.of(knowledge));
  }

  AResident types(String text) {
    return sends(new Text(text), ChatType.PRIVATE, true);
  }

  /** What was written at another time than it is handled, as after an outage. */
  AResident wrote(String text, String localDateTime) {
    Instant at = LocalDateTime.parse(localDateTime).atZone(WARSAW).toInstant();
    reply =
        conversation.handle(
            new IncomingMessage(CHAT, ChatType.PRIVATE, true, languageCode, new Text(text), at));
    return this;
  }

  AResident sends(Content content) {
    return sends(content, ChatType.PRIVATE, true);
  }

  AResident sends(Content content, ChatType type, boolean addressed) {
    reply =
        conversation.handle(
            new IncomingMessage(CHAT, type, addressed, languageCode, content, now.get()));
    return this;
  }

  /** Uses Telegram's reply function on a message of the bot's. */
  AResident repliesTo(long messageId, String text) {
    reply =
        conversation.handle(
            new IncomingMessage(
                CHAT, ChatType.PRIVATE, true, languageCode, new Text(text), now.get(), messageId));
    return this;
  }

  Instant now() {
    return now.get();
  }

  InMemorySubscriptions subscriptions() {
    return subscriptions;
  }

  InMemoryBroadcasts broadcasts() {
    return broadcasts;
  }

  InMemoryHandovers handovers() {
    return handovers;
  }

  InMemoryRecords records() {
    return records;
  }

  InMemoryToldFacts told() {
    return told;
  }

  /** There is somebody whom a question may be handed to. */
  AResident withOrganisers(ChatId... chats) {
    organisers.clear();
    organisers.addAll(List.of(chats));
    return this;
  }

  InMemoryOpenQuestions questions() {
    return questions;
  }

  /** Nobody could answer what the files do not. */
  AResident withoutOrganisers() {
    organiserThere = false;
    return this;
  }

  /** "2022-02-17-citizenlab ALL pl", a line for each subscription. */
  List<String> subscribed() {
    return subscriptions.of(CHAT).stream()
        .map(
            row ->
                row.eventId()
                    + " "
                    + row.scope()
                    + " "
                    + row.language()
                    + (row.paused() ? " paused" : ""))
        .toList();
  }

  AResident pressesData(String data) {
    return sends(new ButtonPress(data));
  }

  /** Presses a button of the last reply. */
  AResident presses(String label) {
    return pressesData(
        buttons().stream()
            .filter(button -> button.label().equals(label))
            .map(Button::data)
            .findFirst()
            .orElseThrow(() -> new AssertionError(label + " is not among " + labels())));
  }

  List<OutgoingMessage> reply() {
    return reply;
  }

  /** All that was said, without styles. */
  String reads() {
    return String.join("\n", reply.stream().map(message -> message.text().text()).toList());
  }

  List<Button> buttons() {
    return reply.stream()
        .flatMap(message -> message.buttons().stream())
        .flatMap(List::stream)
        .toList();
  }

  List<String> labels() {
    return buttons().stream().map(Button::label).toList();
  }

  /** The only file of the reply. */
  Attachment file() {
    List<Attachment> files =
        reply.stream().map(OutgoingMessage::attachment).filter(java.util.Objects::nonNull).toList();
    if (files.size() != 1) {
      throw new AssertionError(files.size() + " files in: " + reads());
    }
    return files.getFirst();
  }

  boolean hasFile() {
    return reply.stream().anyMatch(message -> message.attachment() != null);
  }
}
