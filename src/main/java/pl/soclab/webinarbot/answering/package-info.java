/**
 * From a {@link pl.soclab.webinarbot.answering.Question} to an {@link
 * pl.soclab.webinarbot.answering.Answer}: which topics are asked about, which event is meant, what
 * the files say, and the policy that tells answering from asking back from refusing. Every sentence
 * about an event is copied from the files or follows from them and the clock; the wording around it
 * stands in resource files. Start reading at {@link pl.soclab.webinarbot.answering.Answerer}.
 */
@NullMarked
package pl.soclab.webinarbot.answering;

import org.jspecify.annotations.NullMarked;
