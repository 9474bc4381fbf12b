package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.morfologik.MorfologikAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.language.PolishAnalyzer;

/** A question to lemmas, by our analyzer and by Lucene's for Polish. Run by JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 2, time = 2)
public class TimedAnalysis {
  private final Analyzer folded = new PolishAnalyzer();
  private final Analyzer asItComes = new MorfologikAnalyzer();
  private List<Question> questions = List.of();
  private int next;

  /** Reads the questions. */
  @Setup
  public void read() throws IOException {
    questions = QuestionKind.ALL.posed().questions();
  }

  /** With lemmas whatever the diacritics. */
  @Benchmark
  public int ours() throws IOException {
    return letters(folded);
  }

  /** Lucene's. */
  @Benchmark
  public int morfologik() throws IOException {
    return letters(asItComes);
  }

  private int letters(Analyzer analyzer) throws IOException {
    next = (next + 1) % questions.size();
    int letters = 0;
    try (TokenStream terms = analyzer.tokenStream("text", questions.get(next).text())) {
      var term = terms.addAttribute(CharTermAttribute.class);
      terms.reset();
      while (terms.incrementToken()) {
        letters += term.length();
      }
      terms.end();
    }
    return letters;
  }
}
