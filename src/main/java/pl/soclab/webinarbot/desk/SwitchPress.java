package pl.soclab.webinarbot.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.Button;

/**
 * A press of a button about the off switch, as its data spell it: {@code sw:n:} for no, {@code
 * sw:y:<revision>:<asked>:<reason>} for yes.
 *
 * @param yes whether the bot is to be switched off
 * @param revision of the state that it was asked in
 * @param asked {@link Fresh}
 * @param reason the {@link #key} of the reason above the button
 */
record SwitchPress(boolean yes, long revision, String asked, String reason) {
  static final String PREFIX = "sw:";

  static final String NO = PREFIX + "n:";

  private static final Pattern YES = Pattern.compile("sw:y:(\\d{1,18}):([0-9a-z]+):([0-9a-f]+)");

  /** What tells reasons of one organiser apart. */
  private static final int HASH_BYTES = 12;

  /** Reads a button's data; null where this room never wrote them. */
  static @Nullable SwitchPress parse(String data) {
    if (data.equals(NO)) {
      return new SwitchPress(false, 0, "", "");
    }
    Matcher yes = YES.matcher(data);
    return yes.matches()
        ? new SwitchPress(true, Long.parseLong(yes.group(1)), yes.group(2), yes.group(3))
        : null;
  }

  static Button yes(String label, long revision, String asked, String reason) {
    return new Button(label, PREFIX + "y:" + revision + ":" + asked + ":" + key(reason));
  }

  static Button no(String label) {
    return new Button(label, NO);
  }

  /** A reason in a button's data, which are too short for it. */
  static String key(String reason) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(reason.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
