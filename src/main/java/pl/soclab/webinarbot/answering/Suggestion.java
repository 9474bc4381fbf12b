package pl.soclab.webinarbot.answering;

import org.jspecify.annotations.Nullable;

/**
 * What a resident may want next; becomes a button.
 *
 * @param label what the resident reads: one to four words
 * @param topic the topic's id, for {@link Answerer#answerTopic}
 * @param eventId the event; null where the answer does not depend on one
 */
public record Suggestion(String label, String topic, @Nullable String eventId) {}
