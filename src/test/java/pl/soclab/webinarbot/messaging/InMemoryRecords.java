package pl.soclab.webinarbot.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Records that a test puts there. */
public final class InMemoryRecords implements ChatRecords {
  private final Map<ChatId, List<ChatRecord>> all = new HashMap<>();
  private final Map<ChatId, List<ChatRecord>> forGood = new HashMap<>();

  public void keep(ChatId chat, ChatRecord record) {
    all.computeIfAbsent(chat, ignored -> new ArrayList<>()).add(record);
  }

  /** Keeps what is not erased. */
  public void keepForGood(ChatId chat, ChatRecord record) {
    forGood.computeIfAbsent(chat, ignored -> new ArrayList<>()).add(record);
  }

  @Override
  public List<ChatRecord> of(ChatId chat) {
    return Stream.of(all, forGood)
        .flatMap(kept -> kept.getOrDefault(chat, List.of()).stream())
        .toList();
  }

  @Override
  public void erase(ChatId chat) {
    all.remove(chat);
  }
}
