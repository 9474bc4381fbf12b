package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The roster on a database, whose clock may be set back. */
abstract class JdbcRosterContract extends RosterContract {
  private @Nullable DataSource database;

  abstract DataSource database();

  @Override
  void empty() {
    database = database();
  }

  @Override
  Roster place(String instance, Duration lease) {
    return new JdbcRoster(Objects.requireNonNull(database), instance, lease);
  }

  @Test
  void clockThatIsSetBackKeepsNobodyOut() {
    Roster dead = place("dead", Duration.ofSeconds(8));
    Roster second = place("second", Duration.ofSeconds(8));
    dead.take();
    // As it looks when the database's clock goes back by an hour.
    JdbcClient.create(Objects.requireNonNull(database))
        .sql("UPDATE duty SET held_until = held_until + INTERVAL '3600' SECOND(4)")
        .update();

    assertThat(second.take()).isTrue();
  }
}
