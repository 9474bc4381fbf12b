/**
 * A stand-in for Telegram on this machine: its Bot API over HTTP, a chat page with several
 * residents and a clock that can be moved. The rest of the program talks to it over the wire as it
 * does to the real one, and tests make residents write and make it fail. Start reading at {@link
 * pl.soclab.webinarbot.preview.Preview}.
 */
@NullMarked
package pl.soclab.webinarbot.preview;

import org.jspecify.annotations.NullMarked;
