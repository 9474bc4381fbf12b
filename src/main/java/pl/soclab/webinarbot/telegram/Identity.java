package pl.soclab.webinarbot.telegram;

/**
 * Who the bot is, as {@code getMe} tells.
 *
 * @param id its user number
 * @param name its user name without the at sign
 */
record Identity(long id, String name) {}
