package pl.soclab.webinarbot.telegram;

import org.jspecify.annotations.Nullable;

/**
 * Where in a group a reply belongs.
 *
 * @param messageId the message that it answers; {@value #TOPIC_ONLY} for none
 * @param threadId the forum topic; null outside forums
 */
record ReplyTo(int messageId, @Nullable Integer threadId) {
  /** For the second message of a reply, which hangs on none but stays in the topic. */
  static final int TOPIC_ONLY = 0;

  ReplyTo topicOnly() {
    return new ReplyTo(TOPIC_ONLY, threadId);
  }
}
