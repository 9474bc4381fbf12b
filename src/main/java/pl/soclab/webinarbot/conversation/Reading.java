package pl.soclab.webinarbot.conversation;

import pl.soclab.webinarbot.answering.Answer;

/** What a message came to, read in the light of what stood before it. */
sealed interface Reading {
  /**
   * A question.
   *
   * @param text all of it, pieces included
   * @param takesIn whether pieces before it were needed to understand it
   */
  record Asked(Answer answer, String text, boolean takesIn) implements Reading {}

  /**
   * The question is yet to come.
   *
   * @param text what was written of it so far; empty for nothing
   * @param isInvited whether the resident knows already that the bot waits
   */
  record Unfinished(String text, boolean isInvited) implements Reading {}

  /** A call for an answer ("halo?"), in the light of how the resident was left. */
  record Called(Burst before) implements Reading {}
}
