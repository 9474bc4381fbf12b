package pl.soclab.webinarbot.telegram;

import java.util.UUID;
import javax.sql.DataSource;

/**
 * Where an instance takes part, with a name of its own for each start.
 *
 * @param inbox shared by all instances
 * @param roster likewise
 * @param alone whether no other instance can be alive
 * @param timing how they take turns
 */
record Place(Inbox inbox, Roster roster, boolean alone, DutyTiming timing) {
  static Place in(DataSource database, boolean alone, DutyTiming timing) {
    String instance = UUID.randomUUID().toString();
    return new Place(
        new JdbcInbox(database, instance),
        new JdbcRoster(database, instance, timing.lease()),
        alone,
        timing);
  }
}
