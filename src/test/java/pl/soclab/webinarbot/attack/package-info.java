/**
 * Input as an attacker would make it: each from a seed of its own, so that one number repeats it.
 */
@NullMarked
package pl.soclab.webinarbot.attack;

import org.jspecify.annotations.NullMarked;
