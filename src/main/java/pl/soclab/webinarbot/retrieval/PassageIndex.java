package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.SingleInstanceLockFactory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.language.GramAnalyzer;
import pl.soclab.webinarbot.language.PolishAnalyzer;

/** Lucene's index of the passages of some files, in one segment. It never changes. */
final class PassageIndex {
  static final String LEMMAS = "lemmas";
  static final String GRAMS = "grams";
  static final String HEADINGS = "headings";

  /** The name of the passage's file. */
  static final String FILE = "file";

  /** The place of the passage among those of its file, from 0. */
  static final String NUMBER = "number";

  /** Phrases are not searched for, and positions would cost a start more than all the rest. */
  private static final FieldType COUNTED = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    COUNTED.freeze();
  }

  /** Fewer files are indexed before a second thread has begun. */
  private static final int MANY = 100;

  private static final PassageIndex EMPTY = new PassageIndex(null);

  private final @Nullable LeafReader reader;
  private final Supplier<PassageColumns> columns;

  private PassageIndex(@Nullable LeafReader reader) {
    this.reader = reader;
    this.columns = new OnFirstUse<>(() -> PassageColumns.of(leaf()));
  }

  /** What is written into an index. */
  private interface Content {
    void write(IndexWriter writer) throws IOException;
  }

  /** Indexes the passages of some files. */
  static PassageIndex of(Collection<IndexedFile> files) {
    return files.isEmpty()
        ? EMPTY
        : written(
            writer ->
                (files.size() < MANY ? files.stream() : files.parallelStream())
                    .forEach(file -> add(file, writer)));
  }

  /** The passages of two indexes, but for those of some files of the first. */
  static PassageIndex merged(PassageIndex first, List<IndexedFile> without, PassageIndex second) {
    if (first.size() == 0 || second.size() == 0 && without.isEmpty()) {
      return first.size() == 0 ? second : first;
    }
    return written(
        writer -> {
          writer.addIndexes(codecReader(new LiveReader(first.leaf(), without)));
          if (second.size() > 0) {
            writer.addIndexes(codecReader(second.leaf()));
          }
        });
  }

  private static CodecReader codecReader(LeafReader reader) throws IOException {
    return SlowCodecReaderWrapper.wrap(reader);
  }

  private static PassageIndex written(Content content) {
    try {
      // Not closed: the directory is plain heap and goes with the index. A plain array is read
      // faster than buffers of blocks.
      var directory =
          new ByteBuffersDirectory(
              new SingleInstanceLockFactory(),
              ByteBuffersDataOutput::new,
              ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
      try (Analyzer analyzer =
              new PerFieldAnalyzerWrapper(new PolishAnalyzer(), Map.of(GRAMS, new GramAnalyzer()));
          var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        content.write(writer);
        writer.forceMerge(1);
      }
      return new PassageIndex(onlyLeaf(directory));
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be built", e);
    }
  }

  private static @Nullable LeafReader onlyLeaf(Directory directory) throws IOException {
    List<LeafReaderContext> leaves = DirectoryReader.open(directory).leaves();
    return leaves.isEmpty() ? null : leaves.getFirst().reader();
  }

  private static void add(IndexedFile file, IndexWriter writer) {
    try {
      addPassages(file, writer);
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be built", e);
    }
  }

  private static void addPassages(IndexedFile file, IndexWriter writer) throws IOException {
    for (int number = 0; number < file.passages().size(); number++) {
      Passage passage = file.passages().get(number).passage();
      var document = new Document();
      document.add(new Field(LEMMAS, passage.text(), COUNTED));
      document.add(new Field(GRAMS, passage.text(), COUNTED));
      document.add(new Field(HEADINGS, String.join("\n", passage.headings()), COUNTED));
      document.add(new StringField(FILE, file.name(), Field.Store.NO));
      document.add(new SortedDocValuesField(FILE, new BytesRef(file.name())));
      document.add(new NumericDocValuesField(NUMBER, number));
      writer.addDocument(document);
    }
  }

  /** How many passages it holds. */
  int size() {
    return reader == null ? 0 : reader.maxDoc();
  }

  /**
   * Lucene's reader.
   *
   * @throws IllegalStateException if there are no passages
   */
  LeafReader leaf() {
    if (reader == null) {
      throw new IllegalStateException("An index without passages has nothing to read");
    }
    return reader;
  }

  /** What is asked of its passages by their numbers. */
  PassageColumns columns() {
    return columns.get();
  }
}
