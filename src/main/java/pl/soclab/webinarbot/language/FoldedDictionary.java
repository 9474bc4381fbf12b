package pl.soclab.webinarbot.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import morfologik.fsa.FSA;
import morfologik.stemming.Dictionary;
import morfologik.stemming.ISequenceEncoder;
import morfologik.stemming.polish.PolishStemmer;
import org.jspecify.annotations.Nullable;

/**
 * Morfologik's Polish dictionary, entered by folded words: "godzine", "Godzinę" and "godzinę" find
 * one lemma, and so does "augustowie", which the dictionary holds with a capital alone.
 *
 * <p>The dictionary is a finite-state automaton over the bytes of {@code form;code;tags}. A folded
 * letter is followed along all the letters that fold to it; the automaton itself prunes what is no
 * word, so a walk visits only a few states more than a plain lookup. Nothing is built beforehand
 * and nothing is written. Immutable: the walk keeps its state on the stack.
 */
final class FoldedDictionary {
  /** What each folded letter may stand for in the dictionary, in UTF-8. */
  private static final byte[][][] VARIANTS = variants();

  private static final FoldedDictionary POLISH = load();

  private final FSA fsa;
  private final byte separator;
  private final ISequenceEncoder encoder;

  private FoldedDictionary(Dictionary dictionary) {
    this.fsa = dictionary.fsa;
    this.separator = dictionary.metadata.getSeparator();
    this.encoder = dictionary.metadata.getSequenceEncoderType().get();
  }

  static FoldedDictionary polish() {
    return POLISH;
  }

  private static FoldedDictionary load() {
    try (InputStream fsa = resource("polish.dict");
        InputStream info = resource("polish.info")) {
      return new FoldedDictionary(Dictionary.read(fsa, info));
    } catch (IOException e) {
      throw new UncheckedIOException("Morfologik's Polish dictionary cannot be read", e);
    }
  }

  private static InputStream resource(String name) {
    @Nullable InputStream stream = PolishStemmer.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(
          "Morfologik's Polish dictionary is not on the class path: " + name);
    }
    return stream;
  }

  private static byte[][][] variants() {
    var variants = new byte[128][][];
    for (char c = 0; c < 128; c++) {
      var letters = new ArrayList<String>();
      letters.add(String.valueOf(c));
      if (c >= 'a' && c <= 'z') {
        letters.add(String.valueOf(Character.toUpperCase(c)));
        switch (c) {
          case 'a' -> letters.addAll(List.of("ą", "Ą"));
          case 'c' -> letters.addAll(List.of("ć", "Ć"));
          case 'e' -> letters.addAll(List.of("ę", "Ę", "é"));
          case 'l' -> letters.addAll(List.of("ł", "Ł"));
          case 'n' -> letters.addAll(List.of("ń", "Ń"));
          case 'o' -> letters.addAll(List.of("ó", "Ó", "ö"));
          case 's' -> letters.addAll(List.of("ś", "Ś"));
          case 'u' -> letters.add("ü");
          case 'z' -> letters.addAll(List.of("ź", "ż", "Ź", "Ż"));
          default -> {}
        }
      }
      variants[c] =
          letters.stream().map(l -> l.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }
    return variants;
  }

  /**
   * The folded lemmas of a folded word, without repeats.
   *
   * @return empty where the dictionary has no such word
   */
  List<String> lemmas(String foldedWord) {
    if (foldedWord.isEmpty() || foldedWord.length() > 40) {
      return List.of();
    }
    for (int i = 0; i < foldedWord.length(); i++) {
      if (foldedWord.charAt(i) >= 128) {
        return List.of();
      }
    }
    var lemmas = new LinkedHashSet<String>();
    walk(foldedWord, 0, fsa.getRootNode(), new byte[foldedWord.length() * 2], 0, lemmas);
    return List.copyOf(lemmas);
  }

  private void walk(
      String word, int position, int node, byte[] form, int length, Set<String> lemmas) {
    if (position == word.length()) {
      int arc = fsa.getArc(node, separator);
      if (arc != 0 && !fsa.isArcTerminal(arc)) {
        addLemmas(ByteBuffer.wrap(form, 0, length), fsa.getEndNode(arc), lemmas);
      }
      return;
    }
    for (byte[] letter : VARIANTS[word.charAt(position)]) {
      int reached = step(node, letter);
      if (reached != 0) {
        System.arraycopy(letter, 0, form, length, letter.length);
        walk(word, position + 1, reached, form, length + letter.length, lemmas);
      }
    }
  }

  /** The node behind the bytes of one letter; 0 where there is none. */
  private int step(int node, byte[] letter) {
    int reached = node;
    for (byte b : letter) {
      int arc = fsa.getArc(reached, b);
      if (arc == 0 || fsa.isArcTerminal(arc)) {
        return 0;
      }
      reached = fsa.getEndNode(arc);
    }
    return reached;
  }

  private void addLemmas(ByteBuffer form, int node, Set<String> lemmas) {
    for (ByteBuffer rest : fsa.getSequences(node)) {
      int end = rest.position() + encoder.prefixBytes();
      while (end < rest.limit() && rest.get(end) != separator) {
        end++;
      }
      var code = rest.duplicate();
      code.limit(end);
      ByteBuffer lemma =
          encoder.decode(
              ByteBuffer.allocate(form.remaining() + 32), form.duplicate(), code.slice());
      lemmas.add(Folding.fold(StandardCharsets.UTF_8.decode(lemma)));
    }
  }
}
