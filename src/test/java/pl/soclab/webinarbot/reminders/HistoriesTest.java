package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.database.TestDatabases;

/** Thousands of made-up histories; each names its seed where it goes wrong. */
class HistoriesTest {
  /** Over both changes of the clock, and an ordinary week. */
  private static final List<String> STARTS =
      List.of("2022-02-14T12:00", "2022-03-25T10:00", "2022-10-28T10:00");

  static void play(Function<String, ATown> towns, int from, int count) {
    var wrongs = new ArrayList<String>();
    int messages = 0;
    for (int seed = from; seed < from + count; seed++) {
      ATown town = towns.apply(STARTS.get(seed % STARTS.size()));
      History history = new History(town, seed).play();
      messages += town.arrived.size();
      for (String wrong : Judge.judge(history, town.arrivals)) {
        wrongs.add(
            "seed "
                + seed
                + ": "
                + wrong
                + "\n  "
                + String.join("\n  ", history.log)
                + "\n  arrived: "
                + String.join("\n  ", town.arrived));
      }
      if (wrongs.size() > 3) {
        break;
      }
    }

    assertThat(wrongs).isEmpty();
    assertThat(messages).isGreaterThan(count);
  }

  static Function<String, ATown> townsOn(DataSource database) {
    return start -> {
      empty(database);
      return new ATown(
          new JdbcSubscriptions(database),
          new JdbcBroadcasts(database),
          new JdbcEventMemory(database),
          start);
    };
  }

  private static void empty(DataSource database) {
    var jdbc = JdbcClient.create(database);
    for (String table : List.of("subscription", "delivery", "broadcast", "event_memory")) {
      jdbc.sql("DELETE FROM " + table).update();
    }
    jdbc.sql("UPDATE sender SET not_before = NULL").update();
  }

  @Test
  void everyoneOnceOnTimeAndSilenceAfterStop() {
    play(ATown::inMemory, 0, 2000);
  }

  @Test
  void sameOnH2() {
    play(townsOn(TestDatabases.h2()), 0, 60);
  }

  @Test
  void sameOnPostgres() {
    play(townsOn(TestDatabases.postgres()), 0, 30);
  }
}
