package pl.soclab.webinarbot.evaluation;

import pl.soclab.webinarbot.answering.Answer;

/**
 * One question answered and judged.
 *
 * @param micros how long the answer took, in microseconds
 */
public record Outcome(TestQuestion question, Answer answer, Verdict verdict, long micros) {}
