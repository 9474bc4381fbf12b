package pl.soclab.webinarbot.retrieval;

import java.util.List;

/**
 * A word of a question, as the index looks for it.
 *
 * @param form the folded word
 * @param lemmas its folded lemmas and those of words that mean the same; a text needs one of them
 * @param weight 1 for a word that says what is asked for, less for one that asks or connects
 */
public record SoughtWord(String form, List<String> lemmas, float weight) {
  public SoughtWord {
    lemmas = List.copyOf(lemmas);
  }

  /**
   * A word that says what is asked for.
   *
   * @param lemmas at least one
   */
  public static SoughtWord of(List<String> lemmas) {
    return new SoughtWord(lemmas.getFirst(), lemmas, 1);
  }
}
