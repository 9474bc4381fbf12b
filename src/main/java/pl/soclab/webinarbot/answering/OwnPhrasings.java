package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.TopicClassifier.Guess;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.Phrasing;
import pl.soclab.webinarbot.knowledge.SourceLine;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.StopWords;
import pl.soclab.webinarbot.language.Word;

/**
 * The organisers' own phrasings ({@code sformulowania/}): a question in the words of one of them,
 * whatever the inflection and the order, is of its topic, whatever the classifier says. The models
 * are trained when the project is built, so these are looked up beside them. Immutable.
 */
final class OwnPhrasings {
  /**
   * From this likeness on a question is as good as the phrasing. One more word in four passes
   * ("gdzie postawię auto pod urzędem"), another question about the same thing does not ("czy
   * fotograf jest płatny" for "czy będzie fotograf").
   */
  private static final double NEAR = 0.8;

  private static final double EXACT = 0.999;
  private static final double STOP_WORD = 0.3;

  /** Stop words that change what is asked: "kto jest fotografem" is not "czy jest fotograf". */
  private static final Set<String> ASKING =
      Set.of(
          "kto",
          "kogo",
          "komu",
          "kim",
          "co",
          "czego",
          "czym",
          "czemu",
          "dlaczego",
          "kiedy",
          "gdzie",
          "skad",
          "jak",
          "jaka",
          "jaki",
          "jakie",
          "ile",
          "ilu",
          "ktora",
          "ktore",
          "ktory",
          "who",
          "what",
          "which",
          "where",
          "when",
          "how",
          "хто",
          "що",
          "де",
          "коли",
          "як",
          "який",
          "яка",
          "яке",
          "які",
          "не",
          "nie",
          "not");

  private static final StopWords STOP_WORDS = StopWords.load();

  /** By the lemmas of one telling word: a question without that word is none of its kind. */
  private final Map<String, List<Sample>> byLemma = new HashMap<>();

  private final List<Finding> findings = new ArrayList<>();

  private record Term(List<String> lemmas, double weight) {
    static Term of(Word word) {
      String folded = word.folded();
      boolean isCommon = STOP_WORDS.contains(folded) && !ASKING.contains(folded);
      return new Term(Lemmatizer.polish().lemmas(folded), isCommon ? STOP_WORD : 1);
    }

    boolean isTelling() {
      return weight == 1;
    }

    boolean isLike(Term other) {
      return lemmas.stream().anyMatch(other.lemmas::contains);
    }
  }

  private record Sample(Topic topic, List<Term> terms, SourceLine source) {
    /** The same for the same words, whatever the inflection and the order. */
    List<String> key() {
      return terms.stream().map(term -> Collections.min(term.lemmas())).sorted().toList();
    }
  }

  /**
   * A topic that is asked for in an organiser's words.
   *
   * @param likeness to the phrasing, up to 1 for the same words
   */
  record Match(Topic topic, double likeness) {
    boolean isExact() {
      return likeness >= EXACT;
    }
  }

  private record Scored(Sample sample, double likeness) {}

  /**
   * Takes phrasings; those that cannot be used are {@link #findings}.
   *
   * @param synonyms are read into phrasings as they are into questions
   */
  OwnPhrasings(List<Phrasing> phrasings, TopicNames names, Synonyms synonyms) {
    var unknown = new HashSet<String>();
    var samples = new LinkedHashMap<List<String>, Sample>();
    var contradictory = new HashSet<List<String>>();
    for (Phrasing phrasing : phrasings) {
      Topic topic = names.find(phrasing.topic());
      if (topic != null) {
        List<Word> words = Understanding.withoutOpener(synonyms.in(Word.of(phrasing.text())));
        var sample = new Sample(topic, words.stream().map(Term::of).toList(), phrasing.source());
        Sample same = samples.putIfAbsent(sample.key(), sample);
        if (same != null && !says(same, sample)) {
          contradictory.add(sample.key());
        }
      } else if (unknown.add(phrasing.source().file())) {
        findings.add(unknownTopic(phrasing, names.nearest(phrasing.topic())));
      }
    }
    samples.keySet().removeAll(contradictory);
    index(samples.values());
  }

  private static Finding unknownTopic(Phrasing phrasing, List<String> nearest) {
    return new Finding(
        new SourceLine(phrasing.source().file(), 1),
        Finding.Severity.ERROR,
        "Nie ma tematu „"
            + phrasing.topic()
            + "”, więc bot pomija ten plik. Proszę nazwać go jednym z tematów; najbliższe to: "
            + String.join(", ", nearest)
            + ".");
  }

  /** Whether a phrasing says of the same words what another one did; reports it either way. */
  private boolean says(Sample first, Sample second) {
    boolean agrees = first.topic().equals(second.topic());
    findings.add(
        agrees
            ? new Finding(
                second.source(),
                Finding.Severity.WARNING,
                "To samo pytanie stoi już w " + first.source() + ". Proszę usunąć jedno z nich.")
            : new Finding(
                second.source(),
                Finding.Severity.ERROR,
                "To samo pytanie stoi w innym temacie, w "
                    + first.source()
                    + ", więc bot pomija oba. Proszę zostawić je w jednym z nich."));
    return agrees;
  }

  /** Files each under the telling word that fewest have, so that a question meets few. */
  private void index(Collection<Sample> samples) {
    var counts = new HashMap<String, Integer>();
    samples.stream()
        .flatMap(sample -> sample.terms().stream())
        .flatMap(term -> term.lemmas().stream())
        .forEach(lemma -> counts.merge(lemma, 1, Integer::sum));
    for (Sample sample : samples) {
      Term rarest =
          sample.terms().stream()
              .min(
                  Comparator.comparing((Term term) -> !term.isTelling())
                      .thenComparingInt(
                          term -> term.lemmas().stream().mapToInt(counts::get).max().orElse(0)))
              .orElseThrow();
      for (String lemma : Set.copyOf(rarest.lemmas())) {
        byLemma.computeIfAbsent(lemma, ignored -> new ArrayList<>()).add(sample);
      }
    }
  }

  /** What is wrong with the phrasings, in the order of files and lines. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * The topic of the phrasing that is most like some words; null where none is near, or two are.
   */
  @Nullable Match match(List<Word> words) {
    if (byLemma.isEmpty() || words.isEmpty()) {
      return null;
    }
    List<Scored> near =
        scored(words.stream().map(Term::of).toList()).stream()
            .filter(each -> each.likeness() >= NEAR)
            .sorted(Comparator.comparingDouble(Scored::likeness).reversed())
            .toList();
    if (near.isEmpty()) {
      return null;
    }
    Scored best = near.getFirst();
    boolean isAlone =
        near.stream()
            .filter(each -> each.likeness() >= best.likeness())
            .allMatch(each -> each.sample().topic().equals(best.sample().topic()));
    return isAlone ? new Match(best.sample().topic(), best.likeness()) : null;
  }

  private List<Scored> scored(List<Term> terms) {
    var candidates = new LinkedHashSet<Sample>();
    terms.forEach(
        term ->
            term.lemmas()
                .forEach(lemma -> candidates.addAll(byLemma.getOrDefault(lemma, List.of()))));
    return candidates.stream()
        .map(sample -> new Scored(sample, likeness(sample.terms(), terms)))
        .toList();
  }

  /** The weighed share of common words; 0 where a telling word of the phrasing is missing. */
  private static double likeness(List<Term> phrasing, List<Term> question) {
    var left = new ArrayList<>(question);
    double common = 0;
    double all = question.stream().mapToDouble(Term::weight).sum();
    for (Term term : phrasing) {
      all += term.weight();
      Term found = left.stream().filter(term::isLike).findFirst().orElse(null);
      if (found != null) {
        left.remove(found);
        common += term.weight() + found.weight();
      } else if (term.isTelling()) {
        return 0;
      }
    }
    return common / all;
  }

  /** Some guesses about those words, put right where an organiser's phrasing is near. */
  List<Guess> over(List<Guess> guesses, List<Word> words, Topics topics) {
    Match match = match(words);
    if (match == null) {
      return guesses;
    }
    var right = new ArrayList<Guess>();
    right.add(new Guess(match.topic(), match.likeness()));
    if (guesses.isEmpty()) {
      topics.all().forEach(topic -> addOther(new Guess(topic, 0), match, right));
    }
    guesses.forEach(guess -> addOther(guess, match, right));
    return right;
  }

  private static void addOther(Guess guess, Match match, List<Guess> right) {
    if (!guess.topic().equals(match.topic())) {
      right.add(guess.times(1 - match.likeness()));
    }
  }
}
