package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;

/** An answer, and the bare search for the same question in the same passages. Run by JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 2, time = 2)
public class TimedAnswers {
  @Param public QuestionKind kind = QuestionKind.ALL;

  private List<Question> questions = List.of();
  private Instant now = Instant.EPOCH;
  private Answerer answerer;
  private BareLucene lucene;
  private int next;

  /** Reads the texts and the questions. */
  @Setup
  public void read() throws IOException {
    QuestionKind.Posed posed = kind.posed();
    questions = posed.questions();
    now = posed.now();
    answerer = Answerer.of(posed.knowledge());
    lucene = BareLucene.over(posed.knowledge().passages());
  }

  /** What the bot says. */
  @Benchmark
  public Answer answer() {
    return answerer.answer(question(), now);
  }

  /** What Lucene finds. */
  @Benchmark
  public List<String> lucene() {
    return lucene.find(question().text());
  }

  private Question question() {
    next = (next + 1) % questions.size();
    return questions.get(next);
  }
}
