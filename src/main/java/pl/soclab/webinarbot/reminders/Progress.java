package pl.soclab.webinarbot.reminders;

/**
 * How far a broadcast has come, in chats.
 *
 * @param left still to be sent, the running sends too
 * @param sent arrived
 * @param unknown may have arrived
 * @param failed refused by Telegram
 * @param blocked the chat blocked the bot
 * @param skipped not sent: stopped meanwhile
 */
public record Progress(
    long left, long sent, long unknown, long failed, long blocked, long skipped) {
  /** All recipients. */
  public long total() {
    return left + sent + unknown + failed + blocked + skipped;
  }
}
