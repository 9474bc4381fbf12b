package pl.soclab.webinarbot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Reports in one line what Spring Boot's own reporter (off in the log's configuration) frames. */
final class OneSentenceReporter implements FailureAnalysisReporter {
  private static final Logger LOG = LoggerFactory.getLogger(OneSentenceReporter.class);

  @Override
  public void report(FailureAnalysis analysis) {
    String sentence = analysis.getDescription() + " " + analysis.getAction();
    LOG.error("{}", sentence.replaceAll("\\s+", " "));
  }
}
