package pl.soclab.webinarbot.retrieval;

import java.util.Set;
import pl.soclab.webinarbot.knowledge.Passage;

/**
 * A sentence that was found.
 *
 * @param passage the passage it stands in
 * @param sentence the sentence as it stands there
 * @param position of the sentence in its passage, from 0
 * @param score BM25; comparable within one search only
 * @param lemmas the folded lemmas of the sentence
 * @param context the folded lemmas of the sentence, its passage and the headings over it
 */
public record Hit(
    Passage passage,
    String sentence,
    int position,
    float score,
    Set<String> lemmas,
    Set<String> context) {}
