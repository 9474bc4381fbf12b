package pl.soclab.webinarbot.load;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.JdbcBroadcasts;
import pl.soclab.webinarbot.reminders.JdbcSubscriptions;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.Scope;

/** Subscribers, put into the database of a program that runs. */
final class Crowd {
  private static final String EVENT = "2022-02-17-citizenlab";
  private static final long FIRST = 700_000_001L;

  private Crowd() {}

  /** So many subscribe, and a message to all of them is due now. */
  static void isToldSomething(DataSource database, int many) {
    var subscriptions = new JdbcSubscriptions(database);
    Instant now = Instant.now();
    for (int i = 0; i < many; i++) {
      subscriptions.subscribe(new ChatId(FIRST + i), EVENT, Scope.ALL, "pl", now.minusSeconds(60));
    }
    var broadcasts = new JdbcBroadcasts(database);
    Broadcast draft =
        Objects.requireNonNull(
            broadcasts.create(
                NewBroadcast.draft(EVENT, "Do zobaczenia w czwartek", new ChatId(1), now)));
    broadcasts.change(
        draft.id(), Set.of(Broadcast.State.DRAFT), Broadcast.State.SCHEDULED, Instant.now());
  }
}
