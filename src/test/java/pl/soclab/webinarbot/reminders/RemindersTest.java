package pl.soclab.webinarbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.SendOutcome;

class RemindersTest {
  private static final AnEvent WEBINAR = AnEvent.at("2022-02-17T09:00");
  private static final String FORMER = "PLANNED Europe/Warsaw 2022-02-17T09:00";

  private final ATown town = ATown.inMemory("2022-02-14T12:00").files(WEBINAR).look();

  @Test
  void everyReminderComesOnceAndOnTime() {
    town.subscribe(1, Scope.ALL).runUntil("2022-02-17T12:00");

    assertThat(town.arrived)
        .containsExactly(
            "2022-02-16T09:00 1 REMINDER webinar PT24H",
            "2022-02-17T08:00 1 REMINDER webinar PT1H",
            "2022-02-17T08:50 1 REMINDER webinar PT10M");
    assertThat(town.missed).isEmpty();
  }

  @Test
  void everybodyGetsWhatTheyChose() {
    town.subscribe(1, Scope.LAST_HOUR).subscribe(2, Scope.CHANGES).runUntil("2022-02-17T12:00");

    assertThat(town.arrived).containsExactly("2022-02-17T08:00 1 REMINDER webinar PT1H");
  }

  @Test
  void nobodyIsRemindedWithoutHavingAsked() {
    town.runUntil("2022-02-17T12:00");

    assertThat(town.arrived).isEmpty();
    assertThat(town.missed).isEmpty();
  }

  @Test
  void lateSubscriberGetsNoPastReminder() {
    town.runUntil("2022-02-17T08:00").subscribe(1, Scope.ALL);
    town.jumpTo(town.now().plusSeconds(1)).runUntil("2022-02-17T12:00");

    assertThat(town.arrived).hasSize(1).first().asString().endsWith("PT10M");
  }

  @Test
  void stopIsSilence() {
    town.subscribe(1, Scope.ALL).subscribe(2, Scope.ALL).runUntil("2022-02-16T12:00");
    town.subscriptions.stop(new ChatId(1));
    town.runUntil("2022-02-17T12:00");

    assertThat(town.arrived).filteredOn(line -> line.contains(" 1 ")).hasSize(1);
    assertThat(town.arrived).filteredOn(line -> line.contains(" 2 ")).hasSize(3);
  }

  @Test
  void messageThatWasSentIsNotSentAgainBecauseTheFileWasSaved() {
    town.subscribe(1, Scope.ALL).runUntil("2022-02-16T10:00");
    town.files(AnEvent.at("2022-02-17T09:00")).restart().runUntil("2022-02-16T11:00");

    assertThat(town.arrived).hasSize(1);
  }

  @Test
  void movedEventIsToldOnceAndRemindedOfAtItsNewHour() {
    town.subscribe(1, Scope.ALL).runUntil("2022-02-15T12:00");
    town.files(AnEvent.at("2022-02-18T10:00")).runUntil("2022-02-18T12:00");

    assertThat(town.arrived)
        .containsExactly(
            "2022-02-15T12:03 1 CHANGE webinar " + FORMER,
            "2022-02-17T10:00 1 REMINDER webinar PT24H",
            "2022-02-18T09:00 1 REMINDER webinar PT1H",
            "2022-02-18T09:50 1 REMINDER webinar PT10M");
  }

  @Test
  void everyoneIsToldOfAChangeWhateverTheyChose() {
    town.subscribe(1, Scope.ALL).subscribe(2, Scope.LAST_HOUR).subscribe(3, Scope.CHANGES);
    town.files(AnEvent.at("2022-02-18T10:00")).runUntil("2022-02-14T13:00");

    assertThat(town.arrived).hasSize(3).allMatch(line -> line.contains("CHANGE"));
  }

  @Test
  void mistakeThatIsPutRightWithinTwoMinutesIsNotTold() {
    town.subscribe(1, Scope.ALL).runUntil("2022-02-17T07:59");
    town.files(AnEvent.at("2022-02-17T19:00")).jumpTo("2022-02-17T07:59:30");
    town.jumpTo("2022-02-17T08:00:30");
    town.files(WEBINAR).jumpTo("2022-02-17T08:01").runUntil("2022-02-17T12:00");

    assertThat(town.arrived)
        .containsExactly(
            "2022-02-16T09:00 1 REMINDER webinar PT24H",
            "2022-02-17T08:01 1 REMINDER webinar PT1H",
            "2022-02-17T08:50 1 REMINDER webinar PT10M");
  }

  @Test
  void eventMovedNearerBringsTheNoticeAndNoReminderThatWouldHaveComeBefore() {
    town.subscribe(1, Scope.ALL).runUntil("2022-02-15T12:00");
    town.files(AnEvent.at("2022-02-15T15:00")).runUntil("2022-02-15T16:00");

    assertThat(town.arrived)
        .containsExactly(
            "2022-02-15T12:03 1 CHANGE webinar " + FORMER,
            "2022-02-15T14:00 1 REMINDER webinar PT1H",
            "2022-02-15T14:50 1 REMINDER webinar PT10M");
    assertThat(town.missed).isEmpty();
  }

  @Test
  void cancelledEventIsToldOnceAndNeverRemindedOf() {
    town.subscribe(1, Scope.ALL).runUntil("2022-02-15T12:00");
    town.files(WEBINAR.that(Event.Status.CANCELLED)).runUntil("2022-02-17T12:00");

    assertThat(town.arrived).containsExactly("2022-02-15T12:03 1 CHANGE webinar " + FORMER);
  }

  @Test
  void eventPutOffWithoutANewDateIsNotRemindedOfAtItsOldOne() {
    town.subscribe(1, Scope.ALL).runUntil("2022-02-15T12:00");
    town.files(WEBINAR.that(Event.Status.MOVED)).runUntil("2022-02-15T13:00");
    town.restart().runUntil("2022-02-17T12:00");

    assertThat(town.arrived).containsExactly("2022-02-15T12:03 1 CHANGE webinar " + FORMER);
  }

  @Test
  void eventPutOffIsRemindedOfAtTheDateThatComesLater() {
    town.subscribe(1, Scope.CHANGES).runUntil("2022-02-15T12:00");
    town.files(WEBINAR.that(Event.Status.MOVED)).runUntil("2022-02-15T13:00");
    town.subscribe(2, Scope.LAST_HOUR);
    town.files(AnEvent.at("2022-02-20T09:00").that(Event.Status.MOVED));
    town.runUntil("2022-02-20T12:00");

    assertThat(town.arrived)
        .containsExactlyInAnyOrder(
            "2022-02-15T12:03 1 CHANGE webinar " + FORMER,
            "2022-02-15T13:03 1 CHANGE webinar POSTPONED Europe/Warsaw 2022-02-17T09:00",
            "2022-02-15T13:03 2 CHANGE webinar POSTPONED Europe/Warsaw 2022-02-17T09:00",
            "2022-02-20T08:00 2 REMINDER webinar PT1H");
  }

  @Test
  void changeAtNightIsToldInTheMorning() {
    town.subscribe(1, Scope.CHANGES).runUntil("2022-02-15T22:00");
    town.files(AnEvent.at("2022-02-18T10:00")).runUntil("2022-02-16T09:00");

    assertThat(town.arrived).containsExactly("2022-02-16T08:00 1 CHANGE webinar " + FORMER);
  }

  @Test
  void changeThatCannotWaitForTheMorningIsToldAtNight() {
    town.subscribe(1, Scope.CHANGES).runUntil("2022-02-16T22:00");
    town.files(AnEvent.at("2022-02-17T07:00")).runUntil("2022-02-17T06:00");

    assertThat(town.arrived).containsExactly("2022-02-16T22:03 1 CHANGE webinar " + FORMER);
  }

  @Test
  void changeMadeWhileTheProgramWasOffIsTold() {
    town.subscribe(1, Scope.CHANGES);
    town.files(AnEvent.at("2022-02-18T10:00")).restart().jumpTo("2022-02-15T12:00");
    town.runUntil("2022-02-15T12:10");

    assertThat(town.arrived).containsExactly("2022-02-15T12:02 1 CHANGE webinar " + FORMER);
  }

  @Test
  void overdueReminderThatIsStillOfUseIsSent() {
    town.subscribe(1, Scope.ALL).restart().jumpTo("2022-02-16T19:00");

    assertThat(town.arrived).containsExactly("2022-02-16T19:00 1 REMINDER webinar PT24H");
    assertThat(town.missed).isEmpty();
  }

  @Test
  void overdueReminderIsMissedWhereALaterOneIsNear() {
    town.subscribe(1, Scope.ALL).restart().jumpTo("2022-02-17T08:45");
    town.runUntil("2022-02-17T09:30");

    assertThat(town.arrived).containsExactly("2022-02-17T08:50 1 REMINDER webinar PT10M");
    assertThat(town.missed).containsExactly("PT24H", "PT1H");
  }

  @Test
  void overdueReminderGoesToThoseForWhomNoneIsNear() {
    town.subscribe(1, Scope.LAST_HOUR).restart().jumpTo("2022-02-17T08:45");

    assertThat(town.arrived).containsExactly("2022-02-17T08:45 1 REMINDER webinar PT1H");
    assertThat(town.missed).isEmpty();
  }

  @Test
  void reminderOfAnEventThatHasBegunIsMissed() {
    town.subscribe(1, Scope.ALL).restart().jumpTo("2022-02-17T09:01");

    assertThat(town.arrived).isEmpty();
    assertThat(town.missed).containsExactly("PT24H", "PT1H", "PT10M");
  }

  @Test
  void overdueReminderWaitsForTheMorning() {
    town.files(AnEvent.at("2022-02-17T18:00")).look();
    town.runUntil("2022-02-14T12:10").subscribe(1, Scope.ALL);
    town.restart().jumpTo("2022-02-16T23:00").runUntil("2022-02-17T09:00");

    assertThat(town.arrived).containsExactly("2022-02-17T08:00 1 REMINDER webinar PT24H");
  }

  @Test
  void reminderThatIsRunningStopsWhenItsEventIsMoved() {
    town.subscribe(1, Scope.ALL).runUntil("2022-02-16T08:59");
    town.answers(1, new SendOutcome.NotSent("502"));
    town.runUntil("2022-02-16T09:00");
    town.files(AnEvent.at("2022-02-18T10:00")).runUntil("2022-02-16T12:00");

    assertThat(town.arrived).containsExactly("2022-02-16T09:03 1 CHANGE webinar " + FORMER);
  }

  @Test
  void renamedFileKeepsItsSubscribersAndRepeatsNothing() {
    town.subscribe(1, Scope.ALL).runUntil("2022-02-16T10:00");
    town.files(WEBINAR.called("2022-02-17-webinar")).runUntil("2022-02-17T12:00");

    assertThat(town.arrived)
        .containsExactly(
            "2022-02-16T09:00 1 REMINDER webinar PT24H",
            "2022-02-17T08:00 1 REMINDER 2022-02-17-webinar PT1H",
            "2022-02-17T08:50 1 REMINDER 2022-02-17-webinar PT10M");
  }

  @Test
  void fileThatIsAwayForAMomentChangesNothing() {
    town.subscribe(1, Scope.ALL).runUntil("2022-02-15T10:00");
    town.files().runUntil("2022-02-15T11:00");
    town.files(WEBINAR).runUntil("2022-02-16T12:00");

    assertThat(town.arrived).containsExactly("2022-02-16T09:00 1 REMINDER webinar PT24H");
  }

  @Test
  void sessionThatPassesIsNoChange() {
    town.files(AnEvent.at("2022-02-17T09:00", "2022-02-18T09:00")).look();
    town.runUntil("2022-02-14T12:10");
    town.subscribe(1, Scope.CHANGES).runUntil("2022-02-17T12:00");
    town.files(AnEvent.at("2022-02-18T09:00")).runUntil("2022-02-17T13:00");

    assertThat(town.arrived).isEmpty();
  }

  @Test
  void changeThatIsChangedAgainIsToldAsItIsInTheEnd() {
    town.subscribe(1, Scope.CHANGES);
    town.answers(1, new SendOutcome.RetryAfter(Duration.ofHours(1)));
    town.files(AnEvent.at("2022-02-18T10:00")).runUntil("2022-02-14T12:10");
    town.files(AnEvent.at("2022-02-19T10:00")).runUntil("2022-02-14T15:00");

    assertThat(town.arrived).hasSize(1);
    assertThat(town.broadcasts.in(Set.of(Broadcast.State.STOPPED))).hasSize(1);
  }

  @Test
  void correctionThatIsLateWaitsForTheMorning() {
    town.broadcasts.create(
        NewBroadcast.stored(
            Broadcast.Kind.CORRECTION, "correction 1", "webinar", 1, town.now(), null),
        List.of(new ChatId(1)));

    town.jumpTo("2022-02-14T23:00").runUntil("2022-02-15T09:00");

    assertThat(town.arrived).containsExactly("2022-02-15T08:00 1 CORRECTION webinar 1");
  }
}
