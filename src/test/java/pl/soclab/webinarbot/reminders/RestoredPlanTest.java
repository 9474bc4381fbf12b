package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.ChatId;

/** The webinar is on 17 February at 9:00; the backup is of the 15th at noon. */
class RestoredPlanTest {
  private final ATown town =
      ATown.inMemory("2022-02-15T11:59").files(AnEvent.at("2022-02-17T09:00"));

  private ATown backup() {
    return town.subscribe(1, Scope.ALL).runUntil("2022-02-15T12:00");
  }

  @Test
  void whatWasDueIsPassedOverAndToldAndWhatIsToComeIsSent() {
    List<PlannedReminder> passedOver = backup().goesOnFromABackupAt("2022-02-16T10:00");
    town.runUntil("2022-02-17T12:00");

    assertThat(passedOver).extracting(PlannedReminder::lead).containsExactly(Duration.ofDays(1));
    assertThat(town.arrived)
        .containsExactly(
            "2022-02-17T08:00 1 REMINDER webinar PT1H",
            "2022-02-17T08:50 1 REMINDER webinar PT10M");
    assertThat(town.missed).as("it was not missed by this bot, as far as anybody knows").isEmpty();
  }

  @Test
  void passedOverTwiceIsAsOnce() {
    backup().goesOnFromABackupAt("2022-02-16T10:00");

    assertThat(town.goesOnFromABackupAt("2022-02-16T10:01")).isEmpty();
  }

  @Test
  void whatNobodyWouldHaveGotIsNotTold() {
    town.runUntil("2022-02-15T12:00");

    assertThat(town.goesOnFromABackupAt("2022-02-16T10:00")).isEmpty();
    assertThat(town.goesOnFromABackupAt("2022-02-17T09:30")).isEmpty();
  }

  @Test
  void changeOfTheFilesSinceTheBackupIsNotToldAgain() {
    backup().files(AnEvent.at("2022-02-18T10:00"));

    town.goesOnFromABackupAt("2022-02-16T12:00");
    town.runUntil("2022-02-18T12:00");

    assertThat(town.arrived)
        .extracting(line -> line.replaceFirst(" 1 .* PT", " PT"))
        .containsExactly(
            "2022-02-17T10:00 PT24H", "2022-02-18T09:00 PT1H", "2022-02-18T09:50 PT10M");
  }

  @Test
  void changeBehindTheStartIsTold() {
    backup().goesOnFromABackupAt("2022-02-15T13:00");
    town.files(AnEvent.at("2022-02-18T10:00")).runUntil("2022-02-15T14:00");

    assertThat(town.arrived).singleElement().asString().contains("CHANGE");
  }

  @Test
  void cancelledSinceIsNotRemindedOf() {
    backup().files(AnEvent.at("2022-02-17T09:00").that(Event.Status.CANCELLED));

    assertThat(town.goesOnFromABackupAt("2022-02-16T10:00")).isEmpty();
    assertThat(town.runUntil("2022-02-17T12:00").arrived).isEmpty();
  }

  @Test
  void fileThatWasRenamedSinceKeepsItsSubscribersAndRemindsNobodyTwice() {
    backup().runUntil("2022-02-16T09:01");
    assertThat(town.arrived).hasSize(1);
    town.files(AnEvent.at("2022-02-17T09:00").called("zebranie"));

    town.goesOnFromABackupAt("2022-02-17T08:30");
    town.runUntil("2022-02-17T12:00");

    assertThat(town.arrived).hasSize(2).last().asString().contains("REMINDER zebranie PT10M");
  }

  @Test
  void halfDoneMessageToManyRestsAndWhatWentToFewIsNotSent() {
    backup();
    Broadcast message = broadcast(Broadcast.Kind.MESSAGE, Set.of(Scope.ALL), "15:00");
    Broadcast later = broadcast(Broadcast.Kind.MESSAGE, Set.of(Scope.ALL), "20:00");
    Broadcast reply = broadcast(Broadcast.Kind.REPLY, Set.of(), "15:00");

    town.goesOnFromABackupAt("2022-02-15T16:00");
    town.runUntil("2022-02-15T17:00");

    assertThat(state(message)).isEqualTo(Broadcast.State.PAUSED);
    assertThat(state(reply)).isEqualTo(Broadcast.State.STOPPED);
    assertThat(state(later)).isEqualTo(Broadcast.State.SCHEDULED);
    assertThat(town.arrived).isEmpty();
  }

  private Broadcast broadcast(Broadcast.Kind kind, Set<Scope> scopes, String hour) {
    var made =
        new NewBroadcast(
            kind,
            null,
            null,
            null,
            null,
            scopes,
            "text",
            Broadcast.State.SCHEDULED,
            ATown.instant("2022-02-15T" + hour),
            null,
            null);
    return Objects.requireNonNull(
        scopes.isEmpty()
            ? town.broadcasts.create(made, List.of(new ChatId(1)))
            : town.broadcasts.create(made));
  }

  private Broadcast.State state(Broadcast broadcast) {
    return Objects.requireNonNull(town.broadcasts.find(broadcast.id())).state();
  }
}
