package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * BM25 of the terms of one field, over the living passages of an index and of what has changed
 * since. The numbers are those of Lucene's {@code TermQuery}; but for deleted passages, which
 * Lucene goes on counting, so that the order of what is found would tell of files that are gone,
 * and change with a restart. Safe for use by many threads.
 */
final class FieldScores {
  private static final float K1 = 1.2f;
  private static final float B = 0.75f;

  /** Longer lists are few, and would push out all others. */
  private static final int LONGEST_KEPT = 2048;

  /** What the kept lists may take, in bytes, until all are dropped. */
  private static final int MOST_KEPT = 1 << 20;

  /** What a list takes beside its numbers, in bytes. */
  private static final int EACH_KEPT = 128;

  private final String field;
  private final float boost;
  private final List<LivePassages> leaves;
  private final @Nullable LeafReader dead;

  /** How many passages have the field. */
  private final long count;

  /** By length, what a frequency is multiplied by. */
  private final float[] ofLengths = new float[256];

  /** Questions use the same words again and again: half of a search was looking terms up. */
  private final Map<String, TermScores> kept = new ConcurrentHashMap<>();

  private final AtomicInteger keptBytes = new AtomicInteger();

  /**
   * Scores in a field.
   *
   * @param boost what each score is multiplied by
   * @param dead those passages of the leaves that are not to count; null for none
   */
  FieldScores(String field, float boost, List<LivePassages> leaves, @Nullable LeafReader dead)
      throws IOException {
    this.field = field;
    this.boost = boost;
    this.leaves = leaves;
    this.dead = dead;
    long passages = 0;
    long words = 0;
    for (LivePassages leaf : leaves) {
      Terms terms = leaf.reader().terms(field);
      passages += terms == null ? 0 : terms.getDocCount();
      words += terms == null ? 0 : terms.getSumTotalTermFreq();
    }
    Terms gone = dead == null ? null : dead.terms(field);
    this.count = passages - (gone == null ? 0 : gone.getDocCount());
    float average =
        (float) ((words - (gone == null ? 0 : gone.getSumTotalTermFreq())) / (double) count);
    for (int i = 0; i < ofLengths.length; i++) {
      ofLengths[i] = 1f / (K1 * ((1 - B) + B * SmallFloat.byte4ToInt((byte) i) / average));
    }
  }

  /** The scores of a term. */
  TermScores of(String term) {
    TermScores known = kept.get(term);
    if (known != null) {
      return known;
    }
    try {
      TermScores read = count <= 0 ? TermScores.NONE : read(new BytesRef(term));
      if (read.size() <= LONGEST_KEPT) {
        keep(term, read);
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be read", e);
    }
  }

  private void keep(String term, TermScores read) {
    int bytes = EACH_KEPT + read.size() * (Integer.BYTES + Float.BYTES);
    if (keptBytes.addAndGet(bytes) > MOST_KEPT) {
      kept.clear();
      keptBytes.set(bytes);
    }
    kept.put(term, read);
  }

  private TermScores read(BytesRef term) throws IOException {
    var found = new ArrayList<TermsEnum>(leaves.size());
    int having = 0;
    for (LivePassages leaf : leaves) {
      Terms terms = leaf.reader().terms(field);
      TermsEnum entry = terms == null ? null : terms.iterator();
      boolean isFound = entry != null && entry.seekExact(term);
      found.add(isFound ? entry : null);
      having += isFound && entry != null ? entry.docFreq() : 0;
    }
    if (having == 0) {
      return TermScores.NONE;
    }
    int living = having - (dead == null ? 0 : docFreq(dead, term));
    // A term of deleted passages alone is not found, but has to have a number.
    int frequency = Math.max(1, living);
    float rarity = (float) Math.log(1 + (count - frequency + 0.5D) / (frequency + 0.5D));
    var scores = new Reading(boost * rarity, having);
    for (int i = 0; i < found.size(); i++) {
      TermsEnum entry = found.get(i);
      if (entry != null) {
        scores.read(leaves.get(i), entry.postings(null, PostingsEnum.FREQS));
      }
    }
    return scores.result();
  }

  private int docFreq(LeafReader reader, BytesRef term) throws IOException {
    Terms terms = reader.terms(field);
    TermsEnum entry = terms == null ? null : terms.iterator();
    return entry != null && entry.seekExact(term) ? entry.docFreq() : 0;
  }

  /** The postings of a term on their way to scores. */
  private final class Reading {
    private final float weight;
    private final int[] passages;
    private final float[] scores;
    private int size;

    Reading(float weight, int most) {
      this.weight = weight;
      this.passages = new int[most];
      this.scores = new float[most];
    }

    void read(LivePassages leaf, PostingsEnum postings) throws IOException {
      byte[] lengths = Objects.requireNonNull(leaf.columns().lengths().get(field));
      var block = new DocAndFloatFeatureBuffer();
      postings.nextDoc();
      postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, block);
      while (block.size > 0) {
        for (int i = 0; i < block.size; i++) {
          int passage = block.docs[i];
          if (leaf.live() == null || leaf.live().get(passage)) {
            float part = block.features[i] * ofLengths[lengths[passage] & 0xFF];
            passages[size] = leaf.first() + passage;
            scores[size++] = weight - weight / (1f + part);
          }
        }
        postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, block);
      }
    }

    TermScores result() {
      return size == passages.length
          ? new TermScores(passages, scores)
          : new TermScores(Arrays.copyOf(passages, size), Arrays.copyOf(scores, size));
    }
  }
}
