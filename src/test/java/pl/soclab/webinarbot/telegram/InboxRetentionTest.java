package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.database.TestDatabases;

class InboxRetentionTest {
  private static final Instant NOW = Instant.parse("2022-02-16T11:00:00Z");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void handledUpdateKeepsNothingButItsNumberAndGoesAfterTwoDays(boolean postgres) {
    DataSource database = postgres ? TestDatabases.postgres() : TestDatabases.h2();
    var inbox = new JdbcInbox(database, "own");
    inbox.store(
        List.of(new RawUpdate(1, 500_000_071L, "{}"), new RawUpdate(2, 500_000_071L, "{}")), NOW);
    inbox.handled(1, NOW);

    assertThat(
            JdbcClient.create(database)
                .sql("SELECT COUNT(*) FROM inbox WHERE chat_id IS NULL AND payload IS NULL")
                .query(Long.class)
                .single())
        .isOne();
    assertThat(inbox.forgetHandledBefore(NOW.minus(Duration.ofSeconds(1)))).isZero();
    assertThat(inbox.forgetHandledBefore(NOW.plus(Duration.ofSeconds(1)))).isOne();
    assertThat(inbox.backlog()).as("what waits for an answer is never forgotten").isOne();
  }
}
