/**
 * Polish as people type it: lemmas whatever the case and the diacritics, spelling, and dates and
 * hours read from text and written in words. Knows no event. Start reading at {@link
 * pl.soclab.webinarbot.language.PolishAnalyzer}.
 */
@NullMarked
package pl.soclab.webinarbot.language;

import org.jspecify.annotations.NullMarked;
