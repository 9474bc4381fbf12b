package pl.soclab.webinarbot.desk;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;

/** Gives out codes: to the operator where nobody is an organiser yet, and to organisers. */
public final class Inviting {
  private final Organisers organisers;
  private final Pairings pairings;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * Wires it; no code is given out yet.
   *
   * @param pairings where the codes are valid
   */
  public Inviting(Organisers organisers, Pairings pairings, InstantSource clock) {
    this.organisers = organisers;
    this.pairings = pairings;
    this.clock = clock;
  }

  /**
   * What the operator reads at the start, with a new code in it: the only line of a log that ever
   * holds one. Null where somebody is an organiser already.
   */
  public @Nullable String atStart() {
    return organisers.all().isEmpty()
        ? DeskPhrases.get("code.at_start", issue(null).shown())
        : null;
  }

  private PairingCode issue(@Nullable ChatId by) {
    PairingCode code = PairingCode.random(random);
    pairings.issue(code.hash(), by, clock.instant());
    return code;
  }

  /** A code for a colleague, which one tap copies. */
  List<OutgoingMessage> invite(DeskTurn turn) {
    var text =
        new RichText.Builder()
            .plain(DeskPhrases.get("invite.head") + "\n\n")
            .code("/organizator " + issue(turn.chat()).shown())
            .plain("\n\n" + DeskPhrases.get("invite.tail"));
    return List.of(new OutgoingMessage(turn.chat(), text.build(), List.of(), null));
  }
}
