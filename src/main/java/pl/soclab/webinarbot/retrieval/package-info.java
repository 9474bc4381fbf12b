/**
 * Finds the sentences of the organisers' texts that a question is about: the only user of Lucene's
 * index and search. An index is built from one snapshot, lives in memory and never changes; a new
 * snapshot gets a new index. Start reading at {@link
 * pl.soclab.webinarbot.retrieval.KnowledgeIndex}.
 */
@NullMarked
package pl.soclab.webinarbot.retrieval;

import org.jspecify.annotations.NullMarked;
