package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import pl.soclab.webinarbot.language.Grams;

/**
 * Lucene's half of the search: which passages a question is about, by BM25 over folded lemmas and
 * over character n-grams. The weights were chosen by measuring: docs/retrieval.md.
 */
final class PassageSearch {
  /** A word has a dozen n-grams and one lemma. */
  private static final float GRAM_BOOST = 0.2f;

  /** Headings tell which of two like passages is meant, but say less than the passage. */
  private static final float HEADINGS_BOOST = 0.5f;

  /** Lucene refuses more than 1,024 clauses; nobody's question needs half of them. */
  private static final int MOST_CLAUSES = 800;

  /**
   * Passages that are as near, in the order of files and passages: as one index of all has them.
   */
  private static final Sort BEST_FIRST =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(PassageIndex.FILE, SortField.Type.STRING),
          new SortField(PassageIndex.NUMBER, SortField.Type.INT));

  /** Changed passages are indexed anew at each change; more of them would make it slow. */
  private static final int MANY_CHANGES = 1000;

  private final Map<String, IndexedFile> files;

  /** What {@link #base} was made of. */
  private final Map<String, IndexedFile> ofBase;

  private final PassageIndex base;

  /** Those of the files that have come or changed since. */
  private final PassageIndex young;

  /** Those of {@link #base} that have gone or changed since: still in it, and not to be found. */
  private final PassageIndex dead;

  private final IndexSearcher searcher;

  private PassageSearch(
      Map<String, IndexedFile> files, Map<String, IndexedFile> ofBase, PassageIndex base) {
    this.files = files;
    this.ofBase = ofBase;
    this.base = base;
    this.young = PassageIndex.of(IndexedFile.changed(files, ofBase));
    List<IndexedFile> gone = IndexedFile.changed(ofBase, files);
    this.dead = PassageIndex.of(gone);
    this.searcher = new LiveSearcher(base, gone, young, dead);
  }

  static PassageSearch ofNothing() {
    return new PassageSearch(Map.of(), Map.of(), PassageIndex.of(List.of()));
  }

  /** A search in other files by their names, for the work of those that have changed. */
  PassageSearch next(Map<String, IndexedFile> others) {
    return new PassageSearch(others, ofBase, base);
  }

  /** Whether so much has changed that a change becomes slow. */
  boolean isWorn() {
    return young.size() + dead.size() > MANY_CHANGES;
  }

  /** The same in one index. */
  PassageSearch merged() {
    return new PassageSearch(
        files, files, PassageIndex.merged(base, IndexedFile.changed(ofBase, files), young));
  }

  /**
   * A passage that was found.
   *
   * @param score BM25
   */
  record Found(IndexedPassage passage, float score) {}

  /** The best passages for some words, the best first; all words are optional. */
  List<Found> search(List<SoughtWord> words, int limit) {
    try {
      var found = new ArrayList<Found>();
      for (ScoreDoc hit : searcher.search(query(words), best(limit)).scoreDocs) {
        Object[] fields = ((FieldDoc) hit).fields;
        IndexedFile file = Objects.requireNonNull(files.get(((BytesRef) fields[1]).utf8ToString()));
        found.add(new Found(file.passages().get((Integer) fields[2]), (Float) fields[0]));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be read", e);
    }
  }

  /** Whoever wants twenty passages need not know how many more there are. */
  private static TopFieldCollectorManager best(int limit) {
    return new TopFieldCollectorManager(BEST_FIRST, limit, null, limit);
  }

  private static Query query(List<SoughtWord> words) {
    var query = new BooleanQuery.Builder();
    Set<String> grams = new HashSet<>();
    int clauses = 0;
    List<SoughtWord> heaviestFirst =
        words.stream().sorted(Comparator.comparing(SoughtWord::weight).reversed()).toList();
    for (SoughtWord word : heaviestFirst) {
      // What "których" looks like tells nothing, and its n-grams are half of the work.
      List<String> fresh =
          word.weight() < 1
              ? List.of()
              : Grams.of(word.form()).stream().filter(grams::add).toList();
      clauses += fresh.size() + 2 * word.lemmas().size();
      if (clauses > MOST_CLAUSES) {
        break;
      }
      add(query, anyOf(PassageIndex.LEMMAS, word.lemmas()), word.weight());
      add(query, anyOf(PassageIndex.HEADINGS, word.lemmas()), word.weight() * HEADINGS_BOOST);
      for (String gram : fresh) {
        add(query, new TermQuery(new Term(PassageIndex.GRAMS, gram)), word.weight() * GRAM_BOOST);
      }
    }
    return query.build();
  }

  private static void add(BooleanQuery.Builder query, Query clause, float boost) {
    query.add(boost == 1 ? clause : new BoostQuery(clause, boost), BooleanClause.Occur.SHOULD);
  }

  /** An ambiguous word counts once, however many of its lemmas a passage has. */
  private static Query anyOf(String field, List<String> lemmas) {
    return lemmas.size() == 1
        ? new TermQuery(new Term(field, lemmas.getFirst()))
        : new DisjunctionMaxQuery(
            lemmas.stream().map(lemma -> (Query) new TermQuery(new Term(field, lemma))).toList(),
            0);
  }
}
