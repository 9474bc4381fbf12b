package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/** Pairings, as long as the test runs. */
final class InMemoryPairings implements Pairings {
  private static final class Code {
    private final Instant issued;
    private final @Nullable ChatId by;
    private Instant end;
    private @Nullable ChatId usedBy;

    private Code(Instant issued, @Nullable ChatId by) {
      this.issued = issued;
      this.by = by;
      end = issued.plus(CODE_LIFE);
    }

    private boolean isOpen(Instant now) {
      return usedBy == null && end.isAfter(now);
    }
  }

  private record Wrong(ChatId chat, Instant at) {}

  private final Map<String, Code> codes = new HashMap<>();
  private final List<Wrong> wrong = new ArrayList<>();
  private final Map<ChatId, Paired> paired = new LinkedHashMap<>();

  @Override
  public synchronized void issue(String hash, @Nullable ChatId by, Instant now) {
    codes.put(hash, new Code(now, by));
  }

  @Override
  public synchronized Redeemed redeem(ChatId chat, String hash, Instant now) {
    Code code = codes.get(hash);
    if (paired.containsKey(chat)) {
      return code != null && chat.equals(code.usedBy) ? Redeemed.PAIRED : Redeemed.ALREADY;
    }
    long slips =
        wrong.stream()
            .filter(slip -> slip.chat().equals(chat) && slip.at().isAfter(now.minus(PAUSE)))
            .count();
    if (slips >= WRONG_OF_A_CHAT) {
      return Redeemed.PAUSED;
    }
    if (code != null && code.isOpen(now)) {
      code.usedBy = chat;
      paired.put(chat, new Paired(chat, now, code.by));
      return Redeemed.PAIRED;
    }
    wrong.add(new Wrong(chat, now));
    codes.values().stream()
        .filter(open -> open.isOpen(now))
        .filter(open -> since(open.issued) >= WRONG_OF_ALL)
        .forEach(open -> open.end = now);
    return Redeemed.WRONG;
  }

  private long since(Instant issued) {
    return wrong.stream().filter(slip -> !slip.at().isBefore(issued)).count();
  }

  @Override
  public synchronized void spoil(String hash, Instant now) {
    Code code = codes.get(hash);
    if (code != null && code.isOpen(now)) {
      code.end = now;
    }
  }

  @Override
  public synchronized @Nullable Paired find(ChatId chat) {
    return paired.get(chat);
  }

  @Override
  public synchronized List<Paired> all() {
    return paired.values().stream()
        .sorted(
            Comparator.comparing(Paired::since)
                .thenComparing(organiser -> organiser.chat().value()))
        .toList();
  }

  @Override
  public synchronized boolean remove(ChatId chat, Instant now) {
    codes.values().stream()
        .filter(code -> chat.equals(code.by) && code.isOpen(now))
        .forEach(code -> code.end = now);
    return paired.remove(chat) != null;
  }

  @Override
  public synchronized void forget(Instant now) {
    wrong.removeIf(slip -> !slip.at().isAfter(now.minus(PAUSE)));
    codes.values().removeIf(code -> code.end.isBefore(now.minus(Duration.ofDays(1))));
  }
}
