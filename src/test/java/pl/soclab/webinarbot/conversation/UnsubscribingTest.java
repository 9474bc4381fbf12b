package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.conversation.AResident.asking;
import static pl.soclab.webinarbot.conversation.AnEvent.aWebinar;
import static pl.soclab.webinarbot.conversation.AnEvent.anEvent;
import static pl.soclab.webinarbot.conversation.AnEvent.knowledgeOf;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.Blocked;
import pl.soclab.webinarbot.conversation.IncomingMessage.Moved;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unblocked;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Delivery;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.Scope;
import pl.soclab.webinarbot.reminders.Subscription;

class UnsubscribingTest {
  private static AnEvent webinar() {
    return aWebinar().on("2022-02-17", "9:00");
  }

  private static AnEvent workshop() {
    return anEvent("warsztaty", "Warsztaty garncarskie")
        .with(FactKind.PLACE, "dom kultury")
        .on("2022-04-20", "11:00");
  }

  private static AResident subscriber() {
    var resident = asking(webinar(), workshop()).at("2022-02-10T12:00");
    resident.types("/przypomnij webinar citizenlab").presses("Wszystkie przypomnienia");
    return resident.types("/przypomnij warsztaty").presses("Tylko godzinę przed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/stop",
        "/nieprzypominaj",
        "stop",
        "STOP!",
        "nie pisz do mnie",
        "wypisz mnie",
        "nie chce przypomnien",
        "przestań mi to wysyłać",
        "wyłącz powiadomienia proszę",
        "Czy mogliby Państwo wypisać mnie z listy odbiorców?",
        "не пишіть мені більше",
        "stop sending me messages"
      })
  void wordsEndAllAtOnceAndNameThem(String words) {
    var resident = subscriber();

    resident.types(words);

    assertThat(resident.subscribed()).isEmpty();
    assertThat(resident.reads()).contains("O platformie CitizenLab", "Warsztaty garncarskie");
    assertThat(resident.buttons()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "czy mogę się wypisać z webinaru?",
        "jak zrezygnować z udziału",
        "chcę się wypisać ze szkolenia",
        "nie przyjdę",
        "jak się wypisać z przypomnień",
        "jak wyłączyć te wiadomości",
        "nie pisz głupot",
        "stop, a o której to jest?"
      })
  void questionsAndOtherWordsEndNothing(String words) {
    var resident = subscriber();

    resident.types(words);

    assertThat(resident.subscribed()).hasSize(2);
    assertThat(resident.reply()).isNotEmpty();
  }

  @Test
  void whoeverAsksHowIsShown() {
    var resident = subscriber();

    resident.types("jak się wypisać z przypomnień?").presses("Wyłącz wszystkie");

    assertThat(resident.subscribed()).isEmpty();
  }

  @Test
  void endIsUndoneWithTheSameChoice() {
    var resident = subscriber();

    resident.types("/stop");
    String data = resident.buttons().getLast().data();
    resident.presses("Przywróć: O platformie CitizenLab");
    resident.pressesData(data);

    assertThat(resident.subscribed())
        .containsExactly("2022-02-17-citizenlab ALL pl", "warsztaty LAST_HOUR pl");
  }

  @Test
  void wordsSayThatARegistrationIsAnotherMatter() {
    var resident = subscriber();

    assertThat(resident.types("wypisz mnie z powiadomień").reads())
        .contains("a nie zapisu na wydarzenie");
  }

  @Test
  void stopWithNothingOnIsCalm() {
    var resident = asking(webinar());

    assertThat(resident.types("/stop").reads()).startsWith("Żadne przypomnienie nie jest włączone");
  }

  @Test
  void eventWhoseFileIsGoneCanBeSwitchedOffToo() {
    var resident = subscriber();
    resident.types("/przypomnij warsztaty");

    resident.knowledgeBecomes(knowledgeOf(webinar()));
    resident.presses("Nie przypominaj");

    assertThat(resident.subscribed()).containsExactly("2022-02-17-citizenlab ALL pl");
    assertThat(resident.pressesData("r:off:pl:warsztaty").reads()).contains("już wyłączone");
    assertThat(resident.types("/stop").subscribed()).isEmpty();
  }

  @Test
  void listNamesWhatIsOn() {
    var resident = subscriber();

    resident.types("/przypomnienia");

    assertThat(resident.reads())
        .isEqualTo(
            """
            Włączone przypomnienia:
            • O platformie CitizenLab – czwartek, 17 lutego 2022, godz. 9:00: wszystkie przypomnienia
            • Warsztaty garncarskie – środa, 20 kwietnia 2022, godz. 11:00: tylko godzinę przed""");
    assertThat(resident.labels())
        .containsExactly(
            "Zmień: O platformie CitizenLab", "Zmień: Warsztaty garncarskie", "Wyłącz wszystkie");
    assertThat(resident.types("/stop").types("/przypomnienia").reads()).contains("Żadne");
  }

  @Test
  void blockPausesAndAnUnblockAloneSaysNothing() {
    var resident = subscriber();

    resident.sends(new Blocked());
    resident.sends(new Unblocked());

    assertThat(resident.reply()).isEmpty();
    assertThat(resident.subscriptions().of(AResident.CHAT)).allMatch(Subscription::paused);
  }

  @Test
  void startAfterABlockSaysWhatIsOnAgainAndWhatHasPassed() {
    var resident = subscriber();
    resident.sends(new Blocked()).at("2022-03-01T10:00").sends(new Unblocked());

    resident.types("/start");

    assertThat(resident.reads())
        .contains("Przypomnienia są znów włączone: Warsztaty garncarskie.", "/stop")
        .contains("Wyłączone, bo w tym czasie minęły")
        .contains(": O platformie CitizenLab.");
    assertThat(resident.subscriptions().of(AResident.CHAT)).noneMatch(Subscription::paused);
  }

  @Test
  void pausedOnesAreListedAndCanGoOn() {
    var resident = subscriber();
    resident.sends(new Blocked());

    resident.types("/przypomnienia");

    assertThat(resident.reads()).contains("wstrzymane");
    assertThat(resident.presses("Wznów wstrzymane").reads()).contains("znów włączone");
    assertThat(resident.subscriptions().of(AResident.CHAT)).noneMatch(Subscription::paused);
  }

  @Test
  void startTellsInOneLineWhatIsOn() {
    var resident = subscriber();

    assertThat(resident.types("/start").reads())
        .contains("Przypomnienia są włączone: O platformie CitizenLab, Warsztaty garncarskie.");
  }

  @Test
  void groupThatMovedKeepsItsReminders() {
    var resident = subscriber();
    var supergroup = new ChatId(-1_002_000_000_009L);
    // Telegram may say that the bot left the old group before it says where the group went.
    resident.sends(new Blocked());

    resident.sends(new Moved(supergroup));

    assertThat(resident.reply()).isEmpty();
    assertThat(resident.subscribed()).isEmpty();
    assertThat(resident.subscriptions().of(supergroup)).hasSize(2).noneMatch(Subscription::paused);
  }

  @Test
  void replyToAReminderIsAnsweredAboutItsEvent() {
    var resident = subscriber();
    sendReminder(resident, "warsztaty", 501);

    resident.types("kiedy jest webinar citizenlab?").repliesTo(501, "a gdzie to jest?");
    assertThat(resident.reads()).contains("dom kultury");

    resident.knowledgeBecomes(knowledgeOf(webinar()));
    resident.repliesTo(501, "a gdzie to jest?");
    assertThat(resident.reads()).contains("Tego wydarzenia nie ma już");
    assertThat(resident.repliesTo(501, "dziękuję").reads()).doesNotContain("nie ma już");
  }

  @Test
  void replyToAnyOtherMessageKeepsTheThread() {
    var resident = subscriber();

    resident.types("kiedy są warsztaty garncarskie?").repliesTo(77, "gdzie?");

    assertThat(resident.reads()).contains("dom kultury");
  }

  private static void sendReminder(AResident resident, String eventId, long messageId) {
    Instant now = resident.now();
    Broadcast sent =
        Objects.requireNonNull(
            resident
                .broadcasts()
                .create(
                    new NewBroadcast(
                        Broadcast.Kind.MESSAGE,
                        null,
                        eventId,
                        null,
                        null,
                        Set.of(Scope.values()),
                        "Do zobaczenia",
                        Broadcast.State.RUNNING,
                        now,
                        null,
                        null),
                    List.of(AResident.CHAT)));
    resident.broadcasts().fill(sent.id(), 10);
    resident.broadcasts().claim(sent.id(), null, now, 10);
    resident.broadcasts().end(sent.id(), AResident.CHAT, Delivery.State.SENT, messageId, null);
  }

  @Test
  void cancelledEventStaysOnTheListAsSuch() {
    var resident = subscriber();

    resident.knowledgeBecomes(knowledgeOf(webinar().that(Event.Status.CANCELLED), workshop()));

    assertThat(resident.types("/przypomnienia").reads()).contains("(odwołane)");
  }
}
