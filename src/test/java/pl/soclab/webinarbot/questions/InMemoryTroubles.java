package pl.soclab.webinarbot.questions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Troubles that are gone with the test. */
public final class InMemoryTroubles implements Troubles {
  private final Map<String, Trouble> rows = new LinkedHashMap<>();

  @Override
  public synchronized List<Trouble> of(Trouble.Kind kind) {
    return rows.values().stream().filter(trouble -> trouble.kind() == kind).toList();
  }

  @Override
  public synchronized void put(Trouble trouble) {
    rows.put(trouble.kind() + " " + trouble.key(), trouble);
  }

  @Override
  public synchronized void remove(Trouble trouble) {
    rows.remove(trouble.kind() + " " + trouble.key());
  }
}
