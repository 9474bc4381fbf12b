package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.desk.BotSwitch.Switching;
import pl.soclab.webinarbot.messaging.ChatId;

/** Changes the switch so that everybody hears of it, and says how it stands. */
final class SwitchState {
  private static final Logger LOG = LoggerFactory.getLogger(SwitchState.class);

  /** A turn that broke behind the change comes again; later than that it is a question. */
  private static final Duration NEWS = Duration.ofDays(1);

  private final BotSwitch botSwitch;
  private final Colleagues colleagues;

  SwitchState(BotSwitch botSwitch, Colleagues colleagues) {
    this.botSwitch = botSwitch;
    this.colleagues = colleagues;
  }

  /** What holds; null where the bot was never switched. */
  @Nullable Switching last() {
    return botSwitch.last();
  }

  /** The number of the change that holds. */
  static long revision(@Nullable Switching last) {
    return last == null ? 0 : last.revision();
  }

  /**
   * Changes it, unless somebody else did so since.
   *
   * @param revision of the state that the organiser knew
   * @return whether it was changed by this call
   */
  boolean change(DeskTurn turn, long revision, boolean off, String reason) {
    boolean changed =
        botSwitch.change(new Switching(revision + 1, off, reason, turn.now(), turn.chat()));
    if (changed) {
      LOG.info("The bot was switched {} by chat {}", off ? "off" : "on", turn.chat());
    }
    return changed;
  }

  /** Tells the others of a change of this organiser's; once, however often it is called. */
  void tell(DeskTurn turn, Switching change) {
    boolean isNews = change.at().plus(NEWS).isAfter(turn.now());
    if (!change.by().equals(turn.chat()) || !isNews) {
      return;
    }
    String when = when(turn, change);
    String who = DeskPhrases.get("off.by", change.by());
    colleagues.tellAllBut(
        Set.of(turn.chat()),
        "switch " + change.revision(),
        change.off()
            ? DeskPhrases.get("report.off", when, who, change.reason())
            : DeskPhrases.get("report.on", when, who),
        turn.now());
  }

  /** "Bot jest wyłączony od … (…)". */
  static String sentence(DeskTurn turn, @Nullable Switching last) {
    if (last == null) {
      return DeskPhrases.get("on.always");
    }
    String who = who(turn, last.by());
    return last.off()
        ? DeskPhrases.get("off.is", when(turn, last), who, last.reason())
        : DeskPhrases.get("on.is", when(turn, last), who);
  }

  private static String when(DeskTurn turn, Switching last) {
    return StatusWriter.moment(last.at(), Audiences.zone(null, turn.knowledge()));
  }

  private static String who(DeskTurn turn, ChatId by) {
    return by.equals(turn.chat()) ? DeskPhrases.get("off.by.self") : DeskPhrases.get("off.by", by);
  }
}
