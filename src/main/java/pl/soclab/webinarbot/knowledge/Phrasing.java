package pl.soclab.webinarbot.knowledge;

/**
 * A sample of how people ask for something, in the organisers' own words: a line of {@code
 * sformulowania/}.
 *
 * @param topic what it asks for, as the file is named; whether there is such a topic is not known
 *     here
 * @param text the question as it stands there
 * @param source its line
 */
public record Phrasing(String topic, String text, SourceLine source) {}
