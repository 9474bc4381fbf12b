package pl.soclab.webinarbot.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lucene's half of the search: which passages a question is about. The index of all files is made
 * once, and beside it a small one of what has changed since.
 */
final class PassageSearch {
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

  private final PassageScores scores;

  private PassageSearch(
      Map<String, IndexedFile> files, Map<String, IndexedFile> ofBase, PassageIndex base) {
    this.files = files;
    this.ofBase = ofBase;
    this.base = base;
    this.young = PassageIndex.of(IndexedFile.changed(files, ofBase));
    List<IndexedFile> gone = IndexedFile.changed(ofBase, files);
    this.dead = PassageIndex.of(gone);
    this.scores = new PassageScores(base, gone, young, dead);
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
    var found = new ArrayList<Found>();
    for (PassageScores.Scored hit : scores.best(words, limit)) {
      IndexedFile file = Objects.requireNonNull(files.get(hit.file()));
      found.add(new Found(file.passages().get(hit.number()), hit.score()));
    }
    return found;
  }
}
