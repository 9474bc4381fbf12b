package pl.soclab.webinarbot.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.InMemoryQuestionMemory;
import pl.soclab.webinarbot.questions.InMemoryTallies;
import pl.soclab.webinarbot.questions.InMemoryTroubles;
import pl.soclab.webinarbot.questions.QuestionMemory;
import pl.soclab.webinarbot.questions.Troubles;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.EventTimes;
import pl.soclab.webinarbot.reminders.InMemoryBroadcasts;
import pl.soclab.webinarbot.reminders.InMemoryEventMemory;
import pl.soclab.webinarbot.reminders.InMemorySubscriptions;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Scope;

/** A folder of files, the clock, and what two organisers are told unasked. */
final class AWatchedFolder {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final Duration STEP = Duration.ofSeconds(10);

  final InMemorySubscriptions subscriptions = new InMemorySubscriptions();
  final InMemoryBroadcasts broadcasts = new InMemoryBroadcasts(subscriptions);
  final InMemoryTallies tallies = new InMemoryTallies();
  final InMemoryEventMemory memory = new InMemoryEventMemory();
  final Troubles troubles = new InMemoryTroubles();
  final QuestionMemory questionMemory = new InMemoryQuestionMemory();
  private final List<ChatId> organisers = new ArrayList<>(List.of(ADesk.ANNA, ADesk.BARTEK));
  private final Path path;
  private final InstantSource clock = () -> this.now;
  private Instant now;
  private KnowledgeFolder folder;
  private Answerer answerer;
  private StandingQuestions questions;
  private ReportWatch watch;
  private int heard;

  private AWatchedFolder(Path path, String local) {
    this.path = path;
    now = instant(local);
    folder = opened();
    answerer = Answerer.of(folder.current().knowledge());
    questions = newQuestions();
    watch = newWatch();
  }

  /** Nobody looked at the files yet; the time is Warsaw's. */
  static AWatchedFolder at(Path path, String local) {
    return new AWatchedFolder(path, local);
  }

  private KnowledgeFolder opened() {
    return new KnowledgeFolder(path, new KnowledgeReader(clock), clock);
  }

  private StandingQuestions newQuestions() {
    return new StandingQuestions(path, () -> answerer, clock, Runnable::run);
  }

  private ReportWatch newWatch() {
    return new ReportWatch(
        sources(), new Listed(), () -> answerer, path, troubles, questionMemory, Runnable::run);
  }

  private ReportSources sources() {
    return new ReportSources(
        tallies, subscriptions, broadcasts, memory, QuietHours.USUAL, this::findings, questions);
  }

  private List<Finding> findings() {
    return folder.current().with(answerer.findings()).with(questions.findings()).findings();
  }

  /** Those who are organisers now. */
  private final class Listed implements Organisers {
    @Override
    public boolean contains(ChatId privateChat) {
      return organisers.contains(privateChat);
    }

    @Override
    public List<ChatId> all() {
      return List.copyOf(organisers);
    }
  }

  AWatchedFolder withoutOrganisers() {
    organisers.clear();
    return this;
  }

  AWatchedFolder withOrganiser(ChatId chat) {
    organisers.add(chat);
    return this;
  }

  static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
  }

  Instant now() {
    return now;
  }

  AWatchedFolder saves(String file, String... lines) {
    try {
      Path saved = path.resolve(file);
      Files.createDirectories(saved.getParent());
      Files.writeString(saved, String.join("\n", lines) + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  AWatchedFolder deletes(String file) {
    try {
      Files.delete(path.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program starts anew; only files and database stay. */
  AWatchedFolder restarts() {
    folder = opened();
    answerer = Answerer.of(folder.current().knowledge());
    questions = newQuestions();
    questions.ask();
    watch = newWatch();
    return look();
  }

  /** Time passes, and the program looks every ten seconds. */
  AWatchedFolder passes(Duration time) {
    return runsUntil(now.plus(time));
  }

  AWatchedFolder runsUntil(String local) {
    return runsUntil(instant(local));
  }

  private AWatchedFolder runsUntil(Instant end) {
    while (now.isBefore(end)) {
      Instant next = now.plus(STEP);
      now = next.isBefore(end) ? next : end;
      look();
    }
    return this;
  }

  /** Time passes while the program is off. */
  AWatchedFolder sleepsUntil(String local) {
    now = instant(local);
    return this;
  }

  AWatchedFolder look() {
    if (folder.tick()) {
      answerer = Answerer.of(folder.current().knowledge());
      questions.ask();
    }
    rememberTimes();
    watch.tick(now);
    return this;
  }

  /** What reminders remember at each look. */
  private void rememberTimes() {
    folder
        .current()
        .knowledge()
        .events()
        .forEach(
            event -> {
              EventTimes times = EventTimes.of(event);
              EventMemory.Known known = memory.all().get(event.id());
              if (known == null || !known.seen().equals(times)) {
                memory.remember(event.id(), new EventMemory.Known(times, now, times, now));
              }
            });
  }

  /** So many subscribe to everything about an event. */
  AWatchedFolder subscribed(String eventId, int count) {
    for (int i = 0; i < count; i++) {
      subscriptions.subscribe(new ChatId(600_000_000L + i), eventId, Scope.ALL, "pl", now);
    }
    return this;
  }

  /** All reports that were made, in order. */
  List<Broadcast> reports() {
    return broadcasts.in(Set.of(Broadcast.State.values())).stream()
        .filter(broadcast -> broadcast.kind() == Broadcast.Kind.REPORT)
        .sorted(Comparator.comparingLong(Broadcast::id))
        .toList();
  }

  /** What the organisers were told since this was last asked. */
  List<String> told() {
    List<Broadcast> all = reports();
    List<String> told =
        all.subList(heard, all.size()).stream()
            .map(report -> Objects.requireNonNull(report.content()))
            .toList();
    heard = all.size();
    return told;
  }
}
