package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where updates come in, fetched or delivered: stored first, then handed to the dispatcher of the
 * instance that is on duty.
 */
final class Reception implements LongPoller.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final Inbox inbox;
  private final Duty duty;
  private final ObjectMapper mapper;
  private final UpdateBatch batch;
  private final MenuSetter menu;
  private final FloodGate gate;
  private final Typing typing;
  private final Consumer<Turn> handler;
  private final TelegramMetrics metrics;
  private final InstantSource clock;
  private volatile @Nullable Identity identity;
  private volatile @Nullable Dispatcher dispatcher;
  private volatile boolean stopped;

  Reception(
      Inbox inbox,
      Duty duty,
      ObjectMapper mapper,
      MenuSetter menu,
      FloodGate gate,
      Typing typing,
      Consumer<Turn> handler,
      TelegramMetrics metrics,
      InstantSource clock) {
    this.inbox = inbox;
    this.duty = duty;
    this.mapper = mapper;
    this.batch = new UpdateBatch(mapper, metrics);
    this.menu = menu;
    this.gate = gate;
    this.typing = typing;
    this.handler = handler;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void connected(Identity bot) {
    identity = bot;
    if (dispatcher == null) {
      dispatcher =
          new Dispatcher(
              inbox, duty, new UpdateReader(mapper, bot), gate, typing, handler, metrics, clock);
    }
    // What waits from before is answered first: the menus are a convenience.
    wake();
    menu.set();
  }

  @Override
  public void arrived(JsonNode updates) {
    store(updates);
    wake();
    menu.seen(updates);
  }

  /**
   * Stores an update that was delivered; it is handled in the background.
   *
   * @param body JSON, as it came
   * @return false where it cannot be read, which is counted
   * @throws RuntimeException when the database does not take it
   */
  boolean delivered(byte[] body) {
    JsonNode update = read(body);
    if (update == null || !update.isObject()) {
      metrics.unreadable();
      LOG.error("A delivery of {} bytes is no update and is skipped", body.length);
      return false;
    }
    JsonNode updates = mapper.createArrayNode().add(update);
    store(updates);
    // Nothing that a delivery brings about may keep Telegram waiting.
    Thread.ofVirtual().name("delivered").start(() -> followUp(updates));
    return true;
  }

  private @Nullable JsonNode read(byte[] body) {
    try {
      return mapper.readTree(body);
    } catch (JsonProcessingException e) {
      // Its message would quote the body.
      return null;
    } catch (IOException e) {
      throw new IllegalStateException("Nothing is read from outside here", e);
    }
  }

  private void store(JsonNode updates) {
    List<RawUpdate> readable = batch.read(updates);
    if (!readable.isEmpty()) {
      metrics.taken(inbox.store(readable, clock.instant()));
    }
  }

  private void followUp(JsonNode updates) {
    try {
      wake();
      if (duty.isHeld()) {
        menu.seen(updates);
      }
    } catch (RuntimeException e) {
      LOG.warn("What was delivered waits for the next look", e);
    }
  }

  /** Wakes the dispatcher, if there is one yet. */
  void wake() {
    Dispatcher running = dispatcher;
    if (running != null && !stopped) {
      running.wake();
    }
  }

  /** As Telegram told; null until it has. */
  @Nullable Identity identity() {
    return identity;
  }

  /** How many turns wait in memory or run. */
  int held() {
    Dispatcher running = dispatcher;
    return running == null ? 0 : running.held();
  }

  /** Begins no further turn; what arrives is still stored. Returns what has to come to its end. */
  @Nullable Dispatcher stop() {
    stopped = true;
    Dispatcher running = dispatcher;
    if (running != null) {
      running.stop();
    }
    return running;
  }
}
