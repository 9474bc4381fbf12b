package pl.soclab.webinarbot.questions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tallies that are gone with the test. */
public final class InMemoryTallies implements Tallies {
  private final List<Tally> rows = new ArrayList<>();

  @Override
  public synchronized void add(Tally more) {
    long before = 0;
    for (Tally row : List.copyOf(rows)) {
      if (row.day().equals(more.day())
          && row.kind().equals(more.kind())
          && row.topic().equals(more.topic())) {
        before = row.number();
        rows.remove(row);
      }
    }
    rows.add(new Tally(more.day(), more.kind(), more.topic(), before + more.number()));
  }

  @Override
  public synchronized List<Tally> between(LocalDate first, LocalDate last) {
    return rows.stream()
        .filter(row -> !row.day().isBefore(first) && !row.day().isAfter(last))
        .toList();
  }

  @Override
  public synchronized int forgetBefore(LocalDate day) {
    int before = rows.size();
    rows.removeIf(row -> row.day().isBefore(day));
    return before - rows.size();
  }
}
