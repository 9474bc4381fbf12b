/**
 * Measures the answers: question files ({@code pytania/*.jsonl} and others in the same format), the
 * judge that holds an answer against what it must and must not contain, and tables of accuracy by
 * topic and style. Plain Java, so that {@code check} and {@code eval} start fast. Start reading at
 * {@link pl.soclab.webinarbot.evaluation.Evaluator}.
 */
@NullMarked
package pl.soclab.webinarbot.evaluation;

import org.jspecify.annotations.NullMarked;
