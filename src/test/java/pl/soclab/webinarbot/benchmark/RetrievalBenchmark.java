package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.LowerCaseFilterFactory;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilterFactory;
import org.apache.lucene.analysis.morfologik.MorfologikAnalyzer;
import org.apache.lucene.analysis.ngram.NGramFilterFactory;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizerFactory;
import pl.soclab.webinarbot.benchmark.PublicQuestions.Asked;
import pl.soclab.webinarbot.evaluation.MistypedSet;
import pl.soclab.webinarbot.evaluation.Mistyping;
import pl.soclab.webinarbot.evaluation.QuestionSet;
import pl.soclab.webinarbot.language.PolishAnalyzer;

/**
 * Measures the search on public questions, beside other ways to search, and the time that answers
 * take. A program and not a test: {@code docs/retrieval.md} says how to run it and what came out.
 */
public final class RetrievalBenchmark {
  private RetrievalBenchmark() {}

  /**
   * Prints the tables.
   *
   * @param args PoQuAD's data.json; then, as often as wanted, a knowledge folder, a question file
   *     about it and the local time to ask at
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = Machine.out();
    if (args.length % 3 != 1) {
      out.println("Usage: DATA.json [KNOWLEDGE QUESTIONS.jsonl yyyy-MM-ddTHH:mm]...");
      return;
    }
    printRetrieval(PublicQuestions.read(Path.of(args[0])), out);
    printAnswers(sets(args), out);
    out.println();
    out.println(Start.measured());
  }

  private static Map<String, QuestionSet> sets(String[] args) throws IOException {
    var sets = new LinkedHashMap<String, QuestionSet>();
    for (String name : QuestionSet.names().toList()) {
      sets.put(name, QuestionSet.read(name, Files.createTempDirectory("benchmark")));
    }
    for (int i = 1; i < args.length; i += 3) {
      LocalDateTime now = LocalDateTime.parse(args[i + 2]);
      sets.put(args[i + 1], QuestionSet.read(Path.of(args[i]), Path.of(args[i + 1]), now));
    }
    return sets;
  }

  private static void printAnswers(Map<String, QuestionSet> sets, PrintStream out) {
    out.println();
    out.println("| question set | questions | right | without diacritics | with a swap |");
    out.println("| --- | --- | --- | --- | --- |");
    sets.forEach((name, set) -> out.println("| " + name + " | " + MistypedSet.of(set) + " |"));
    out.println();
    out.println("| question set | answers | median | 99th percentile |");
    out.println("| --- | --- | --- | --- |");
    sets.forEach(
        (name, set) -> out.println("| " + name + " | " + AnswerTimes.of(set).cells() + " |"));
  }

  private static void printRetrieval(PublicQuestions data, PrintStream out) throws IOException {
    out.printf(
        Locale.ROOT,
        "%d paragraphs, %d questions; swaps with seed %d%n%n",
        data.paragraphs().size(),
        data.questions().size(),
        Mistyping.SEED);
    List<List<String>> typed = typed(data.questions());
    out.println(
        "| analysis | B clean | B no diacritics | B typo | B both | C clean | C no diacritics | C typo | C both |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (Map.Entry<String, Ranking> row : rows(data).entrySet()) {
      out.println("| " + row.getKey() + cells(row.getValue(), data, typed) + " |");
    }
  }

  /** The questions as they are, without diacritics, with a swap, with both. */
  private static List<List<String>> typed(List<Asked> questions) {
    var mistyping = new Mistyping();
    List<String> clean = questions.stream().map(Asked::text).toList();
    List<String> swapped = clean.stream().map(mistyping::withSwap).toList();
    return List.of(
        clean,
        clean.stream().map(Mistyping::withoutDiacritics).toList(),
        swapped,
        swapped.stream().map(Mistyping::withoutDiacritics).toList());
  }

  private static Map<String, Ranking> rows(PublicQuestions data) throws IOException {
    var grams = LuceneRanking.ofParts(data, grams());
    var dictionary = new LuceneRanking(data, new PolishAnalyzer());
    var rows = new LinkedHashMap<String, Ranking>();
    rows.put("StandardAnalyzer", new LuceneRanking(data, new StandardAnalyzer()));
    rows.put(
        "Stempel", new LuceneRanking(data, new org.apache.lucene.analysis.pl.PolishAnalyzer()));
    rows.put("MorfologikAnalyzer", new LuceneRanking(data, new MorfologikAnalyzer()));
    rows.put(
        "Morfologik and folded surface form",
        new LuceneRanking(data, new MorfologikAnalyzer(), folded().build()));
    rows.put("folded character 3- and 4-grams", grams);
    rows.put("folded dictionary", dictionary);
    rows.put("rank fusion of the last two", grams.fusedWith(dictionary));
    rows.put("the bot's own", new ProductRanking(data));
    return rows;
  }

  private static CustomAnalyzer.Builder folded() throws IOException {
    return CustomAnalyzer.builder()
        .withTokenizer(StandardTokenizerFactory.NAME)
        .addTokenFilter(LowerCaseFilterFactory.NAME)
        .addTokenFilter(ASCIIFoldingFilterFactory.NAME);
  }

  private static Analyzer grams() throws IOException {
    return folded()
        .addTokenFilter(NGramFilterFactory.NAME, "minGramSize", "3", "maxGramSize", "4")
        .build();
  }

  private static String cells(Ranking ranking, PublicQuestions data, List<List<String>> typed) {
    var paragraphs = new StringBuilder();
    var sentences = new StringBuilder();
    List<Asked> questions = data.questions();
    for (List<String> texts : typed) {
      paragraphs.append(
          share(questions, i -> ranking.paragraph(texts.get(i)) == questions.get(i).paragraph()));
      sentences.append(
          share(
              questions,
              i ->
                  ranking.sentence(texts.get(i), questions.get(i).paragraph())
                      == questions.get(i).sentence()));
    }
    return paragraphs.append(sentences).toString();
  }

  private static String share(List<Asked> questions, IntPredicate isRight) {
    long right = IntStream.range(0, questions.size()).parallel().filter(isRight).count();
    return String.format(Locale.ROOT, " | %.3f", (double) right / questions.size())
        .replace("0.", ".");
  }
}
