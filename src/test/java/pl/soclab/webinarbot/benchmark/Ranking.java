package pl.soclab.webinarbot.benchmark;

/** A way to find what answers a question; each finds the best, -1 where it finds nothing. */
interface Ranking {
  /** The number of a paragraph among all. */
  int paragraph(String question);

  /** The number of a sentence within a paragraph. */
  int sentence(String question, int paragraph);
}
