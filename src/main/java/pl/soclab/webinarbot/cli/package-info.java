/**
 * The command line: {@code ask}, {@code check} and {@code eval}, and how all commands report wrong
 * usage and folders that cannot be read. Plain Java and picocli, so that these commands answer
 * before Spring would have started; {@code serve} is handed in by the root. Start reading at {@link
 * pl.soclab.webinarbot.cli.WebinarBotCommand}.
 */
@NullMarked
package pl.soclab.webinarbot.cli;

import org.jspecify.annotations.NullMarked;
