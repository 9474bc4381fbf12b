package pl.soclab.webinarbot.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Content;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.knowledge.SourceLine;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.IncomingFiles;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.publishing.InMemoryUploads;
import pl.soclab.webinarbot.questions.InMemoryOpenQuestions;
import pl.soclab.webinarbot.questions.InMemoryTallies;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcast.State;
import pl.soclab.webinarbot.reminders.Delivery;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.EventTimes;
import pl.soclab.webinarbot.reminders.InMemoryBroadcasts;
import pl.soclab.webinarbot.reminders.InMemoryEventMemory;
import pl.soclab.webinarbot.reminders.InMemorySubscriptions;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Scope;

/** A desk with two organisers, Anna and Bartek, on the eve of the webinar. */
final class ADesk {
  static final ChatId ANNA = new ChatId(501_000_001L);
  static final ChatId BARTEK = new ChatId(501_000_002L);
  static final ChatId CELINA = new ChatId(501_000_003L);
  static final ChatId RESIDENT = new ChatId(7_000_000_001L);
  static final ChatId GROUP = new ChatId(-4_001_000_001L);
  static final String WEBINAR = "2022-02-17-citizenlab";

  /** What the fake residents' conversation says. */
  static final String RESIDENTS = "Odpowiedź dla mieszkańca";

  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

  final InMemorySubscriptions subscriptions = new InMemorySubscriptions();
  final InMemoryBroadcasts broadcasts = new InMemoryBroadcasts(subscriptions);
  final InMemoryPairings pairings = new InMemoryPairings();
  final InMemoryAwaited awaited = new InMemoryAwaited();
  final InMemoryBotSwitch botSwitch = new InMemoryBotSwitch();
  final PairedOrganisers organisers;

  /** The chats whose menu Telegram was told of, in order. */
  final List<ChatId> menus = new ArrayList<>();

  final InMemoryEventMemory memory = new InMemoryEventMemory();
  final InMemoryTallies tallies = new InMemoryTallies();
  final List<Finding> findings = new ArrayList<>();
  final FakeTelegram telegram = new FakeTelegram();
  final InMemoryOpenQuestions questions = new InMemoryOpenQuestions();
  final FakePublisher publisher = new FakePublisher();
  private final List<Event> events = new ArrayList<>();
  private Conversation desk;
  private Instant now = LocalDateTime.parse("2022-02-16T12:00").atZone(WARSAW).toInstant();
  private List<OutgoingMessage> reply = List.of();
  private long nextChat = 600_000_000L;

  private ADesk(Set<ChatId> listed) {
    organisers = new PairedOrganisers(new ListedOrganisers(listed), pairings);
    desk = newDesk();
  }

  /** With the webinar of the next day. */
  static ADesk withTheWebinar() {
    return withoutEvents().with(WEBINAR, "O platformie CitizenLab", "2022-02-17T09:00");
  }

  /** The same, where the operator lists these organisers and no others. */
  static ADesk listing(ChatId... organisers) {
    return new ADesk(Set.of(organisers))
        .with(WEBINAR, "O platformie CitizenLab", "2022-02-17T09:00");
  }

  static ADesk withoutEvents() {
    return new ADesk(Set.of(ANNA, BARTEK));
  }

  ADesk with(String id, String title, @Nullable String start) {
    return with(id, title, start, Event.Status.PLANNED);
  }

  /** The organisers' files tell of another event; without a start it has no date. */
  ADesk with(String id, String title, @Nullable String start, Event.Status status) {
    var line = new SourceLine("wydarzenia/" + id + ".md", 1);
    List<Session> sessions = start == null ? List.of() : List.of(session(start, line));
    events.add(
        new Event(
            id,
            title,
            line,
            WARSAW,
            sessions,
            Map.of(),
            status,
            null,
            List.of(Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(10)),
            line.file()));
    return this;
  }

  /** "2022-02-17T09:00", or a day alone. */
  private static Session session(String start, SourceLine line) {
    String[] parts = start.split("T", 2);
    LocalTime time = parts.length == 1 ? null : LocalTime.parse(parts[1]);
    return new Session(java.time.LocalDate.parse(parts[0]), time, null, WARSAW, null, null, line);
  }

  /** Those who subscribed know of the events as the files tell of them now. */
  void tellsAll() {
    events.forEach(
        event -> {
          EventTimes times = EventTimes.of(event);
          memory.remember(event.id(), new EventMemory.Known(times, now, times, now));
        });
  }

  /** The file of an event is removed. */
  void forgets(String id) {
    events.removeIf(event -> event.id().equals(id));
  }

  /** So many more chats subscribe to everything about an event. */
  ADesk subscribed(String eventId, int count) {
    for (int i = 0; i < count; i++) {
      subscriptions.subscribe(new ChatId(nextChat++), eventId, Scope.ALL, "pl", now);
    }
    return this;
  }

  /** The program starts anew; only the database stays. */
  void restarts() {
    desk = newDesk();
  }

  private Conversation newDesk() {
    InstantSource clock = () -> now;
    return new Desk(organisers, this::knowledge, clock)
        .broadcasting(
            broadcasts,
            subscriptions,
            memory,
            (broadcast, chat, language, knowledge, at) -> asResidentsSee(broadcast, chat),
            QuietHours.USUAL,
            botSwitch::isOff)
        .panel(sources(clock), botSwitch)
        .switching(botSwitch, broadcasts, awaited)
        .organisers(organisers, inviting(), broadcasts, awaited, menus::add)
        .unanswered(
            questions, questions.drafts(), awaited, publisher, () -> Answerer.of(knowledge()))
        .files(noFiles(clock), subscriptions, awaited, QuietHours.USUAL)
        .over(message -> List.of(OutgoingMessage.text(message.chat(), RESIDENTS)));
  }

  private ReportSources sources(InstantSource clock) {
    return new ReportSources(
        tallies,
        subscriptions,
        broadcasts,
        memory,
        QuietHours.USUAL,
        () -> findings,
        new StandingQuestions(
            Path.of("knowledge"), () -> Answerer.of(knowledge()), clock, Runnable::run));
  }

  /** Somebody switched the bot off. */
  ADesk isOff(String reason) {
    botSwitch.change(new BotSwitch.Switching(1, true, reason, now, ANNA));
    return this;
  }

  Inviting inviting() {
    return new Inviting(organisers, pairings, () -> now);
  }

  /** The desk's work on files has a builder of its own: {@link AnEditor}. */
  private static FilesOfDesk noFiles(InstantSource clock) {
    var folder = new KnowledgeFolder(Path.of("no-such-folder"), new KnowledgeReader(clock), clock);
    return new FilesOfDesk(
        folder,
        new NoPublisher(),
        new InMemoryUploads(),
        (file, limit) -> new IncomingFiles.NotLoaded("no files here"),
        () -> Answerer.of(Knowledge.empty()));
  }

  ProgressBoard newBoard() {
    return newBoard(Runnable::run);
  }

  ProgressBoard newBoard(Executor executor) {
    return new ProgressBoard(
        broadcasts,
        subscriptions,
        this::knowledge,
        organisers,
        telegram,
        telegram,
        botSwitch::isOff,
        executor);
  }

  Knowledge knowledge() {
    return new Knowledge(events, List.of(), publisher.readyAnswers(events), List.of(), List.of());
  }

  private static OutgoingMessage asResidentsSee(Broadcast broadcast, ChatId chat) {
    return new OutgoingMessage(
        chat,
        RichText.plain("Od organizatorów: " + broadcast.content()),
        List.of(List.of(new Button("Nie pisz do mnie", "t:unsubscribe:"))),
        null);
  }

  Instant now() {
    return now;
  }

  ADesk waits(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** Anna writes. */
  ADesk types(String text) {
    return sends(ANNA, ChatType.PRIVATE, new Text(text));
  }

  ADesk sends(ChatId chat, Content content) {
    return sends(chat, ChatType.PRIVATE, content);
  }

  ADesk sends(ChatId chat, ChatType type, Content content) {
    reply = desk.handle(new IncomingMessage(chat, type, true, "pl", content, now));
    return this;
  }

  /** Somebody presses a button of the last reply. */
  ADesk presses(ChatId chat, String label) {
    return sends(chat, new ButtonPress(data(label)));
  }

  /** What organisers are told, as "501000001: text", the oldest first. */
  List<String> reports() {
    return broadcasts.in(Set.of(State.SCHEDULED)).stream()
        .filter(broadcast -> broadcast.kind() == Broadcast.Kind.REPORT)
        .flatMap(report -> Stream.of(ANNA, BARTEK, CELINA).flatMap(chat -> told(report, chat)))
        .toList();
  }

  /** What became of a message to one chat. */
  Delivery.State delivery(Broadcast broadcast, ChatId chat) {
    return Objects.requireNonNull(broadcasts.delivery(broadcast.id(), chat)).state();
  }

  private Stream<String> told(Broadcast report, ChatId chat) {
    Delivery delivery = broadcasts.delivery(report.id(), chat);
    return delivery != null && delivery.state() == Delivery.State.PENDING
        ? Stream.of(chat + ": " + report.content())
        : Stream.empty();
  }

  /** Anna presses a button of the last reply. */
  ADesk presses(String label) {
    return pressesData(data(label));
  }

  ADesk pressesData(String data) {
    return sends(ANNA, new ButtonPress(data));
  }

  /** What comes back when that button of the last reply is pressed. */
  String data(String label) {
    return buttons().stream()
        .filter(button -> button.label().equals(label))
        .map(Button::data)
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is not among " + labels()));
  }

  List<OutgoingMessage> reply() {
    return reply;
  }

  String reads() {
    return String.join("\n", reply.stream().map(message -> message.text().text()).toList());
  }

  private List<Button> buttons() {
    return reply.stream()
        .flatMap(message -> message.buttons().stream())
        .flatMap(List::stream)
        .toList();
  }

  List<String> labels() {
    return buttons().stream().map(Button::label).toList();
  }

  /** Anna writes a message and confirms it; its number. */
  long sendsOut(String text) {
    types("/rozeslij " + text);
    if (labels().stream().noneMatch(label -> label.startsWith("Wyślij do"))) {
      presses(labels().getLast());
    }
    presses(labelThatStarts("Wyślij do")).presses(labelThatStarts("Tak, wyślij"));
    return scheduled().id();
  }

  String labelThatStarts(String beginning) {
    return labels().stream()
        .filter(label -> label.startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError(beginning + " is not among " + labels()));
  }

  Broadcast scheduled() {
    return broadcasts.in(Set.of(State.SCHEDULED)).getLast();
  }

  Broadcast broadcast(long id) {
    return Objects.requireNonNull(broadcasts.find(id), "No broadcast " + id);
  }

  /** What the sender does first. */
  void begins(long id) {
    broadcasts.change(id, Set.of(State.SCHEDULED), State.RUNNING, now);
    broadcasts.fill(id, 10_000);
  }

  /** So many deliveries of a broadcast end so. */
  void delivers(long id, int count, Delivery.State state) {
    broadcasts
        .claim(id, null, now, count)
        .forEach(delivery -> broadcasts.end(id, delivery.chat(), state, 5L, null));
  }

  void ends(long id) {
    broadcasts.change(id, Set.of(State.RUNNING), State.DONE, now);
  }

  /** All that would be sent, or is being sent. */
  List<Broadcast> confirmed() {
    return broadcasts.in(Set.of(State.SCHEDULED, State.RUNNING, State.PAUSED));
  }

  List<Broadcast> drafts() {
    return broadcasts.in(Set.of(State.DRAFT));
  }
}
