package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.conversation.BotProfile;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.conversation.Handing;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Content;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.conversation.NamedRecipientsWriter;
import pl.soclab.webinarbot.conversation.ReminderWriter;
import pl.soclab.webinarbot.conversation.ResidentConversation;
import pl.soclab.webinarbot.conversation.ToldListener;
import pl.soclab.webinarbot.conversation.Watching;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.knowledge.SourceLine;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.InMemoryRecords;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.InMemoryCorrections;
import pl.soclab.webinarbot.questions.InMemoryFactMemory;
import pl.soclab.webinarbot.questions.InMemoryHandovers;
import pl.soclab.webinarbot.questions.InMemoryOpenQuestions;
import pl.soclab.webinarbot.questions.InMemoryToldFacts;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.BroadcastText;
import pl.soclab.webinarbot.reminders.Delivery;
import pl.soclab.webinarbot.reminders.InMemoryBroadcasts;
import pl.soclab.webinarbot.reminders.InMemoryEventMemory;
import pl.soclab.webinarbot.reminders.InMemorySubscriptions;
import pl.soclab.webinarbot.reminders.QuietHours;

/**
 * Organisers Anna and Bartek, residents, the bot between them, and a sender that delivers what is
 * due: on the eve of the webinar at noon.
 */
final class AnOffice {
  static final ChatId ANNA = new ChatId(501_000_001L);
  static final ChatId BARTEK = new ChatId(501_000_002L);
  static final ChatId JAN = new ChatId(7_000_000_001L);
  static final ChatId EWA = new ChatId(7_000_000_002L);
  static final String WEBINAR = "2022-02-17-citizenlab";

  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

  private final InMemoryOpenQuestions questions = new InMemoryOpenQuestions();
  final InMemorySubscriptions subscriptions = new InMemorySubscriptions();
  final InMemoryBroadcasts broadcasts = new InMemoryBroadcasts(subscriptions);
  final InMemoryHandovers handovers = new InMemoryHandovers();
  final InMemoryToldFacts told = new InMemoryToldFacts();
  final InMemoryFactMemory memory = new InMemoryFactMemory();
  final InMemoryCorrections corrections = new InMemoryCorrections();
  private final Set<ChatId> organisers = new LinkedHashSet<>(List.of(ANNA, BARTEK));
  private final Set<ChatId> blocked = new LinkedHashSet<>();
  private final Map<FactKind, Fact> facts = new EnumMap<>(FactKind.class);
  private final Map<ChatId, List<OutgoingMessage>> chats = new HashMap<>();
  private String id = WEBINAR;
  private String start = "2022-02-17T09:00";
  private Event.Status status = Event.Status.PLANNED;
  private Instant now = LocalDateTime.parse("2022-02-16T12:00").atZone(WARSAW).toInstant();
  private Answerer answerer;
  private Conversation conversation;
  private HandoverCare care;
  private FactChanges changes;
  private BroadcastText texts;

  AnOffice() {
    fact(FactKind.LINK, "https://us02web.zoom.us/j/81951034606");
    fact(FactKind.PASSCODE, "969412");
    fact(FactKind.ORGANISERS, "Fundacja SocLab");
    answerer = Answerer.of(knowledge());
    restarts();
  }

  /** The program starts anew; only the database stays. */
  AnOffice restarts() {
    InstantSource clock = () -> now;
    Organisers list =
        new Organisers() {
          @Override
          public boolean contains(ChatId chat) {
            return organisers.contains(chat);
          }

          @Override
          public List<ChatId> all() {
            return List.copyOf(organisers);
          }
        };
    QuietHours quiet = QuietHours.USUAL;
    var profile = new BotProfile("Bot webinarowy", null);
    var reach = new CorrectionReach(told, subscriptions);
    var residents =
        new ResidentConversation(
            () -> answerer,
            clock,
            profile,
            subscriptions,
            broadcasts,
            quiet,
            new Handing(handovers, broadcasts, list::all, quiet),
            told,
            new Watching(questions, questions.watches(), () -> true),
            new InMemoryRecords(),
            new ToldListener(told));
    var named = new NamedRecipientsWriter(handovers, corrections, told, () -> answerer);
    var desk = new DeskText(handovers, corrections, reach);
    var others = new ReminderWriter(profile);
    texts =
        (broadcast, chat, language, knowledge, at) -> {
          BroadcastText writer =
              switch (broadcast.kind()) {
                case REPLY, CORRECTION -> named;
                case QUESTION, PROPOSAL -> desk;
                case CHANGE, REMINDER, REPORT, ANSWER, MESSAGE -> others;
              };
          return writer.write(broadcast, chat, language, knowledge, at);
        };
    conversation =
        new Desk(list, this::snapshot, clock)
            .answering(handovers, broadcasts, quiet)
            .correcting(corrections, reach, broadcasts, quiet)
            .broadcasting(
                broadcasts, subscriptions, new InMemoryEventMemory(), texts, quiet, () -> false)
            .over(residents);
    care = new HandoverCare(handovers, broadcasts, list, this::snapshot, quiet);
    changes = new FactChanges(this::snapshot, memory, corrections, reach, broadcasts, list, quiet);
    return this;
  }

  private Knowledge snapshot() {
    return answerer.knowledge();
  }

  private Knowledge knowledge() {
    var line = new SourceLine("wydarzenia/" + id + ".md", 1);
    String[] parts = start.split("T", 2);
    var session =
        new Session(
            LocalDate.parse(parts[0]), LocalTime.parse(parts[1]), null, WARSAW, null, null, line);
    var event =
        new Event(
            id,
            "O platformie CitizenLab",
            line,
            WARSAW,
            List.of(session),
            facts,
            status,
            null,
            List.of(),
            line.file());
    return new Knowledge(List.of(event), List.of(), List.of(), List.of(), List.of());
  }

  private void fact(FactKind kind, String value) {
    var line = new SourceLine("wydarzenia/" + id + ".md", 2);
    facts.put(kind, new Fact(kind, List.of(value), line, Fact.Origin.FRONT_MATTER));
  }

  /** The organisers change a fact in the file; null removes it. */
  AnOffice edits(FactKind kind, @Nullable String value) {
    if (value == null) {
      facts.remove(kind);
    } else {
      fact(kind, value);
    }
    return publishes();
  }

  AnOffice movesTo(String newStart) {
    start = newStart;
    return publishes();
  }

  AnOffice renamesFileTo(String newId) {
    id = newId;
    return publishes();
  }

  private AnOffice publishes() {
    answerer = Answerer.of(knowledge());
    return runs();
  }

  AnOffice withoutOrganisers() {
    organisers.clear();
    return this;
  }

  AnOffice dismisses(ChatId organiser) {
    organisers.remove(organiser);
    return this;
  }

  /** Telegram says from now on that this chat blocked the bot. */
  AnOffice blocks(ChatId chat) {
    blocked.add(chat);
    return this;
  }

  Instant now() {
    return now;
  }

  AnOffice at(String local) {
    now = LocalDateTime.parse(local).atZone(WARSAW).toInstant();
    return runs();
  }

  /** Time passes, and what is due is sent. */
  AnOffice waits(Duration time) {
    now = now.plus(time);
    return runs();
  }

  /** Looks, sends what is due, and so on until nothing more comes of it. */
  AnOffice runs() {
    look();
    boolean more = true;
    while (more) {
      List<Broadcast> due =
          broadcasts.in(Set.of(Broadcast.State.SCHEDULED)).stream()
              .filter(broadcast -> !broadcast.due().isAfter(now))
              .toList();
      due.forEach(this::deliver);
      look();
      more = !due.isEmpty();
    }
    return this;
  }

  private void look() {
    care.tick(now);
    changes.tick(now);
  }

  private void deliver(Broadcast broadcast) {
    long number = broadcast.id();
    broadcasts.change(number, Set.of(Broadcast.State.SCHEDULED), Broadcast.State.RUNNING, now);
    for (Delivery delivery : broadcasts.claim(number, null, now, 1_000)) {
      ChatId chat = delivery.chat();
      OutgoingMessage message =
          broadcasts.isWanted(number, chat)
              ? texts.write(broadcast, chat, broadcasts.language(number, chat), snapshot(), now)
              : null;
      if (message == null) {
        broadcasts.end(number, chat, Delivery.State.SKIPPED, null, null);
      } else if (blocked.contains(chat)) {
        broadcasts.end(number, chat, Delivery.State.BLOCKED, null, null);
      } else {
        broadcasts.end(number, chat, Delivery.State.SENT, (long) receive(message), null);
      }
    }
    broadcasts.change(number, Set.of(Broadcast.State.RUNNING), Broadcast.State.DONE, now);
  }

  /** The number of the message in its chat. */
  private int receive(OutgoingMessage message) {
    List<OutgoingMessage> chat = chats.computeIfAbsent(message.chat(), same -> new ArrayList<>());
    chat.add(message);
    return chat.size();
  }

  AnOffice types(ChatId chat, String text) {
    return sends(chat, new Text(text), null);
  }

  /** Uses Telegram's reply on the last message that holds these words. */
  AnOffice replies(ChatId chat, String words, String text) {
    return sends(chat, new Text(text), (long) numberOf(chat, words));
  }

  AnOffice sends(ChatId chat, Content content, @Nullable Long replyTo) {
    conversation
        .handle(new IncomingMessage(chat, ChatType.PRIVATE, true, "pl", content, now, replyTo))
        .forEach(this::receive);
    return runs();
  }

  int numberOf(ChatId chat, String words) {
    List<OutgoingMessage> messages = chats.getOrDefault(chat, List.of());
    for (int i = messages.size(); i > 0; i--) {
      if (messages.get(i - 1).text().text().contains(words)) {
        return i;
      }
    }
    throw new AssertionError(words + " is not among " + texts(chat));
  }

  /** Presses a button of the last message that has it. */
  AnOffice presses(ChatId chat, String label) {
    return pressesData(chat, data(chat, label));
  }

  AnOffice pressesData(ChatId chat, String data) {
    return sends(chat, new IncomingMessage.ButtonPress(data), null);
  }

  String data(ChatId chat, String label) {
    return chats.getOrDefault(chat, List.of()).reversed().stream()
        .flatMap(message -> message.buttons().stream())
        .flatMap(List::stream)
        .filter(button -> button.label().equals(label))
        .map(Button::data)
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is nowhere in " + texts(chat)));
  }

  /** What the chat has got, in order. */
  List<String> texts(ChatId chat) {
    return chats.getOrDefault(chat, List.of()).stream()
        .map(message -> message.text().text())
        .toList();
  }

  /** The last message to that chat. */
  String last(ChatId chat) {
    return texts(chat).isEmpty() ? "" : texts(chat).getLast();
  }

  List<String> labels(ChatId chat) {
    return chats.getOrDefault(chat, List.of()).getLast().buttons().stream()
        .flatMap(List::stream)
        .map(Button::label)
        .toList();
  }

  /** Jan asks what the files do not say, and hands it over. */
  AnOffice janAsks(String question) {
    return types(JAN, "/zapytaj " + question).presses(JAN, "Przekaż");
  }
}
