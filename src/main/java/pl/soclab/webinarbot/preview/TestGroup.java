package pl.soclab.webinarbot.preview;

import java.util.List;

/** A group with the bot in it, for tests. */
public final class TestGroup {
  private final World world;
  private final Chat chat;

  TestGroup(World world, Chat chat) {
    this.world = world;
    this.chat = chat;
  }

  Chat chat() {
    return chat;
  }

  /** The chat's id; a supergroup's differs from the group's that it was. */
  public long id() {
    return chat.id();
  }

  /** What the bot wrote here. */
  public List<SentMessage> received() {
    return world.log.messagesTo(chat.id());
  }

  /** Throws the bot out: sends answer 403, and the bot hears of it. */
  public void removesBot() {
    world.actions.block(chat, chat.members().getFirst(), true);
  }

  /** Takes the bot back in. */
  public void addsBot() {
    world.actions.block(chat, chat.members().getFirst(), false);
  }

  /**
   * Becomes a supergroup: sends to the old id answer 400 with {@code migrate_to_chat_id}.
   *
   * @return the supergroup
   */
  public TestGroup becomesSupergroup() {
    return new TestGroup(world, world.actions.upgrade(chat));
  }
}
