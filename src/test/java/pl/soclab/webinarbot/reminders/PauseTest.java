package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;

/** What leaves, and what waits, while the organisers have switched the bot off. */
class PauseTest {
  private static final ChatId AUTHOR = new ChatId(77);

  private final ATown town =
      ATown.inMemory("2022-02-14T12:00").files(AnEvent.at("2022-02-17T09:00")).look();

  private Broadcast message() {
    Broadcast draft =
        Objects.requireNonNull(
            town.broadcasts.create(NewBroadcast.draft("webinar", "Tekst", AUTHOR, town.now())));
    town.broadcasts.change(
        draft.id(), Set.of(Broadcast.State.DRAFT), Broadcast.State.SCHEDULED, town.now());
    return draft;
  }

  private Broadcast.State state(Broadcast broadcast) {
    return Objects.requireNonNull(town.broadcasts.find(broadcast.id())).state();
  }

  @Test
  void nothingIsBegunAndWhatIsStillOfUseLeavesAfterwards() {
    town.subscribe(1, Scope.ALL).switchedOff(true);
    Broadcast message = message();

    town.runUntil("2022-02-16T12:00");

    assertThat(town.arrived).isEmpty();
    assertThat(state(message)).isEqualTo(Broadcast.State.SCHEDULED);
    town.switchedOff(false).look();
    assertThat(town.arrived)
        .containsExactlyInAnyOrder(
            "2022-02-16T12:00 1 REMINDER webinar PT24H",
            "2022-02-16T12:00 1 MESSAGE webinar Tekst");
    assertThat(town.missed).isEmpty();
  }

  @Test
  void whatCameToBeOfNoUseIsToldToTheOrganisers() {
    town.subscribe(1, Scope.ALL).runUntil("2022-02-16T12:00").switchedOff(true);

    town.runUntil("2022-02-17T09:30").switchedOff(false).look();

    assertThat(town.arrived).hasSize(1);
    assertThat(town.missed).containsExactly("PT1H", "PT10M");
  }

  @Test
  void changeIsToldWhenTheBotIsOnAgain() {
    town.subscribe(1, Scope.ALL).switchedOff(true);
    town.files(AnEvent.at("2022-02-18T10:00")).runUntil("2022-02-15T12:00");
    assertThat(town.arrived).isEmpty();

    town.switchedOff(false).runUntil("2022-02-15T12:05");

    assertThat(town.arrived).singleElement().asString().contains("CHANGE");
  }

  @Test
  void organisersAreToldAllTheSame() {
    town.switchedOff(true);
    town.broadcasts.create(
        NewBroadcast.report("switch 1", "Wyłączony", town.now()), List.of(AUTHOR));

    town.look();

    assertThat(town.arrived).containsExactly("2022-02-14T12:00 77 REPORT null Wyłączony");
  }

  @Test
  void whatIsBeingSentStopsAtOnceAndGoesOnWhereItStood() {
    for (int chat = 1; chat <= 1000; chat++) {
      town.subscribe(chat, Scope.ALL);
    }
    town.switchesOffAfter(100);
    Broadcast message = message();

    town.look();

    assertThat(town.arrived).hasSizeBetween(100, 100 + 64).doesNotHaveDuplicates();
    assertThat(state(message)).isEqualTo(Broadcast.State.RUNNING);
    int before = town.arrived.size();
    town.jumpTo(town.now().plusSeconds(60));
    assertThat(town.arrived).hasSize(before);
    town.switchedOff(false).jumpTo(town.now().plusSeconds(60));
    assertThat(town.arrived).hasSize(1000);
    assertThat(town.arrivals).extracting(ATown.Arrival::chat).doesNotHaveDuplicates();
    assertThat(state(message)).isEqualTo(Broadcast.State.DONE);
    assertThat(town.broadcasts.progress(message.id())).isEqualTo(new Progress(0, 1000, 0, 0, 0, 0));
  }

  @Test
  void glanceIsTakenOncePerWhileAndAnewAfterIt() {
    var on = new AtomicBoolean(true);
    var looks = new AtomicInteger();
    Pause rare = Pause.glancing(() -> looks.incrementAndGet() > 0 && on.get(), Duration.ofDays(1));
    Pause eager = Pause.glancing(on::get, Duration.ZERO);

    assertThat(rare.isOn()).isTrue();
    assertThat(eager.isOn()).isTrue();
    on.set(false);

    assertThat(rare.isOn()).isTrue();
    assertThat(looks).hasValue(1);
    assertThat(eager.isOn()).isFalse();
  }
}
