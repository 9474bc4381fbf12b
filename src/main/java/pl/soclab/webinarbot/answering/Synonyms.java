package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.SynonymRule;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;

/**
 * The organisers' synonyms ({@code slownik.txt}), whatever the inflection. {@code a => b} always
 * stands b for a; of {@code a, b} a word that residents' phrasings do not have is read as one that
 * they have, because a known word needs no interpreter.
 */
final class Synonyms {
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Set<String>> alike = new HashMap<>();

  /** Looked up once: a question meets every rule at every word. */
  private final Map<String, List<String>> lemmasOfTerms = new HashMap<>();

  private final Set<String> vocabulary;

  /** A term is the folded words of it. */
  private record Rule(List<List<String>> from, List<List<String>> to, boolean isMapping) {}

  /**
   * Takes rules.
   *
   * @param vocabulary the folded words that the topics' phrasings have
   */
  Synonyms(List<SynonymRule> synonyms, Collection<String> vocabulary) {
    this.vocabulary = new HashSet<>(vocabulary);
    for (SynonymRule rule : synonyms) {
      boolean isMapping = !rule.from().equals(rule.to());
      var read = new Rule(terms(rule.from()), terms(rule.to()), isMapping);
      rules.add(read);
      read.from().stream()
          .flatMap(List::stream)
          .forEach(word -> lemmasOfTerms.computeIfAbsent(word, Lemmatizer.polish()::lemmas));
      addAlike(read);
    }
  }

  private void addAlike(Rule rule) {
    List<String> to = rule.to().stream().flatMap(term -> lemmas(term).stream()).toList();
    for (List<String> term : rule.from()) {
      lemmas(term)
          .forEach(
              lemma -> alike.computeIfAbsent(lemma, ignored -> new LinkedHashSet<>()).addAll(to));
    }
  }

  /** The lemmas of a term of one word; a longer term is no word that a sentence can hold. */
  private static List<String> lemmas(List<String> term) {
    return term.size() == 1 ? Lemmatizer.polish().lemmas(term.getFirst()) : List.of();
  }

  private static List<List<String>> terms(List<String> terms) {
    return terms.stream()
        .map(term -> Word.of(term).stream().map(Word::folded).toList())
        .filter(term -> !term.isEmpty())
        .toList();
  }

  /** The words with synonyms put in; positions stay those of what was typed. */
  List<Word> in(List<Word> words) {
    if (rules.isEmpty()) {
      return words;
    }
    List<List<String>> lemmas =
        words.stream().map(word -> Lemmatizer.polish().lemmas(word.folded())).toList();
    var read = new ArrayList<Word>();
    int i = 0;
    while (i < words.size()) {
      int length = replace(words, lemmas, i, read);
      if (length == 0) {
        read.add(words.get(i));
      }
      i += Math.max(1, length);
    }
    return read;
  }

  private int replace(List<Word> words, List<List<String>> lemmas, int start, List<Word> read) {
    for (Rule rule : rules) {
      for (List<String> from : rule.from()) {
        List<String> to = standsAt(words, lemmas, start, from) ? target(rule, from) : null;
        if (to != null) {
          Word first = words.get(start);
          Word last = words.get(start + from.size() - 1);
          to.forEach(word -> read.add(new Word(word, first.start(), last.end())));
          return from.size();
        }
      }
    }
    return 0;
  }

  private @Nullable List<String> target(Rule rule, List<String> from) {
    if (rule.isMapping()) {
      return rule.to().isEmpty() ? null : rule.to().getFirst();
    }
    if (vocabulary.containsAll(from)) {
      return null;
    }
    return rule.to().stream()
        .filter(to -> !to.equals(from) && vocabulary.containsAll(to))
        .findFirst()
        .orElse(null);
  }

  private boolean standsAt(
      List<Word> words, List<List<String>> lemmas, int start, List<String> term) {
    if (start + term.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < term.size(); i++) {
      String wanted = term.get(i);
      List<String> ofTerm = lemmasOfTerms.getOrDefault(wanted, List.of());
      if (!words.get(start + i).folded().equals(wanted)
          && lemmas.get(start + i).stream().noneMatch(ofTerm::contains)) {
        return false;
      }
    }
    return true;
  }

  /** The lemmas of a word and of all that means the same. */
  List<String> alike(List<String> lemmas) {
    if (lemmas.stream().noneMatch(alike::containsKey)) {
      return lemmas;
    }
    var all = new LinkedHashSet<>(lemmas);
    lemmas.forEach(lemma -> all.addAll(alike.getOrDefault(lemma, Set.of())));
    return List.copyOf(all);
  }
}
