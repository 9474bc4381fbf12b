package pl.soclab.webinarbot.questions;

import java.util.Map;

/**
 * Which of the questions under {@code pytania/} had a good answer when they were last asked, so
 * that a loss is seen although the program was stopped in between. Each method throws an unchecked
 * exception when the store cannot be reached.
 */
public interface QuestionMemory {
  /** All that are remembered, by a digest of the question; true where the answer was good. */
  Map<String, Boolean> all();

  /** Remembers these and nothing else, wholly or not at all. */
  void replace(Map<String, Boolean> results);
}
