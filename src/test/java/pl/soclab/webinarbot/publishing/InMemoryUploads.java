package pl.soclab.webinarbot.publishing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/** Uploads in memory, for tests. */
public final class InMemoryUploads implements Uploads {
  private final Map<Long, Upload> uploads = new HashMap<>();
  private long last;

  @Override
  public synchronized Upload create(
      ChatId chat,
      String name,
      String ending,
      @Nullable String content,
      @Nullable String target,
      Instant at) {
    uploads.values().removeIf(upload -> upload.at().isBefore(at.minus(KEPT)));
    var upload =
        new Upload(++last, chat, name, ending, content, target, null, null, State.WAITING, at);
    uploads.put(upload.id(), upload);
    return upload;
  }

  @Override
  public synchronized @Nullable Upload find(long id, Instant now) {
    Upload upload = uploads.get(id);
    return upload == null || upload.at().isBefore(now.minus(KEPT)) ? null : upload;
  }

  @Override
  public boolean aim(long id, String target) {
    return change(id, old -> with(old, target, old.notice(), old.eventId(), old.state()));
  }

  @Override
  public void propose(long id, @Nullable String notice, @Nullable String eventId) {
    change(id, old -> with(old, old.target(), notice, eventId, old.state()));
  }

  @Override
  public boolean published(long id) {
    return end(id, State.PUBLISHED);
  }

  @Override
  public boolean discard(long id) {
    return end(id, State.DISCARDED);
  }

  private boolean end(long id, State state) {
    return change(id, old -> with(old, old.target(), old.notice(), old.eventId(), state));
  }

  private synchronized boolean change(long id, UnaryOperator<Upload> change) {
    Upload upload = uploads.get(id);
    if (upload == null || upload.state() != State.WAITING) {
      return false;
    }
    uploads.put(id, change.apply(upload));
    return true;
  }

  private static Upload with(
      Upload old,
      @Nullable String target,
      @Nullable String notice,
      @Nullable String eventId,
      State state) {
    return new Upload(
        old.id(),
        old.chat(),
        old.name(),
        old.ending(),
        old.content(),
        target,
        notice,
        eventId,
        state,
        old.at());
  }
}
