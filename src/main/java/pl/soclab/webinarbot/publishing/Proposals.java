package pl.soclab.webinarbot.publishing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.evaluation.KeptQuestions;
import pl.soclab.webinarbot.evaluation.LostQuestions;
import pl.soclab.webinarbot.evaluation.TestQuestion;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;

/** Finds out what a changed file would bring, without writing it. Safe for use by many threads. */
public final class Proposals {
  private static final int MOST_QUESTIONS = 300;
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** An answerer over more than that takes seconds to make, and the organiser waits. */
  private static final int MOST_PASSAGES = 20_000;

  private final KnowledgeFolder folder;
  private final Publisher publisher;
  private final Supplier<Answerer> answerers;
  private final InstantSource clock;

  /**
   * Leans on the folder as it is.
   *
   * @param answerers gives the one that answers residents now
   */
  public Proposals(
      KnowledgeFolder folder,
      Publisher publisher,
      Supplier<Answerer> answerers,
      InstantSource clock) {
    this.folder = folder;
    this.publisher = publisher;
    this.answerers = answerers;
    this.clock = clock;
  }

  /**
   * What a file would bring.
   *
   * @param content null for the folder without it
   * @throws java.io.UncheckedIOException where the present file cannot be read
   */
  public Proposal of(String file, @Nullable String content) {
    String before = publisher.current(file);
    KnowledgeReader.Reading now = folder.refresh();
    KnowledgeReader.Reading then = folder.preview(file, content);
    boolean small = then.knowledge().passages().size() <= MOST_PASSAGES;
    Answerer after = small ? Answerer.of(then.knowledge()) : null;
    List<Finding> findings =
        after == null ? then.findings() : then.with(after.findings()).findings();
    return new Proposal(
        file,
        before,
        content,
        eventOf(file, now),
        eventOf(file, then),
        then.knowledge().passages().stream()
            .filter(passage -> passage.source().file().equals(file))
            .count(),
        then.knowledge().readyAnswers().stream()
            .filter(answer -> answer.source().file().equals(file))
            .count(),
        own(file, findings),
        elsewhere(file, findings, now),
        after == null ? null : lost(after));
  }

  private static @Nullable Event eventOf(String file, KnowledgeReader.Reading reading) {
    return reading.knowledge().events().stream()
        .filter(event -> event.file().equals(file))
        .findFirst()
        .orElse(null);
  }

  private static List<Finding> own(String file, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.source().file().equals(file))
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  private List<Finding> elsewhere(
      String file, List<Finding> findings, KnowledgeReader.Reading now) {
    var known = new ArrayList<>(now.with(answerers.get().findings()).findings());
    return findings.stream()
        .filter(finding -> !finding.source().file().equals(file))
        .filter(finding -> !known.contains(finding))
        .filter(finding -> finding.severity() != Finding.Severity.NOTE)
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  private LostQuestions lost(Answerer after) {
    List<TestQuestion> kept = KeptQuestions.read(folder.path(), after.knowledge()).questions();
    LostQuestions lost =
        LostQuestions.between(
            answerers.get(),
            after,
            kept.subList(0, Math.min(kept.size(), MOST_QUESTIONS)),
            clock,
            LONGEST);
    return new LostQuestions(lost.lost(), lost.asked(), kept.size());
  }
}
