package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.ADesk.ANNA;
import static pl.soclab.webinarbot.desk.ADesk.BARTEK;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.desk.BotSwitch.Switching;

/** What every switch does, whatever it stores in. */
abstract class BotSwitchContract {
  private static final Instant NOW = Instant.parse("2022-02-16T11:00:00Z");
  private static final Switching OFF = new Switching(1, true, "Zły „link” <b>", NOW, ANNA);

  private BotSwitch botSwitch = new InMemoryBotSwitch();

  abstract BotSwitch empty();

  @BeforeEach
  void begin() {
    botSwitch = empty();
  }

  @Test
  void botThatWasNeverSwitchedIsOn() {
    assertThat(botSwitch.last()).isNull();
    assertThat(botSwitch.isOff()).isFalse();
  }

  @Test
  void whatHoldsIsKnownWithWhoWhenAndWhy() {
    assertThat(botSwitch.change(OFF)).isTrue();

    assertThat(botSwitch.last()).isEqualTo(OFF);
    assertThat(botSwitch.isOff()).isTrue();
  }

  @Test
  void switchedOnItIsOn() {
    botSwitch.change(OFF);
    var on = new Switching(2, false, "", NOW.plusSeconds(60), BARTEK);

    assertThat(botSwitch.change(on)).isTrue();

    assertThat(botSwitch.last()).isEqualTo(on);
    assertThat(botSwitch.isOff()).isFalse();
  }

  @Test
  void ofTwoChangesOfTheSameStateTheFirstHolds() {
    botSwitch.change(OFF);

    assertThat(botSwitch.change(new Switching(1, true, "Inny powód", NOW, BARTEK))).isFalse();
    assertThat(botSwitch.change(OFF)).as("the same once more").isFalse();

    assertThat(botSwitch.last()).isEqualTo(OFF);
  }

  @Test
  void changeOfAStateThatNeverWasIsNone() {
    assertThat(botSwitch.change(new Switching(3, true, "Powód", NOW, ANNA))).isFalse();

    assertThat(botSwitch.last()).isNull();
  }
}
