package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The passages of one of Lucene's indexes, those that have gone left out.
 *
 * @param live those that have not gone; null for all
 * @param first what the number of its first passage is in all indexes together
 */
record LivePassages(LeafReader reader, PassageColumns columns, @Nullable Bits live, int first) {
  /** One behind the number of its last passage. */
  int end() {
    return first + reader.maxDoc();
  }

  /** Its file's number in the order of names, then its place in the file. */
  long place(int passage) {
    return columns.places()[passage - first];
  }

  /** The name of its file. */
  BytesRef file(int passage) {
    try {
      int file = (int) (place(passage) >>> Integer.SIZE);
      return reader.getSortedDocValues(PassageIndex.FILE).lookupOrd(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be read", e);
    }
  }

  /** The passage's place among those of its file, from 0. */
  int number(int passage) {
    return (int) place(passage);
  }
}
