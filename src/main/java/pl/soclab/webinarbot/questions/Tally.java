package pl.soclab.webinarbot.questions;

import java.time.LocalDate;

/**
 * How many answers of one kind were given to questions about one topic on one day. It holds neither
 * who asked nor what was written.
 *
 * @param day in the zone of the event that was asked about
 * @param kind as answer files spell it: {@code fact}, {@code not_known} ...
 * @param topic the one asked for first; empty where none was recognised
 * @param number at least 1
 */
public record Tally(LocalDate day, String kind, String topic, long number) {}
