package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

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

  @Test
  void everyoneOnceOnTimeAndSilenceAfterStop() {
    play(ATown::inMemory, 0, 2000);
  }
}
