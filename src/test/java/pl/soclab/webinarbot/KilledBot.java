package pl.soclab.webinarbot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.JdbcBroadcasts;
import pl.soclab.webinarbot.reminders.JdbcSubscriptions;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.Scope;

/**
 * A broadcast whose sender is killed like a machine that loses its power: {@code kill -9}. The
 * judge is the stand-in's own log.
 */
final class KilledBot implements AutoCloseable {
  private static final String TEXT = "Do zobaczenia w czwartek";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path folder;
  private final Preview telegram;
  private final DatabaseAddress database;
  private final List<Process> processes = new ArrayList<>();
  private final List<Long> recipients = new ArrayList<>();
  private int inFlight;

  /** Recipients with a subscription, and a broadcast to them that is due. */
  KilledBot(Path folder, Preview telegram, DatabaseAddress database, int recipients) {
    this.folder = folder;
    this.telegram = telegram;
    this.database = database;
    DataSource source = source();
    Flyway.configure().dataSource(source).load().migrate();
    var subscriptions = new JdbcSubscriptions(source);
    for (int i = 0; i < recipients; i++) {
      long chat = telegram.residents().add("Mieszkaniec " + i, "pl").hasWrittenBefore().id();
      this.recipients.add(chat);
      subscriptions.subscribe(
          new ChatId(chat), "zebranie", Scope.ALL, "pl", Instant.now().minusSeconds(60));
    }
    var broadcasts = new JdbcBroadcasts(source);
    Broadcast draft =
        Objects.requireNonNull(
            broadcasts.create(NewBroadcast.draft("zebranie", TEXT, new ChatId(1), Instant.now())));
    broadcasts.change(
        draft.id(), Set.of(Broadcast.State.DRAFT), Broadcast.State.SCHEDULED, Instant.now());
  }

  private DataSource source() {
    return new DriverManagerDataSource(database.url(), database.user(), database.password());
  }

  /** Starts an instance of the program. */
  Process start() throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            WebinarBot.class.getName(),
            "serve",
            "--knowledge",
            folder.resolve("knowledge").toString());
    Map<String, String> environment = builder.environment();
    environment.put("TELEGRAM_BOT_TOKEN", telegram.token());
    environment.put("TELEGRAM_API_URL", telegram.botApi().toString());
    environment.put("DATABASE_URL", database.url());
    environment.put("DATABASE_USER", database.user());
    environment.put("DATABASE_PASSWORD", database.password());
    environment.put("MESSAGES_PER_SECOND", "200");
    environment.put("SERVER_PORT", "0");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log.txt").toFile()));
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  /** Waits until so many messages of the broadcast have arrived. */
  void awaitArrived(int count) throws IOException {
    try {
      telegram.log().awaitCalls("sendMessage", count, PATIENCE);
    } catch (AssertionError e) {
      throw new AssertionError(Files.readString(folder.resolve("log.txt")), e);
    }
  }

  /** Kills it, and counts what it had begun: the only messages that may come twice. */
  void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor();
    inFlight +=
        JdbcClient.create(source())
            .sql("SELECT COUNT(*) FROM delivery WHERE state = 'SENDING'")
            .query(Integer.class)
            .single();
  }

  /** Kills the program at so many moments, and lets the last one finish. */
  Verdict killedTimes(int kills, long seed) throws IOException, InterruptedException {
    var random = new Random(seed);
    int[] moments =
        random.ints(1, recipients.size() - 1).distinct().limit(kills).sorted().toArray();
    for (int moment : moments) {
      Process process = start();
      awaitArrived(moment);
      kill(process);
    }
    start();
    return verdict();
  }

  /** What the stand-in's log says once everybody has it, or once nothing comes any more. */
  Verdict verdict() {
    for (long chat : recipients) {
      telegram.log().awaitMessages(chat, 1, PATIENCE);
    }
    var count = new HashMap<Long, Integer>();
    for (SentMessage message : telegram.log().messages()) {
      if (message.text().contains(TEXT)) {
        count.merge(message.chat(), 1, Integer::sum);
      }
    }
    var missing = new HashSet<>(recipients);
    missing.removeAll(count.keySet());
    int repeats = count.values().stream().mapToInt(times -> times - 1).sum();
    return new Verdict(missing.size(), repeats, inFlight);
  }

  /**
   * How the broadcast ended.
   *
   * @param missing residents who got nothing
   * @param repeats messages that came once more
   * @param begun sends that were begun and not noted at the kills
   */
  record Verdict(int missing, int repeats, int begun) {}

  @Override
  public void close() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
  }
}
