package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.database.TestDatabases;

class H2InboxTest extends InboxContract {
  @Override
  Shared empty() {
    return on(TestDatabases.h2());
  }

  @Test
  void textOfAHandledUpdateIsErased() {
    DataSource database = TestDatabases.h2();
    var inbox = new JdbcInbox(database, "own");
    inbox.store(List.of(new RawUpdate(1, 42L, "{\"text\":\"moja sprawa\"}")), Instant.EPOCH);

    inbox.handled(1, Instant.EPOCH);

    assertThat(
            JdbcClient.create(database)
                .sql("SELECT COUNT(*) FROM inbox WHERE payload IS NULL")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }
}
