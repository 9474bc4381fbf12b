/**
 * What the organisers' files say, as one immutable {@link pl.soclab.webinarbot.knowledge.Knowledge}
 * snapshot, and what is wrong with them, as a list of {@link
 * pl.soclab.webinarbot.knowledge.Finding}s with file and line. {@link
 * pl.soclab.webinarbot.knowledge.KnowledgeReader} turns a folder into both at once, so that one bad
 * file never takes the others down; facts keep the very characters and the line they came from.
 * Start reading at {@link pl.soclab.webinarbot.knowledge.Event}.
 */
@NullMarked
package pl.soclab.webinarbot.knowledge;

import org.jspecify.annotations.NullMarked;
