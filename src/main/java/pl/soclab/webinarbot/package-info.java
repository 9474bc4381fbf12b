/**
 * Puts the rooms together: the command line first, and for {@code serve} Spring, which brings
 * settings, database, health and an orderly end. Nothing about questions or residents is decided
 * here. Start reading at {@link pl.soclab.webinarbot.WebinarBot}, then at {@link
 * pl.soclab.webinarbot.Wiring}.
 */
@NullMarked
package pl.soclab.webinarbot;

import org.jspecify.annotations.NullMarked;
