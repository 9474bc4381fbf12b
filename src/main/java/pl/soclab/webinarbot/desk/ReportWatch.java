package pl.soclab.webinarbot.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.questions.QuestionMemory;
import pl.soclab.webinarbot.questions.Troubles;

/**
 * Tells the organisers what they did not ask for and want to know: errors in files, questions that
 * lost their answer, the summary in the morning. To be told the time where broadcasts are sent, in
 * one instance of the program at a time; the work is done elsewhere, as sending must not wait.
 */
public final class ReportWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ReportWatch.class);

  /** Nothing that is told here is in a hurry. */
  static final Duration PACE = Duration.ofSeconds(5);

  private final ReportSources sources;
  private final Supplier<Answerer> answerers;
  private final Executor executor;
  private final TroubleReports troubles;
  private final TroubleKind files;
  private final TroubleKind questions;
  private final MorningSummary morning;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile Instant looked = Instant.MIN;

  /**
   * Wires it; nothing happens before {@link #tick}.
   *
   * @param answerers gives the answerer over the newest snapshot
   * @param folder the knowledge folder
   * @param executor does the work
   */
  public ReportWatch(
      ReportSources sources,
      Organisers organisers,
      Supplier<Answerer> answerers,
      Path folder,
      Troubles troubles,
      QuestionMemory memory,
      Executor executor) {
    this.sources = sources;
    this.answerers = answerers;
    this.executor = executor;
    this.troubles = new TroubleReports(troubles, sources.broadcasts(), organisers);
    files = new FileTroubles(folder, sources.findings());
    questions = new QuestionTroubles(sources.questions(), memory);
    morning = new MorningSummary(sources, organisers, answerers);
  }

  /**
   * Looks for what is to be told; to be called every second or so. It returns at once and never
   * throws; where the last call is still at work, or was a moment ago, it does nothing.
   */
  public void tick(Instant now) {
    boolean rests = !now.isBefore(looked) && now.isBefore(looked.plus(PACE));
    if (rests || !busy.compareAndSet(false, true)) {
      return;
    }
    looked = now;
    try {
      executor.execute(() -> look(now));
    } catch (RejectedExecutionException e) {
      // The program ends; the next one goes on.
      busy.set(false);
    }
  }

  private void look(Instant now) {
    try {
      boolean night = new ComingEvents(answerers.get().knowledge(), now).isNight(sources.quiet());
      guarded(() -> troubles.look(files, night, now));
      guarded(() -> troubles.look(questions, night, now));
      guarded(() -> morning.look(now));
    } finally {
      busy.set(false);
    }
  }

  /** One report that cannot be made must not keep the others back. */
  private static void guarded(Runnable report) {
    try {
      report.run();
    } catch (RuntimeException e) {
      LOG.error("A report to the organisers cannot be made just now", e);
    }
  }
}
