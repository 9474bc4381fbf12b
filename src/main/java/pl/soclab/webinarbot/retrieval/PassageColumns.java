package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * What a search asks of an index by the number of a passage, read out of Lucene's columns once:
 * they can be read in order only.
 *
 * @param places the number of its file's name in the order of names, and behind it, in the lower
 *     half, its own place in the file
 * @param lengths by field, the length of its text as Lucene writes it into a byte
 */
record PassageColumns(long[] places, Map<String, byte[]> lengths) {
  /** Reads the columns of an index. */
  static PassageColumns of(LeafReader reader) {
    try {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be read", e);
    }
  }

  private static PassageColumns read(LeafReader reader) throws IOException {
    var places = new long[reader.maxDoc()];
    SortedDocValues files = reader.getSortedDocValues(PassageIndex.FILE);
    NumericDocValues numbers = reader.getNumericDocValues(PassageIndex.NUMBER);
    for (int passage = 0; passage < places.length; passage++) {
      if (files.advanceExact(passage) && numbers.advanceExact(passage)) {
        places[passage] = (long) files.ordValue() << Integer.SIZE | numbers.longValue();
      }
    }
    var lengths = new HashMap<String, byte[]>();
    for (String field : List.of(PassageIndex.LEMMAS, PassageIndex.GRAMS, PassageIndex.HEADINGS)) {
      lengths.put(field, lengths(reader, field));
    }
    return new PassageColumns(places, Map.copyOf(lengths));
  }

  private static byte[] lengths(LeafReader reader, String field) throws IOException {
    var lengths = new byte[reader.maxDoc()];
    NumericDocValues norms = reader.getNormValues(field);
    while (norms != null && norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      lengths[norms.docID()] = (byte) norms.longValue();
    }
    return lengths;
  }
}
