package pl.soclab.webinarbot.desk;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.evaluation.Evaluator;
import pl.soclab.webinarbot.evaluation.QuestionFile;
import pl.soclab.webinarbot.evaluation.TestQuestion;
import pl.soclab.webinarbot.knowledge.Finding;

/**
 * The questions under {@code pytania/}, which must keep being answered: asks them all after each
 * change of the files, one after the other and beside everything else, as residents come first.
 * Where the files change meanwhile, the rest is not asked any more, and all are asked again of the
 * newest files. Safe for use by many threads.
 */
public final class StandingQuestions {
  private static final Logger LOG = LoggerFactory.getLogger(StandingQuestions.class);

  private final Path folder;
  private final Supplier<Answerer> answerers;
  private final InstantSource clock;
  private final Executor executor;
  private final AtomicLong wanted = new AtomicLong();
  private long done;
  private @Nullable ChangedFiles files;
  private volatile @Nullable Run last;

  /**
   * What came of asking all of them.
   *
   * @param questions in the order of files and lines
   * @param findings what is wrong with the question files
   * @param changed the files that had changed since the run before; empty where that is not known
   */
  record Run(List<Checked> questions, List<Finding> findings, List<String> changed) {
    Run {
      questions = List.copyOf(questions);
      findings = List.copyOf(findings);
      changed = List.copyOf(changed);
    }

    /** How many had no good answer. */
    long failed() {
      return questions.stream().filter(question -> !question.passed()).count();
    }
  }

  /**
   * Asks nothing before {@link #ask}.
   *
   * @param folder the knowledge folder
   * @param answerers gives the answerer over the newest snapshot
   * @param executor runs one thing at a time, on a thread that may be slow
   */
  public StandingQuestions(
      Path folder, Supplier<Answerer> answerers, InstantSource clock, Executor executor) {
    this.folder = folder;
    this.answerers = answerers;
    this.clock = clock;
    this.executor = executor;
  }

  /** Has all questions asked of the newest files; returns at once. */
  public void ask() {
    wanted.incrementAndGet();
    try {
      executor.execute(this::runGuarded);
    } catch (RejectedExecutionException e) {
      // The program ends; the next one asks.
      LOG.debug("Not asked any more");
    }
  }

  /** What is wrong with the question files, as they were last read; empty before that. */
  public List<Finding> findings() {
    Run run = last;
    return run == null ? List.of() : run.findings();
  }

  /** What came of the last time that all were asked; null where that has not been yet. */
  @Nullable Run last() {
    return last;
  }

  private void runGuarded() {
    try {
      run();
    } catch (RuntimeException e) {
      // The thread has to ask again after the next change.
      LOG.error("The questions under pytania/ cannot be asked", e);
    }
  }

  private synchronized void run() {
    long turn = wanted.get();
    if (turn == done) {
      return;
    }
    Answerer answerer = answerers.get();
    var checked = new ArrayList<Checked>();
    var findings = new ArrayList<Finding>();
    for (String name : answerer.knowledge().questionFiles()) {
      QuestionFile file = QuestionFile.read(folder.resolve(name), name);
      findings.addAll(file.findings());
      for (TestQuestion question : file.questions()) {
        if (wanted.get() != turn) {
          return;
        }
        Evaluator.run(List.of(question), answerer, clock)
            .outcomes()
            .forEach(outcome -> checked.add(Checked.of(outcome)));
      }
    }
    ChangedFiles now = ChangedFiles.of(answerer.knowledge());
    last = new Run(checked, findings, files == null ? List.of() : now.since(files));
    files = now;
    done = turn;
  }
}
