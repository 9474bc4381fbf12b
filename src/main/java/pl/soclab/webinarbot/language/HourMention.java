package pl.soclab.webinarbot.language;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * An hour, or a span of hours, as a text names it.
 *
 * @param start of the mention in the text
 * @param end behind its last character
 * @param from the hour
 * @param to the end of the span; null where the text names one hour
 */
public record HourMention(int start, int end, LocalTime from, @Nullable LocalTime to) {}
