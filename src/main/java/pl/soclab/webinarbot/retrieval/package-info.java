/**
 * Finds the sentences of the organisers' texts that a question is about: the only user of Lucene's
 * index and search. An index is of one snapshot, lives in memory and never changes; that of the
 * next snapshot shares with it all but the files that have changed. Start reading at {@link
 * pl.soclab.webinarbot.retrieval.KnowledgeIndex}.
 */
@NullMarked
package pl.soclab.webinarbot.retrieval;

import org.jspecify.annotations.NullMarked;
