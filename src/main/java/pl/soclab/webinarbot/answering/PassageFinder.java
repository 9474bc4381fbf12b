package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.StopWords;
import pl.soclab.webinarbot.language.Word;
import pl.soclab.webinarbot.retrieval.Hit;
import pl.soclab.webinarbot.retrieval.KnowledgeIndex;
import pl.soclab.webinarbot.retrieval.SoughtWord;

/**
 * Finds the sentence that truly answers a question. Being about the same thing is not enough: a
 * sentence has to hold what is asked for, else "nie podano" is the right answer.
 */
final class PassageFinder {
  /**
   * How much of a question's meaning, weighed by rarity, a sentence with its surroundings must
   * hold.
   */
  private static final double COVERED = 0.75;

  /** What words of the same root count for. */
  private static final double AKIN = 0.8;

  /** What words count for that stand in the passage, but not in the sentence itself. */
  private static final double NEARBY = 0.7;

  /** BM25's inverse document frequency of a word that few sentences have. */
  private static final double TELLING = 1.5;

  /** What each step down in the evidence costs, in coverage. */
  private static final double RANK_COSTS = 0.06;

  /** "Jest" and "w" tell little of what is asked for, and yet more than nothing. */
  private static final float STOP_WORD = 0.25f;

  private static final int CANDIDATES = 20;

  private static final int LONGEST_QUESTION = 14;
  private static final int LONGEST_NAME = 12;

  /** "Spacer badawczy", "festiwal e-partycypacji": one word alone may be chance. */
  private static final int NAME_OF_OTHER = 2;

  /** In a longer one a strange word tells why it is asked. */
  private static final int LONGEST_BESIDE = 9;

  /** Behind it stands another question, with words of its own. */
  static final Set<String> AND = Set.of("i", "oraz", "and", "та", "і");

  private static final Set<String> WHICH = Set.of("jaki", "ktory");

  /** Concepts of days and hours: "w czwartek" is on any subject. */
  private static final Set<String> OF_TIME = Set.of("when", "weekday", "month", "daytime");

  /** Concepts of words that people use of any event; they name nothing of its own. */
  private static final Set<String> ON_EVENTS =
      Set.of(
          "about",
          "programme",
          "when",
          "audience",
          "organizer",
          "guest",
          "understand",
          "speak",
          "project",
          "platform",
          "online",
          "app",
          "where",
          "city",
          "slides",
          "money",
          "weekday",
          "daytime",
          "question",
          "companion");

  private final KnowledgeIndex index;
  private final Synonyms synonyms;
  private final EverydayWords everyday;
  private final BiPredicate<Topic, List<String>> speaksFor;
  private final StopWords stopWords = StopWords.load();

  /**
   * Finds in an index.
   *
   * @param speaksFor whether a word, by its lemmas, is one that people use to ask for a topic
   */
  PassageFinder(
      KnowledgeIndex index,
      Synonyms synonyms,
      EverydayWords everyday,
      BiPredicate<Topic, List<String>> speaksFor) {
    this.index = index;
    this.everyday = everyday;
    this.synonyms = synonyms;
    this.speaksFor = speaksFor;
  }

  /**
   * A sentence that answers.
   *
   * @param hit the sentence
   * @param coverage the share of the question's meaning that it holds, from 0 to 1
   * @param words how many content words the question has
   * @param isWhole whether the sentence itself holds each of them
   */
  record Found(Hit hit, double coverage, int words, boolean isWhole) {}

  /** The content words of a question: for each word its possible lemmas. */
  List<List<String>> content(List<Word> question) {
    var content = new ArrayList<List<String>>();
    for (Word word : question) {
      if (!stopWords.contains(word.folded())) {
        content.add(alike(word));
      }
    }
    return content;
  }

  private List<String> alike(Word word) {
    return everyday.alike(synonyms.alike(Lemmatizer.polish().lemmas(word.folded())));
  }

  /** All words of a question, those that say nothing with little weight. */
  private List<SoughtWord> sought(List<Word> question) {
    var sought = new ArrayList<SoughtWord>();
    for (Word word : question) {
      float weight = stopWords.contains(word.folded()) ? STOP_WORD : 1;
      List<String> lemmas = alike(word);
      sought.add(new SoughtWord(word.folded(), lemmas, weight));
    }
    return sought;
  }

  /** The sentences nearest to a question, the nearest first, whether or not they answer it. */
  List<Hit> nearest(Asked question) {
    return index.search(sought(question.words()), CANDIDATES);
  }

  /** What an event is called; a whole sentence in the place of a title is no name. */
  private static Set<String> nameOf(Event event) {
    Asked title = Asked.of(event.title());
    return title.words().size() > LONGEST_NAME ? Set.of() : title.lemmas();
  }

  /** The sentence that answers a question about a topic; null where there is none. */
  @Nullable Hit forTopic(Topic topic, Asked question, @Nullable Event event) {
    if (topic.evidence().isEmpty()) {
      return null;
    }
    String eventId = event == null ? null : event.id();
    // What the event is called stands in every other sentence: of one for parents "dziecko" says
    // nothing of who may come.
    Set<String> title = event == null ? Set.of() : nameOf(event);
    List<Evidence> telling =
        topic.evidence().stream().filter(evidence -> !title.containsAll(evidence.all())).toList();
    List<List<String>> content = content(question.words());
    Set<String> asked = question.lemmas();
    var expected = ExpectedAnswer.of(question, topic);
    List<SoughtWord> sought = sought(question.words());
    List<SoughtWord> signs =
        telling.stream()
            .flatMap(evidence -> evidence.all().stream())
            .map(lemma -> new SoughtWord(lemma, List.of(lemma), 1))
            .toList();
    sought.addAll(signs);
    // A long story around a question carries its words past the sentence that answers it.
    boolean isStory = question.words().size() > LONGEST_QUESTION;
    return index.search(isStory ? signs : sought, CANDIDATES).stream()
        .filter(hit -> belongs(hit, eventId, topic.own()))
        .filter(hit -> SmallPrint.isOf(topic) || !SmallPrint.isIn(hit))
        .filter(hit -> holdsNumbers(question, hit))
        .filter(hit -> telling.stream().anyMatch(evidence -> evidence.isIn(hit.lemmas())))
        .filter(expected::isIn)
        .filter(hit -> !topic.id().equals("translation") || Languages.fit(asked, hit.lemmas()))
        .map(hit -> found(content, hit))
        .filter(found -> !topic.number() || hasNumber(found.hit()) && found.coverage() >= COVERED)
        .max(
            Comparator.comparingDouble(
                    (Found found) -> found.coverage() - RANK_COSTS * rank(topic, found.hit()))
                .thenComparingDouble(found -> found.hit().score()))
        .map(Found::hit)
        .orElse(null);
  }

  /**
   * The sentence on a thing that a question names beside its topic; null where it names none that
   * the files know, or no sentence holds all of them.
   */
  @Nullable Found onThing(Topic topic, Asked question, Event event) {
    Set<String> title = KeptLemmas.of(event.title());
    List<List<String>> things =
        content(question.words()).stream()
            .filter(word -> isTelling(word) && index.has(word))
            .filter(word -> word.stream().noneMatch(title::contains))
            .filter(word -> !speaksFor.test(topic, word) || isAskedFor(word, question))
            .toList();
    if (things.isEmpty()) {
      return null;
    }
    List<SoughtWord> sought = things.stream().map(SoughtWord::of).toList();
    return index.search(sought, CANDIDATES).stream()
        .filter(hit -> belongs(hit, event.id(), false))
        .map(hit -> found(things, hit))
        .filter(found -> found.isWhole())
        .max(
            Comparator.comparing(
                    (Found found) ->
                        topic.evidence().stream().anyMatch(e -> e.isIn(found.hit().lemmas())))
                .thenComparingDouble(found -> found.hit().score()))
        .orElse(null);
  }

  /** "O jakim terenie mowa?", "która grupa?" */
  private static boolean isAskedFor(List<String> lemmas, Asked question) {
    List<Word> words = question.words();
    for (int i = 0; i + 1 < words.size(); i++) {
      boolean asks =
          Lemmatizer.polish().lemmas(words.get(i).folded()).stream().anyMatch(WHICH::contains);
      if (asks
          && Lemmatizer.polish().lemmas(words.get(i + 1).folded()).stream()
              .anyMatch(lemmas::contains)) {
        return true;
      }
    }
    return false;
  }

  /** The sentence that holds what a question asks, whatever its topic; null where there is none. */
  @Nullable Found forQuestion(Asked question, @Nullable String eventId) {
    return forQuestion(question, eventId, false);
  }

  /**
   * As {@link #forQuestion(Asked, String)}.
   *
   * @param own whether only the event's own text can answer
   */
  @Nullable Found forQuestion(Asked question, @Nullable String eventId, boolean own) {
    List<List<String>> content = content(question.words());
    if (content.isEmpty()) {
      return null;
    }
    var expected = ExpectedAnswer.of(question);
    return nearest(question).stream()
        .filter(hit -> belongs(hit, eventId, own))
        .filter(hit -> !SmallPrint.isIn(hit) && holdsNumbers(question, hit))
        .map(hit -> found(content, hit))
        .filter(found -> found.coverage() >= COVERED)
        // Last, for it reads the sentence letter by letter, and few come so far.
        .filter(found -> expected.isIn(found.hit()))
        .filter(
            found ->
                content.size() > 1
                    || isName(content.getFirst(), found.hit())
                    || isTelling(content.getFirst())
                        && (expected.isDefinite() || Confirmation.canBeConfirmed(question)))
        .max(Comparator.comparingDouble(found -> found.hit().score()))
        .orElse(null);
  }

  /**
   * Whether a question names a thing beside its topic of which the files know nothing: "będzie coś
   * o autobusach?"
   */
  boolean namesStranger(Topic topic, Asked question, Event event) {
    return beside(topic, question, event)
        .filter(word -> word.stream().allMatch(lemma -> lemma.length() > 3))
        .anyMatch(word -> !index.has(word));
  }

  /** "Kiedy odbierają gabaryty na Sadowej?": whether a short question names what no file knows. */
  boolean namesUnknownThing(Topic topic, Asked question, Event event) {
    return question.words().size() <= LONGEST_BESIDE
        && question.language() == Language.POLISH
        && beside(topic, question, event)
            .filter(word -> word.stream().allMatch(PassageFinder::mayBeThing))
            .anyMatch(word -> !index.has(word));
  }

  /**
   * The words of a question, each by its lemmas, that the dictionary knows and neither the event's
   * text has nor people use who ask for the topic, or on any event.
   */
  private Stream<List<String>> beside(Topic topic, Asked question, Event event) {
    return content(
            question.words().stream()
                .filter(word -> Lemmatizer.polish().knows(word.folded()))
                .toList())
        .stream()
        .filter(word -> !isInEvent(word, event))
        .filter(word -> word.stream().noneMatch(EventParts.EVENT::contains))
        .filter(word -> Features.conceptsOf(word).stream().noneMatch(ON_EVENTS::contains))
        .filter(word -> !speaksFor.test(topic, word));
  }

  /**
   * Whether a question names a thing that the files know and the event's text does not: when the
   * festival of the project is does not follow from when the webinar is.
   */
  boolean namesOther(Topic topic, Asked question, Event event) {
    return question.language() == Language.POLISH
        && beside(topic, question, event).filter(word -> isTelling(word) && index.has(word)).count()
            >= NAME_OF_OTHER;
  }

  /**
   * Whether a short question holds a word beside what a fact says: neither people who ask for the
   * topic use it, nor the fact or the event's text has it. "Czy zaświadczenie przyjdzie pocztą?"
   */
  boolean isBeside(Topic topic, Asked question, Fact fact, Event event) {
    Set<String> said = Asked.of(FactWriter.joined(fact.values())).lemmas();
    return question.words().size() <= LONGEST_BESIDE
        && question.words().stream().noneMatch(word -> AND.contains(word.folded()))
        && beside(topic, question, event)
            .filter(word -> word.stream().allMatch(PassageFinder::mayBeThing))
            .anyMatch(word -> word.stream().noneMatch(said::contains));
  }

  /**
   * Whether a lemma is neither an infinitive ("podać") nor an adverb ("szybko"): "podaj szybko
   * link" asks for nothing beside the link.
   */
  private static boolean mayBeThing(String lemma) {
    return lemma.length() > 3 && !lemma.endsWith("c") && !lemma.endsWith("o");
  }

  /** Whether a word is rare enough in the files to tell one sentence from another. */
  boolean isTelling(List<String> lemmas) {
    return rarity(lemmas) >= TELLING && lemmas.stream().allMatch(lemma -> lemma.length() > 3);
  }

  /**
   * Whether a word stands in a sentence with a capital though it does not begin it: "dr Sikora".
   */
  private static boolean isName(List<String> lemmas, Hit hit) {
    return Word.of(hit.sentence()).stream()
        .filter(
            word -> word.start() > 0 && Character.isUpperCase(hit.sentence().charAt(word.start())))
        .anyMatch(
            word -> Lemmatizer.polish().lemmas(word.folded()).stream().anyMatch(lemmas::contains));
  }

  /** Which evidence a sentence holds, from 0: the first ones say most. */
  private static int rank(Topic topic, Hit hit) {
    int rank = 0;
    while (rank < topic.evidence().size() && !topic.evidence().get(rank).isIn(hit.lemmas())) {
      rank++;
    }
    return rank;
  }

  /** Whether a question holds a telling word of the event's title or text. */
  boolean isOnSubject(Asked question, @Nullable Event event) {
    if (event == null) {
      return false;
    }
    Set<String> title = KeptLemmas.of(event.title());
    return content(question.words()).stream()
        .filter(word -> word.stream().allMatch(lemma -> lemma.length() > 3))
        .filter(word -> Features.conceptsOf(word).stream().noneMatch(OF_TIME::contains))
        .anyMatch(
            word -> word.stream().anyMatch(title::contains) || index.hasInEvent(word, event.id()));
  }

  /** Whether any sentence of the files has one of some lemmas. */
  boolean isInFiles(List<String> lemmas) {
    return index.has(lemmas);
  }

  /** Whether an event's own text or title has one of some lemmas. */
  boolean isInEvent(List<String> lemmas, Event event) {
    Set<String> title = KeptLemmas.of(event.title());
    return lemmas.stream().anyMatch(title::contains) || index.hasInEvent(lemmas, event.id());
  }

  /** Whether a question says nothing but words of days and hours. */
  boolean isOfTimeAlone(Asked question) {
    return content(question.words()).stream()
        .allMatch(word -> Features.conceptsOf(word).stream().anyMatch(OF_TIME::contains));
  }

  /** "Gdzie to jest i ile kosztuje?": whether each word is one that people use of any event. */
  boolean namesNothingElse(Asked question) {
    List<List<String>> content = content(question.words());
    return !content.isEmpty()
        && content.stream()
            .allMatch(
                word ->
                    word.stream().anyMatch(EventParts.EVENT::contains)
                        || Features.conceptsOf(word).stream()
                            .anyMatch(
                                concept -> ON_EVENTS.contains(concept) || OF_TIME.contains(concept))
                        || isInFiles(word));
  }

  /** Whether a question holds a word of the files that is of no day or hour. */
  boolean namesThing(Asked question) {
    return content(question.words()).stream()
        .filter(word -> Features.conceptsOf(word).stream().noneMatch(OF_TIME::contains))
        .anyMatch(this::isInFiles);
  }

  /** Whether a question has a word of what the event is called. */
  boolean namesTitle(Asked question, Event event) {
    return question.lemmas().stream().anyMatch(KeptLemmas.of(event.title())::contains)
        && !content(question.words()).isEmpty();
  }

  /** Whether a question says nothing but what the event is called. */
  boolean isTitleAlone(Asked question, Event event) {
    Set<String> title = KeptLemmas.of(event.title());
    return content(question.words()).stream()
        .allMatch(word -> word.stream().anyMatch(title::contains));
  }

  static boolean belongs(Hit hit, @Nullable String eventId, boolean own) {
    String owner = hit.passage().eventId();
    return owner == null ? !own || eventId == null : owner.equals(eventId);
  }

  /** "Czy działka nr 214/3 jest w planie?" is not answered by a sentence without the number. */
  private static boolean holdsNumbers(Asked question, Hit hit) {
    return question.words().size() > LONGEST_QUESTION
        || question.words().stream()
            .map(Word::folded)
            .filter(word -> word.length() >= 3 && word.chars().allMatch(Character::isDigit))
            .allMatch(number -> hit.sentence().contains(number));
  }

  private static boolean hasNumber(Hit hit) {
    return hit.sentence().chars().anyMatch(Character::isDigit);
  }

  /** How much of some words a sentence holds. */
  Found found(List<List<String>> content, Hit hit) {
    boolean isWhole =
        content.stream().allMatch(word -> word.stream().anyMatch(hit.lemmas()::contains));
    return new Found(hit, coverage(content, hit), content.size(), isWhole);
  }

  private double coverage(List<List<String>> content, Hit hit) {
    double covered = 0;
    double all = 0;
    boolean inSentence = false;
    for (List<String> word : content) {
      double weight = rarity(word);
      double share = share(word, hit);
      all += weight;
      covered += weight * share;
      inSentence |= share > NEARBY;
    }
    return inSentence && all > 0 ? covered / all : 0;
  }

  private static double share(List<String> word, Hit hit) {
    if (word.stream().anyMatch(hit.lemmas()::contains)) {
      return 1;
    }
    if (isAkinToOne(word, hit.lemmas())) {
      return AKIN;
    }
    return word.stream().anyMatch(hit.context()::contains) ? NEARBY : 0;
  }

  private static boolean isAkinToOne(List<String> word, Set<String> lemmas) {
    return word.stream()
        .anyMatch(lemma -> lemmas.stream().anyMatch(other -> Kinship.areAkin(lemma, other)));
  }

  private double rarity(List<String> lemmas) {
    return lemmas.stream().mapToDouble(index::rarity).min().orElse(0);
  }
}
