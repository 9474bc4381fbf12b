package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.NewBroadcast;

/** Tells organisers what one of them did: at once, as they may have to act, and once. */
final class Colleagues {
  private final Broadcasts broadcasts;
  private final Organisers organisers;

  Colleagues(Broadcasts broadcasts, Organisers organisers) {
    this.broadcasts = broadcasts;
    this.organisers = organisers;
  }

  /**
   * Tells all but those who know.
   *
   * @param occasion told once, however often this is called
   */
  void tellAllBut(Set<ChatId> known, String occasion, String text, Instant now) {
    List<ChatId> others =
        organisers.all().stream().filter(other -> !known.contains(other)).toList();
    if (!others.isEmpty()) {
      broadcasts.create(NewBroadcast.report(occasion, text, now), others);
    }
  }
}
