package pl.soclab.webinarbot.questions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Questions that residents hand to the organisers, and the answers. What was stored when a method
 * returned outlives the process; each method throws an unchecked exception when the store cannot be
 * reached. Every step may be done twice. Safe for use by many threads, one turn of a chat at a
 * time.
 */
public interface Handovers {
  /** What is not confirmed so long is erased. */
  Duration DRAFT = Duration.ofMinutes(30);

  /** Nothing of a question is kept longer. */
  Duration KEPT = Duration.ofDays(30);

  /** Begins a question; what the chat had begun before and not handed over is gone. */
  Handover begin(NewHandover begun);

  /** The question that the chat is at; null where it has begun none. May be an old one. */
  @Nullable Handover draft(ChatId chat);

  /** The question with that number; null where there is none, or none any more. */
  @Nullable Handover find(long id);

  /**
   * Hands over what was shown.
   *
   * @return whether it was this call that did so
   */
  boolean confirm(long id, Instant at);

  /** Erases what the chat has begun; returns whether there was anything. */
  boolean drop(ChatId chat);

  /** How many questions of that chat wait for an answer. */
  int open(ChatId chat);

  /** How many that chat has handed over since then, whatever became of them. */
  int handedOver(ChatId chat, Instant since);

  /**
   * The chat wants no answers: its questions are erased, and answers that have not left too.
   *
   * @return the questions that waited for an answer, or whose answer was on its way
   */
  List<Handover> cancel(ChatId chat);

  /**
   * Stores an answer as {@link HandoverAnswer.State#PROPOSED}.
   *
   * @return it, or what became of it where it was stored before
   */
  HandoverAnswer propose(long handover, ChatId author, String reply, Instant writtenAt);

  /** The answer with that number; null where there is none, or none any more. */
  @Nullable HandoverAnswer answer(long id);

  /** All answers to a question, in the order of their numbers. */
  List<HandoverAnswer> answers(long handover);

  /** A proposed answer is to leave; returns whether it was one. */
  boolean schedule(long answer);

  /** An answer is not to leave: its text is erased; returns whether it could be held back. */
  boolean withdraw(long answer);

  /** The answers that are to leave and whose end is not known, in the order of their numbers. */
  List<HandoverAnswer> onTheWay();

  /** A send ended: texts that are of no use any more are erased. */
  void ended(long answer, HandoverAnswer.Outcome outcome);

  /** Questions that wait since before that instant, and that nobody was reminded of. */
  List<Handover> unanswered(Instant before);

  /** The organisers were asked once more. */
  void reminded(long id);

  /** A group has become another chat. */
  void moved(ChatId from, ChatId to);

  /** Erases drafts that were not confirmed in time, and all that is older than {@link #KEPT}. */
  void forget(Instant now);
}
