/**
 * What becomes of what residents ask, beyond the answer: questions that the files do not answer,
 * those handed to a person, who was told a fact that may change, and how many questions a day
 * brings. Nothing here holds who asked together with what was asked, but for what a resident handed
 * over knowingly. Start reading at the ports, which are the interfaces of this room.
 */
@NullMarked
package pl.soclab.webinarbot.questions;

import org.jspecify.annotations.NullMarked;
