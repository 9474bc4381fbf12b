package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.database.TestDatabases;

class PostgresInboxTest extends InboxContract {
  @Override
  Shared empty() {
    return on(TestDatabases.postgres());
  }

  @Test
  void updateThatIsCommittedAfterALaterOneIsNotOverlooked() throws Exception {
    DataSource database = TestDatabases.postgres();
    var inbox = new JdbcInbox(database, "own");
    try (Connection slow = database.getConnection();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute(
          "INSERT INTO inbox (update_id, payload, received_at) VALUES (1, '{}', now())");
      inbox.store(List.of(new RawUpdate(2, 42L, "{}")), Instant.EPOCH);
      StoredUpdate held = inbox.unhandled(Set.of(), 10).getFirst();
      assertThat(held.updateId()).isEqualTo(2);

      slow.commit();

      List<StoredUpdate> next = inbox.unhandled(Set.of(held.seq()), 10);
      assertThat(next).extracting(StoredUpdate::updateId).containsExactly(1L);
      assertThat(next.getFirst().seq()).as("behind the one that was read").isLessThan(held.seq());
    }
  }
}
