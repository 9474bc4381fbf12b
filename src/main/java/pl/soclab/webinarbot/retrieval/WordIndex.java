package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import pl.soclab.webinarbot.language.Lemmatizer;

/**
 * Words to look for the nearest one among. Immutable.
 *
 * @param reader Lucene's index of them
 * @param lemmas of how many of the words each lemma is one
 */
record WordIndex(LeafReader reader, Map<String, Integer> lemmas) {
  static final String WORD = "word";

  /**
   * Takes in folded words.
   *
   * @param documents of two words that are as near, the one that stands in more of them is taken
   */
  static WordIndex of(List<? extends Collection<String>> documents) {
    try {
      // Not closed: the directory is plain heap and goes with this object.
      var directory = new ByteBuffersDirectory();
      try (var writer =
          new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
        for (Collection<String> words : documents) {
          var document = new Document();
          words.forEach(word -> document.add(new StringField(WORD, word, Field.Store.NO)));
          writer.addDocument(document);
        }
        writer.forceMerge(1);
      }
      Set<String> all = new HashSet<>();
      documents.forEach(all::addAll);
      LeafReader reader = DirectoryReader.open(directory).leaves().getFirst().reader();
      return new WordIndex(reader, lemmas(all));
    } catch (IOException e) {
      throw new UncheckedIOException("The vocabulary in memory cannot be built", e);
    }
  }

  /** Of how many of some words each lemma is one. */
  static Map<String, Integer> lemmas(Collection<String> words) {
    var lemmas = new HashMap<String, Integer>();
    for (String word : words) {
      Lemmatizer.polish().lemmas(word).forEach(lemma -> lemmas.merge(lemma, 1, Integer::sum));
    }
    return lemmas;
  }
}
