package pl.soclab.webinarbot.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code that makes an organiser: nine of 32 letters and digits, almost 45 bits, with at least one
 * of each, so that no word of a question is ever taken for one.
 *
 * @param symbols without hyphens, in capitals
 */
record PairingCode(String symbols) {
  /** None that is mistaken for another: no I, O, 0 or 1. */
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int LENGTH = 9;
  private static final int GROUP = 3;

  /** One more or one less is a mistyped code, and not a question. */
  private static final int SLIPS = 1;

  /** The residents' command of the same name, with something behind it. */
  private static final Pattern COMMAND =
      Pattern.compile("/organizator(?:@\\w+)?\\s+(.+)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** What people put between and around: spaces, hyphens that a phone made dashes, quotes, dots. */
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{P}\\p{Z}]+");

  private static final Pattern SYMBOLS = Pattern.compile("[A-Z0-9]+");

  /** A new code. */
  static PairingCode random(SecureRandom random) {
    while (true) {
      var symbols = new StringBuilder();
      while (symbols.length() < LENGTH) {
        symbols.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      if (isMixed(symbols.toString())) {
        return new PairingCode(symbols.toString());
      }
    }
  }

  private static boolean isMixed(String symbols) {
    return has(symbols, Character::isDigit) && has(symbols, Character::isLetter);
  }

  private static boolean has(String symbols, IntPredicate kind) {
    return symbols.chars().anyMatch(kind);
  }

  /**
   * The code that somebody typed behind the command, right or wrong; null for another command, and
   * for words that are no code.
   */
  static @Nullable PairingCode in(String text) {
    Matcher command = COMMAND.matcher(text.strip());
    return command.matches() ? typed(command.group(1)) : null;
  }

  private static @Nullable PairingCode typed(String text) {
    String capitals = text.toUpperCase(Locale.ROOT);
    String symbols = BETWEEN.matcher(capitals).replaceAll("");
    boolean isNear = Math.abs(symbols.length() - LENGTH) <= SLIPS;
    return isNear && SYMBOLS.matcher(symbols).matches() && isMixed(symbols) && isGrouped(capitals)
        ? new PairingCode(symbols)
        : null;
  }

  /** Either written together or in groups: "17 lutego" is neither. */
  private static boolean isGrouped(String capitals) {
    String[] groups = BETWEEN.split(capitals.strip());
    if (groups.length == 1) {
      return true;
    }
    for (String group : groups) {
      if (group.length() > GROUP + SLIPS) {
        return false;
      }
    }
    return true;
  }

  /** "K7M-2QX-9RT". */
  String shown() {
    return symbols.replaceAll("(?<=\\G.{" + GROUP + "})(?=.)", "-");
  }

  /** All that is stored of it: SHA-256, hexadecimal. */
  String hash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(symbols.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Nothing that a log may hold. */
  @Override
  public String toString() {
    return "PairingCode";
  }
}
