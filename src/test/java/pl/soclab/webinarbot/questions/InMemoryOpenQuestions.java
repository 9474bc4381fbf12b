package pl.soclab.webinarbot.questions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.questions.Grouping.Group;
import pl.soclab.webinarbot.questions.OpenQuestion.State;

/** Open questions that are gone with the test, with those who wait and the drafts of answers. */
public class InMemoryOpenQuestions implements OpenQuestions {
  private static final class Row {
    private final long id;
    private final @Nullable String eventId;
    private @Nullable String topic;
    private State state = State.OPEN;
    private final List<String> samples = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private long asked = 1;
    private long dismissedAt;
    private final Instant first;
    private Instant last;
    private @Nullable String answer;
    private @Nullable Instant answeredAt;

    private Row(long id, Unanswered question, Instant at) {
      this.id = id;
      eventId = question.eventId();
      topic = question.topic();
      first = at;
      last = at;
      add(question);
    }

    private void add(Unanswered question) {
      samples.add(question.text());
      counts.add(1);
    }

    private Group group() {
      return new Group(id, topic, samples);
    }
  }

  private final TreeMap<Long, Row> rows = new TreeMap<>();
  private final InMemoryWatches watches = new InMemoryWatches(this);
  private final InMemoryAnswerDrafts drafts = new InMemoryAnswerDrafts();
  private long lastId;

  /** Those who wait for answers to these. */
  public InMemoryWatches watches() {
    return watches;
  }

  /** The answers that are being written to these. */
  public InMemoryAnswerDrafts drafts() {
    return drafts;
  }

  synchronized @Nullable State state(long id) {
    Row row = rows.get(id);
    return row == null ? null : row.state;
  }

  @Override
  public synchronized long note(Unanswered question, Instant at) {
    List<Group> groups =
        rows.values().stream()
            .filter(row -> row.state.isOpen() && Objects.equals(row.eventId, question.eventId()))
            .sorted(Comparator.comparing((Row row) -> row.last).reversed())
            .map(Row::group)
            .toList();
    Group group = Grouping.of(groups, question);
    if (group != null) {
      count(Objects.requireNonNull(rows.get(group.id())), group, question, at);
      return group.id();
    }
    if (groups.size() >= MOST_OF_EVENT) {
      rows.values().stream()
          .filter(row -> row.state.isOpen() && Objects.equals(row.eventId, question.eventId()))
          .filter(row -> row.asked == 1 && watches.of(row.id).isEmpty())
          .min(Comparator.comparing(row -> row.last))
          .ifPresent(row -> rows.remove(row.id));
    }
    rows.put(++lastId, new Row(lastId, question, at));
    return lastId;
  }

  private static void count(Row row, Group group, Unanswered question, Instant at) {
    row.asked++;
    row.last = at.isAfter(row.last) ? at : row.last;
    row.topic = row.topic == null ? question.topic() : row.topic;
    if (row.state == State.DISMISSED && row.asked >= row.dismissedAt + COMES_BACK_AFTER) {
      row.state = State.OPEN;
    }
    int same = group.same(Meaning.of(question.text()));
    if (same >= 0) {
      row.counts.set(same, row.counts.get(same) + 1);
    } else if (row.samples.size() < Grouping.MOST_SAMPLES) {
      row.add(question);
    }
  }

  @Override
  public synchronized void takeBack(long id, Unanswered question) {
    Row row = rows.get(id);
    if (row == null || !row.state.isOpen()) {
      return;
    }
    boolean isOnlyThis =
        row.asked == 1 && row.state == State.OPEN && watches.of(id).isEmpty() && !drafts.isOn(id);
    if (isOnlyThis) {
      rows.remove(id);
    } else if (row.asked > 1) {
      row.asked--;
      dropSample(row, row.group().same(Meaning.of(question.text())));
    }
  }

  private static void dropSample(Row row, int same) {
    if (same >= 0 && row.counts.get(same) > 1) {
      row.counts.set(same, row.counts.get(same) - 1);
    } else if (same > 0 && same == row.samples.size() - 1) {
      row.samples.remove(same);
      row.counts.remove(same);
    }
  }

  @Override
  public synchronized @Nullable OpenQuestion find(long id) {
    Row row = rows.get(id);
    return row == null ? null : question(row);
  }

  private OpenQuestion question(Row row) {
    List<String> samples =
        IntStream.range(0, row.samples.size())
            .boxed()
            .sorted(Comparator.comparing((Integer number) -> -row.counts.get(number)))
            .map(row.samples::get)
            .toList();
    return new OpenQuestion(
        row.id,
        row.eventId,
        row.topic,
        row.state,
        samples,
        row.asked,
        watches.of(row.id).size(),
        row.first,
        row.last,
        row.answer,
        row.answeredAt);
  }

  private Stream<OpenQuestion> in(State state) {
    return rows.values().stream().filter(row -> row.state == state).map(this::question);
  }

  @Override
  public synchronized long count() {
    return in(State.OPEN).count();
  }

  @Override
  public synchronized List<OpenQuestion> open(int limit, int offset) {
    return in(State.OPEN)
        .sorted(
            Comparator.comparing((OpenQuestion question) -> -question.asked())
                .thenComparing(OpenQuestion::last, Comparator.reverseOrder())
                .thenComparing(OpenQuestion::id))
        .skip(offset)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean dismiss(long id) {
    Row row = rows.get(id);
    if (row == null || row.state != State.OPEN) {
      return false;
    }
    row.state = State.DISMISSED;
    row.dismissedAt = row.asked;
    return true;
  }

  @Override
  public synchronized boolean answer(long id, String answer, Instant at) {
    Row row = rows.get(id);
    if (row == null || !row.state.isOpen()) {
      return false;
    }
    row.state = State.ANSWERED;
    row.answer = answer;
    row.answeredAt = at;
    return true;
  }

  @Override
  public synchronized List<OpenQuestion> untold(int limit) {
    return in(State.ANSWERED)
        .sorted(Comparator.comparing(OpenQuestion::answeredAt))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void told(long id) {
    Row row = rows.get(id);
    if (row != null && row.state == State.ANSWERED) {
      row.state = State.TOLD;
      watches.forgetOf(id);
    }
  }

  @Override
  public synchronized void reopen(long id) {
    Row row = rows.get(id);
    if (row != null && row.state == State.ANSWERED) {
      row.state = State.OPEN;
      row.answer = null;
      row.answeredAt = null;
    }
  }

  @Override
  public synchronized int forget(Instant now) {
    List<Long> old =
        rows.values().stream()
            .filter(row -> row.last.isBefore(now.minus(KEPT)))
            .map(row -> row.id)
            .toList();
    for (long id : old) {
      rows.remove(id);
      watches.forgetOf(id);
      drafts.forgetOf(id);
    }
    return old.size()
        + watches.forgetBefore(now.minus(Watches.KEPT))
        + drafts.forgetBefore(now.minus(AnswerDrafts.KEPT));
  }
}
