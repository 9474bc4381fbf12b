package pl.soclab.webinarbot.questions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.HandoverAnswer.Outcome;

/** Questions that are gone with the test. */
public final class InMemoryHandovers implements Handovers {
  private final TreeMap<Long, Handover> rows = new TreeMap<>();
  private final TreeMap<Long, HandoverAnswer> answers = new TreeMap<>();
  private final List<Long> reminded = new ArrayList<>();
  private long lastId;

  @Override
  public synchronized Handover begin(NewHandover begun) {
    drop(begun.chat());
    long id = ++lastId;
    Long thread = begun.thread();
    var handover =
        new Handover(
            id,
            thread == null ? id : thread,
            begun.chat(),
            begun.language(),
            begun.eventId(),
            begun.addressee(),
            begun.question() == null ? Handover.State.AWAITED : Handover.State.SHOWN,
            begun.question(),
            begun.at());
    rows.put(id, handover);
    return handover;
  }

  @Override
  public synchronized @Nullable Handover draft(ChatId chat) {
    return of(chat, row -> row.state().isDraft()).stream().findFirst().orElse(null);
  }

  private List<Handover> of(ChatId chat, Predicate<Handover> which) {
    return rows.values().stream().filter(row -> row.chat().equals(chat)).filter(which).toList();
  }

  @Override
  public synchronized @Nullable Handover find(long id) {
    return rows.get(id);
  }

  @Override
  public synchronized boolean confirm(long id, Instant at) {
    Handover was = rows.get(id);
    if (was == null || was.state() != Handover.State.SHOWN) {
      return false;
    }
    rows.put(id, changed(was, was.chat(), Handover.State.OPEN, was.question(), at));
    return true;
  }

  private static Handover changed(
      Handover was, ChatId chat, Handover.State state, @Nullable String question, Instant since) {
    return new Handover(
        was.id(),
        was.thread(),
        chat,
        was.language(),
        was.eventId(),
        was.addressee(),
        state,
        question,
        since);
  }

  private void close(long id, Handover.State state) {
    Handover was = Objects.requireNonNull(rows.get(id));
    rows.put(id, changed(was, was.chat(), state, null, was.since()));
  }

  @Override
  public synchronized boolean drop(ChatId chat) {
    return rows.values().removeIf(row -> row.chat().equals(chat) && row.state().isDraft());
  }

  @Override
  public synchronized int open(ChatId chat) {
    return of(chat, row -> row.state() == Handover.State.OPEN).size();
  }

  @Override
  public synchronized int handedOver(ChatId chat, Instant since) {
    return of(chat, row -> !row.state().isDraft() && !row.since().isBefore(since)).size();
  }

  @Override
  public synchronized List<Handover> cancel(ChatId chat) {
    drop(chat);
    List<Handover> waiting = of(chat, this::waits);
    for (Handover row :
        of(
            chat,
            row -> row.state() == Handover.State.OPEN || row.state() == Handover.State.ANSWERED)) {
      answers(row.id()).forEach(answer -> withdraw(answer.id()));
      close(row.id(), Handover.State.CANCELLED);
    }
    return waiting;
  }

  private boolean waits(Handover row) {
    return row.state() == Handover.State.OPEN
        || (row.state() == Handover.State.ANSWERED
            && answers(row.id()).stream()
                .anyMatch(answer -> answer.state() == HandoverAnswer.State.SCHEDULED));
  }

  @Override
  public synchronized HandoverAnswer propose(
      long handover, ChatId author, String reply, Instant writtenAt) {
    for (HandoverAnswer before : answers(handover)) {
      if (before.author().equals(author) && before.writtenAt().equals(writtenAt)) {
        return before;
      }
    }
    long id = ++lastId;
    var answer =
        new HandoverAnswer(id, handover, author, writtenAt, HandoverAnswer.State.PROPOSED, reply);
    answers.put(id, answer);
    return answer;
  }

  @Override
  public synchronized @Nullable HandoverAnswer answer(long id) {
    return answers.get(id);
  }

  @Override
  public synchronized List<HandoverAnswer> answers(long handover) {
    return answers.values().stream().filter(answer -> answer.handover() == handover).toList();
  }

  @Override
  public synchronized boolean schedule(long answer) {
    HandoverAnswer was = answers.get(answer);
    if (was == null || was.state() != HandoverAnswer.State.PROPOSED) {
      return false;
    }
    put(was, HandoverAnswer.State.SCHEDULED, was.reply());
    return true;
  }

  private void put(HandoverAnswer was, HandoverAnswer.State state, @Nullable String reply) {
    answers.put(
        was.id(),
        new HandoverAnswer(was.id(), was.handover(), was.author(), was.writtenAt(), state, reply));
  }

  @Override
  public synchronized boolean withdraw(long answer) {
    HandoverAnswer was = answers.get(answer);
    if (was == null
        || (was.state() != HandoverAnswer.State.PROPOSED
            && was.state() != HandoverAnswer.State.SCHEDULED)) {
      return false;
    }
    put(was, HandoverAnswer.State.WITHDRAWN, null);
    return true;
  }

  @Override
  public synchronized List<HandoverAnswer> onTheWay() {
    return answers.values().stream()
        .filter(answer -> answer.state() == HandoverAnswer.State.SCHEDULED)
        .toList();
  }

  @Override
  public synchronized void ended(long answer, Outcome outcome) {
    HandoverAnswer was = answers.get(answer);
    if (was == null || was.state() != HandoverAnswer.State.SCHEDULED) {
      return;
    }
    boolean delivered = outcome == Outcome.DELIVERED;
    put(was, delivered ? HandoverAnswer.State.DELIVERED : HandoverAnswer.State.FAILED, null);
    Handover handover = rows.get(was.handover());
    if (handover != null
        && handover.state() != Handover.State.CANCELLED
        && outcome != Outcome.NOT_DELIVERED) {
      close(handover.id(), delivered ? Handover.State.ANSWERED : Handover.State.CANCELLED);
    }
  }

  @Override
  public synchronized List<Handover> unanswered(Instant before) {
    return rows.values().stream()
        .filter(row -> row.state() == Handover.State.OPEN && row.since().isBefore(before))
        .filter(row -> !reminded.contains(row.id()))
        .toList();
  }

  @Override
  public synchronized void reminded(long id) {
    reminded.add(id);
  }

  @Override
  public synchronized void moved(ChatId from, ChatId to) {
    rows.replaceAll(
        (id, row) ->
            row.chat().equals(from)
                ? changed(row, to, row.state(), row.question(), row.since())
                : row);
  }

  @Override
  public synchronized void forget(Instant now) {
    rows.values()
        .removeIf(
            row ->
                row.since().isBefore(now.minus(KEPT))
                    || (row.state().isDraft() && row.since().isBefore(now.minus(DRAFT))));
    answers
        .values()
        .removeIf(
            answer ->
                !rows.containsKey(answer.handover())
                    || (answer.state() == HandoverAnswer.State.PROPOSED
                        && answer.writtenAt().isBefore(now.minus(DRAFT))));
  }
}
