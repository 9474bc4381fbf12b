package pl.soclab.webinarbot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.knowledge.SourceLine;
import pl.soclab.webinarbot.language.Grams;

/** Adding up by hand gives each passage the score that Lucene's own query gives it. */
class PassageScoresTest {
  private static final long SEED = 11;
  private static final List<String> WORDS =
      List.of("parking", "ratusz", "maja", "wnioski", "piecu", "ulicami", "ogród", "koncert", "są");

  private final Random random = new Random(SEED);

  private String words(int most) {
    int count = 1 + random.nextInt(most);
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words);
  }

  private List<IndexedFile> files() {
    var forms = new WordForms();
    var files = new ArrayList<IndexedFile>();
    for (int i = 0; i < 30; i++) {
      String name = "teksty/" + i + ".md";
      var passages = new ArrayList<Passage>();
      for (int number = 0; number < 1 + i % 7; number++) {
        List<String> headings = random.nextBoolean() ? List.of(words(2)) : List.of();
        var source = new SourceLine(name, number + 1);
        passages.add(new Passage(words(40) + ".", headings, source, null, false));
      }
      files.add(IndexedFile.of(name, passages, forms));
    }
    return files;
  }

  private static List<SoughtWord> sought() {
    return List.of(
        SoughtWord.of(List.of("parking")),
        SoughtWord.of(List.of("maj", "miec", "maja")),
        new SoughtWord("sa", List.of("byc", "sa"), 0.25f),
        SoughtWord.of(List.of("wniosek", "wnioski")),
        SoughtWord.of(List.of("nigdzie")));
  }

  private static Query query() {
    var query = new BooleanQuery.Builder();
    var grams = new ArrayList<String>();
    for (SoughtWord word : sought()) {
      query.add(boosted(anyOf(PassageIndex.LEMMAS, word), word.weight()), SHOULD);
      query.add(boosted(anyOf(PassageIndex.HEADINGS, word), word.weight() * 0.5f), SHOULD);
      if (word.weight() == 1) {
        grams.addAll(Grams.of(word.form()));
      }
    }
    grams.stream()
        .distinct()
        .map(gram -> new TermQuery(new Term(PassageIndex.GRAMS, gram)))
        .forEach(gram -> query.add(boosted(gram, 0.2f), SHOULD));
    return query.build();
  }

  private static final BooleanClause.Occur SHOULD = BooleanClause.Occur.SHOULD;

  private static Query boosted(Query query, float boost) {
    return new BoostQuery(query, boost);
  }

  private static Query anyOf(String field, SoughtWord word) {
    List<Query> lemmas =
        word.lemmas().stream().map(each -> (Query) new TermQuery(new Term(field, each))).toList();
    return new DisjunctionMaxQuery(lemmas, 0);
  }

  private static Map<String, Float> ofLucene(PassageIndex index) throws IOException {
    var scores = new TreeMap<String, Float>();
    for (ScoreDoc hit : new IndexSearcher(index.leaf()).search(query(), 1000).scoreDocs) {
      long place = index.columns().places()[hit.doc];
      var leaf = new LivePassages(index.leaf(), index.columns(), null, 0);
      scores.put(leaf.file(hit.doc).utf8ToString() + ":" + (int) place, hit.score);
    }
    return scores;
  }

  private static Map<String, Float> ofOurs(PassageScores scores) {
    var found = new TreeMap<String, Float>();
    scores
        .best(sought(), 1000)
        .forEach(each -> found.put(each.file() + ":" + each.number(), each.score()));
    return found;
  }

  @Test
  void scoresAreThoseOfLucene() throws IOException {
    PassageIndex index = PassageIndex.of(files());
    PassageIndex none = PassageIndex.of(List.of());

    var scores = new PassageScores(index, List.of(), none, none);

    assertThat(ofOurs(scores)).as("seed %d", SEED).isEqualTo(ofLucene(index));
    assertThat(ofOurs(scores)).as("from what was kept").isEqualTo(ofLucene(index));
  }

  @Test
  void goneFilesCountForNothing() throws IOException {
    List<IndexedFile> all = files();
    List<IndexedFile> gone = all.subList(0, 10);
    List<IndexedFile> came = all.subList(20, 30);
    PassageIndex base = PassageIndex.of(all.subList(0, 20));

    var scores = new PassageScores(base, gone, PassageIndex.of(came), PassageIndex.of(gone));

    assertThat(ofOurs(scores))
        .as("seed %d", SEED)
        .isEqualTo(ofLucene(PassageIndex.of(all.subList(10, 30))));
  }

  @Test
  void bestComeFirstAndThoseAsNearInTheOrderOfFiles() {
    var forms = new WordForms();
    var same = new ArrayList<IndexedFile>();
    for (String name : List.of("c.md", "a.md", "b.md")) {
      var source = new SourceLine(name, 1);
      var twice = new Passage("Parking.", List.of(), source, null, false);
      same.add(IndexedFile.of(name, List.of(twice, twice), forms));
    }
    PassageIndex none = PassageIndex.of(List.of());

    var scores = new PassageScores(PassageIndex.of(same), List.of(), none, none);

    assertThat(scores.best(List.of(SoughtWord.of(List.of("parking"))), 5))
        .map(each -> each.file() + each.number())
        .isEqualTo(Arrays.asList("a.md0", "a.md1", "b.md0", "b.md1", "c.md0"));
  }
}
