package pl.soclab.webinarbot.preview;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The people and groups of a preview, for tests: at first Anna, Bartek and Oksana, each with a
 * private chat, and the group Sąsiedzi with all three. Safe for use by several threads.
 */
public final class Residents {
  private static final long FIRST_GROUP = -4_001_000_001L;

  private final World world;
  private final TestResident first;
  private final AtomicLong nextPerson = new AtomicLong(PreviewSettings.FIRST_RESIDENT);
  private final AtomicLong nextGroup = new AtomicLong(FIRST_GROUP);

  Residents(World world) {
    this.world = world;
    TestResident anna = add("Anna", "pl");
    first = anna;
    TestResident bartek = add("Bartek", "pl");
    TestResident oksana = add("Oksana", "uk");
    addGroup("Sąsiedzi", List.of(anna, bartek, oksana));
  }

  /**
   * A new resident, who has not written to the bot yet.
   *
   * @param languageCode IETF tag of the language of their Telegram; null where it does not say
   */
  public TestResident add(String name, @Nullable String languageCode) {
    var person = new Person(nextPerson.getAndIncrement(), name, null, languageCode, false);
    var chat = new Chat(person.id(), Chat.Kind.PRIVATE, name, List.of(person));
    world.chats.add(chat);
    world.events.add("chats", Json.object());
    return new TestResident(world, person, chat);
  }

  /** The one who was there first: Anna. */
  public TestResident first() {
    return first;
  }

  /** A new group in which the bot is too. */
  public TestGroup addGroup(String title, List<TestResident> members) {
    List<Person> people = members.stream().map(TestResident::person).toList();
    var chat = new Chat(nextGroup.getAndDecrement(), Chat.Kind.GROUP, title, people);
    world.chats.add(chat);
    world.events.add("chats", Json.object());
    return new TestGroup(world, chat);
  }

  /**
   * The resident of that name.
   *
   * @throws NoSuchElementException if there is none
   */
  public TestResident named(String name) {
    Chat chat = titled(name, true);
    return new TestResident(world, chat.members().getFirst(), chat);
  }

  /**
   * The group of that title.
   *
   * @throws NoSuchElementException if there is none
   */
  public TestGroup group(String title) {
    return new TestGroup(world, titled(title, false));
  }

  private Chat titled(String title, boolean alone) {
    return world.chats.all().stream()
        .filter(chat -> chat.title().equals(title))
        .filter(chat -> (chat.kind() == Chat.Kind.PRIVATE) == alone && chat.migratedTo() == null)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("Nobody is called " + title));
  }

  /**
   * Queues an update as it is: a duplicate, an id that falls back, fields that nobody can read. It
   * is handed out at least once whatever its id.
   *
   * @param json an object; without {@code update_id} it gets the next one
   * @throws IllegalArgumentException if it is no JSON object
   */
  public void inject(String json) {
    try {
      if (Json.read(json) instanceof ObjectNode update) {
        world.updates.inject(update);
        return;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not JSON: " + json, e);
    }
    throw new IllegalArgumentException("Not a JSON object: " + json);
  }

  /** The id of the next update; Telegram begins anew at times, with any number. */
  public void nextUpdateId(int id) {
    world.updates.nextId(id);
  }

  /** How many updates the bot has not confirmed yet. */
  public int unconfirmedUpdates() {
    return world.updates.waiting();
  }

  /**
   * Waits until the bot has confirmed every update.
   *
   * @throws AssertionError if the time is over before
   */
  public void awaitConfirmed(Duration atMost) {
    Boolean done =
        world.monitor.await(atMost, () -> world.updates.waiting() == 0 ? Boolean.TRUE : null);
    if (done == null) {
      throw new AssertionError(
          "Not within " + atMost + ": " + world.updates.waiting() + " updates are unconfirmed");
    }
  }
}
