package pl.soclab.webinarbot.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Content;
import pl.soclab.webinarbot.conversation.IncomingMessage.Document;
import pl.soclab.webinarbot.conversation.IncomingMessage.Forwarded;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.database.TestDatabases;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;
import pl.soclab.webinarbot.messaging.Attachment;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.IncomingFiles;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.publishing.FilePublisher;
import pl.soclab.webinarbot.publishing.JdbcUploads;
import pl.soclab.webinarbot.publishing.Publisher;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.InMemoryBroadcasts;
import pl.soclab.webinarbot.reminders.InMemoryEventMemory;
import pl.soclab.webinarbot.reminders.InMemorySubscriptions;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Scope;

/**
 * Organisers who change files: a folder on the disk, versions in H2, answers from what is there.
 */
final class AnEditor {
  static final ChatId ANNA = ADesk.ANNA;
  static final ChatId BARTEK = ADesk.BARTEK;
  static final String FILE = "wydarzenia/2022-02-17-zebranie.md";
  static final String EVENT =
      """
      ---
      tytuł: Zebranie o placu zabaw
      początek: 2022-02-17 9:00
      miejsce: świetlica
      link: https://us02web.zoom.us/j/81951034606
      kontakt: plac@gmina.example
      ---
      Zapraszamy na rozmowę o nowym placu zabaw.
      """;

  private static final DataSource DATABASE = TestDatabases.h2();

  final InMemorySubscriptions subscriptions = new InMemorySubscriptions();
  final InMemoryBroadcasts broadcasts = new InMemoryBroadcasts(subscriptions);
  private final Path path;
  private final Map<String, byte[]> sent = new HashMap<>();
  private final InMemoryAwaited awaited = new InMemoryAwaited();
  private KnowledgeFolder folder;
  private Answerer answerer;
  private Publisher publisher;
  private Conversation desk;
  private Instant now =
      LocalDateTime.parse("2022-02-16T12:00").atZone(ZoneId.of("Europe/Warsaw")).toInstant();
  private ChatId chat = ANNA;
  private List<OutgoingMessage> reply = List.of();
  private long nextChat = 600_000_000L;

  private AnEditor(Path path) {
    this.path = path;
    JdbcClient jdbc = JdbcClient.create(DATABASE);
    jdbc.sql("DELETE FROM version").update();
    jdbc.sql("DELETE FROM upload").update();
    restarts();
  }

  static AnEditor in(Path path) {
    return new AnEditor(path);
  }

  /** With the file of a meeting on the next day. */
  static AnEditor withTheMeeting(Path path) {
    return in(path).onDisk(FILE, EVENT);
  }

  /** The program starts anew; files and database stay. */
  AnEditor restarts() {
    InstantSource clock = () -> now;
    folder = new KnowledgeFolder(path, new KnowledgeReader(clock), clock);
    answerer = Answerer.of(folder.current().knowledge());
    folder.onChange(reading -> answerer = Answerer.of(reading.knowledge()));
    publisher = new FilePublisher(path, DATABASE, folder::refresh);
    desk = newDesk(publisher, clock);
    return this;
  }

  private Conversation newDesk(Publisher writing, InstantSource clock) {
    IncomingFiles files =
        (id, limit) -> {
          byte[] content = sent.get(id);
          if (content == null) {
            return new IncomingFiles.NotLoaded("gone");
          }
          return content.length > limit
              ? new IncomingFiles.TooBig()
              : new IncomingFiles.Loaded(content);
        };
    var parts = new FilesOfDesk(folder, writing, new JdbcUploads(DATABASE), files, () -> answerer);
    return new Desk(new ListedOrganisers(Set.of(ANNA, BARTEK)), () -> answerer.knowledge(), clock)
        .broadcasting(
            broadcasts,
            subscriptions,
            new InMemoryEventMemory(),
            (broadcast, to, language, knowledge, at) ->
                OutgoingMessage.text(to, "Od organizatorów: " + broadcast.content()),
            QuietHours.USUAL,
            () -> false)
        .files(parts, subscriptions, awaited, QuietHours.USUAL)
        .over(message -> List.of(OutgoingMessage.text(message.chat(), ADesk.RESIDENTS)));
  }

  /** From now on that writes files; null for the real one. */
  AnEditor publishesThrough(Publisher other) {
    desk = newDesk(other, () -> now);
    return this;
  }

  Publisher publisher() {
    return publisher;
  }

  /** Somebody writes a file past the bot. */
  AnEditor onDisk(String file, String content) {
    try {
      Path target = path.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(target, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folder.refresh();
    return this;
  }

  String disk(String file) {
    try {
      return Files.readString(path.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files, in the order of their names. */
  List<String> files() {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile)
          .map(file -> path.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  AnEditor subscribed(String eventId, int count) {
    for (int i = 0; i < count; i++) {
      subscriptions.subscribe(new ChatId(nextChat++), eventId, Scope.ALL, "pl", now);
    }
    return this;
  }

  AnEditor waits(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** Who writes and presses from now on. */
  AnEditor as(ChatId organiser) {
    chat = organiser;
    return this;
  }

  AnEditor sendsFile(String name, String content) {
    return sendsFile(name, content.getBytes(StandardCharsets.UTF_8));
  }

  AnEditor sendsFile(String name, byte[] content) {
    String id = "file-" + sent.size();
    sent.put(id, content);
    return sends(new Document(id, name, content.length, ""));
  }

  AnEditor forwards(String text) {
    return sends(new Forwarded(text));
  }

  AnEditor types(String text) {
    return sends(new Text(text));
  }

  AnEditor sends(Content content) {
    reply = desk.handle(new IncomingMessage(chat, ChatType.PRIVATE, true, "pl", content, now));
    return this;
  }

  AnEditor presses(String label) {
    return pressesData(data(label));
  }

  AnEditor pressesData(String data) {
    return sends(new ButtonPress(data));
  }

  String data(String label) {
    return buttons()
        .filter(button -> button.label().equals(label))
        .map(Button::data)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(label + " is not among " + labels() + "\n" + reads()));
  }

  private Stream<Button> buttons() {
    return reply.stream().flatMap(message -> message.buttons().stream()).flatMap(List::stream);
  }

  List<String> labels() {
    return buttons().map(Button::label).toList();
  }

  List<OutgoingMessage> reply() {
    return reply;
  }

  String reads() {
    return String.join("\n", reply.stream().map(message -> message.text().text()).toList());
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

  List<Broadcast> drafts() {
    return broadcasts.in(Set.of(Broadcast.State.DRAFT));
  }

  /** What a resident is answered now. */
  String answers(String question) {
    return answerer
        .answer(pl.soclab.webinarbot.answering.Question.of(question), now)
        .content()
        .text()
        .text();
  }
}
