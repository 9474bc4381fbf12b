package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every memory of events' times does, whatever it stores in. */
abstract class EventMemoryContract {
  private static final EventTimes PLANNED =
      EventTimes.parse("PLANNED Europe/Warsaw 2022-02-17T09:00 2022-02-18");
  private static final EventTimes CANCELLED = EventTimes.parse("CANCELLED Europe/Warsaw");

  private EventMemory memory = new InMemoryEventMemory();

  abstract Stores emptyStores();

  @BeforeEach
  void begin() {
    memory = emptyStores().memory();
  }

  @Test
  void eventIsRememberedAsItWasTold() {
    var known = new EventMemory.Known(PLANNED, Stores.NOW, CANCELLED, Stores.NOW);

    memory.remember("zdrowie", known);

    assertThat(memory.all()).containsOnly(Map.entry("zdrowie", known));
  }

  @Test
  void newerKnowledgeTakesThePlaceOfTheOlder() {
    memory.remember("zdrowie", new EventMemory.Known(PLANNED, Stores.NOW, PLANNED, Stores.NOW));
    memory.remember("inne", new EventMemory.Known(PLANNED, Stores.NOW, PLANNED, Stores.NOW));
    var newer = new EventMemory.Known(PLANNED, Stores.NOW, CANCELLED, Stores.NOW.plusSeconds(1));

    memory.remember("zdrowie", newer);

    assertThat(memory.all()).hasSize(2).containsEntry("zdrowie", newer);
  }

  @Test
  void forgottenEventIsGone() {
    memory.remember("zdrowie", new EventMemory.Known(PLANNED, Stores.NOW, PLANNED, Stores.NOW));

    memory.forget("zdrowie");
    memory.forget("nigdy");

    assertThat(memory.all()).isEmpty();
  }
}
