package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.conversation.AResident.asking;
import static pl.soclab.webinarbot.conversation.AnEvent.aWebinar;
import static pl.soclab.webinarbot.conversation.AnEvent.anEvent;
import static pl.soclab.webinarbot.conversation.AnEvent.knowledgeOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.conversation.IncomingMessage.Blocked;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Medium;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unblocked;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unreadable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.messaging.InMemoryRecords;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.InMemoryHandovers;
import pl.soclab.webinarbot.questions.InMemoryOpenQuestions;
import pl.soclab.webinarbot.questions.InMemoryToldFacts;
import pl.soclab.webinarbot.reminders.InMemoryBroadcasts;
import pl.soclab.webinarbot.reminders.InMemorySubscriptions;
import pl.soclab.webinarbot.reminders.QuietHours;

class TurnsTest {
  private static AnEvent webinar() {
    return aWebinar().on("2022-02-17", "9:00");
  }

  /** Near the webinar, so that the bot has to ask which one is meant. */
  private static AnEvent workshop() {
    return anEvent("warsztaty", "Warsztaty garncarskie")
        .with(FactKind.PLACE, "dom kultury")
        .on("2022-02-20", "11:00");
  }

  @Test
  void questionIsAnsweredWithButtonsForTheNextOne() {
    var resident = asking(webinar());

    resident.types("o ktorej to jest??");

    assertThat(resident.reads()).contains("9:00");
    assertThat(resident.labels()).contains("Link", "Do kalendarza").hasSizeLessThanOrEqualTo(6);
    assertThat(resident.reply().getFirst().buttons())
        .allSatisfy(row -> assertThat(row).hasSizeBetween(1, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pl | when does it start? | How to join | Passcode: 969412",
        "pl | коли початок? | Як приєднатися | Пароль: 969412",
        "en | o ktorej to jest? | Jak dołączyć | Hasło: 969412",
        "uk | o ktorej to jest? | Jak dołączyć | Hasło: 969412"
      })
  void buttonIsAnsweredInTheLanguageOfTheQuestionAboveIt(
      String phone, String question, String button, String fact) {
    var resident = asking(webinar()).speaking(phone);

    resident.types(question).presses(button);

    assertThat(resident.reads()).contains(fact);
  }

  @Test
  void buttonBeforeTheFirstQuestionIsAnsweredInTheLanguageOfThePhone() {
    var resident = asking(webinar()).speaking("en-GB");

    resident.types("/start").pressesData("t:passcode:");

    assertThat(resident.reads()).contains("Passcode: 969412");
  }

  @Test
  void everyButtonUnderAnAnswerIsAnswered() {
    var resident = asking(webinar());
    resident.types("kiedy?");
    List<String> labels = resident.labels();

    for (String label : labels) {
      resident.types("kiedy?").presses(label);

      assertThat(resident.reply()).as(label).isNotEmpty();
      assertThat(resident.reads()).as(label).doesNotContain("już nie działa");
    }
    assertThat(labels).isNotEmpty();
  }

  @Test
  void buttonLinkGivesTheLink() {
    var resident = asking(webinar());

    resident.types("kiedy?").presses("Link");

    assertThat(resident.reads()).contains(AnEvent.LINK);
  }

  @Test
  void calendarIsSentForPlainWordsToo() {
    var resident = asking(webinar());

    resident.types("dodaj do kalendarza");

    assertThat(resident.file().fileName()).isEqualTo("2022-02-17-citizenlab.ics");
    assertThat(resident.file().mediaType()).isEqualTo("text/calendar");
    assertThat(resident.reads())
        .contains("O platformie CitizenLab", "17 lutego 2022, godz. 9:00")
        .contains("Godziny zakończenia organizatorzy nie podali");
    assertThat(resident.reads().length()).isLessThan(1024);
  }

  @Test
  void captionNamesOnlyAlarmsThatStillLieAhead() {
    var resident = asking(webinar());

    assertThat(resident.at("2022-02-10T12:00").types("/kalendarz").reads())
        .contains("przypomni dzień wcześniej i godzinę wcześniej");
    assertThat(resident.at("2022-02-16T12:00").types("/kalendarz").reads())
        .contains("przypomni godzinę wcześniej");
    assertThat(resident.at("2022-02-17T08:30").types("/kalendarz").reads())
        .doesNotContain("przypomni");
    assertThat(resident.at("2022-02-18T08:30").types("/kalendarz").reads())
        .contains("Ten termin już minął");
  }

  @Test
  void cancelledEventIsNeverSaidToHaveTakenPlace() {
    var resident = asking(webinar().that(Event.Status.CANCELLED)).at("2022-03-01T12:00");

    String calendar = resident.types("/kalendarz").reads();
    String list = resident.types("/wydarzenia").reads();

    assertThat(calendar).contains("zostało odwołane").doesNotContain("odbyło");
    assertThat(list).contains("(odwołane)").doesNotContain("odbyło");
  }

  @Test
  void severalQuestionsWithTheCalendarAmongThemGetTheFileToo() {
    var resident = asking(webinar());

    resident.types("kiedy to jest? i dodaj do kalendarza");

    assertThat(resident.reply()).hasSize(2);
    assertThat(resident.reads()).contains("17 lutego 2022");
    assertThat(resident.hasFile()).isTrue();
  }

  @Test
  void helpAndPrivacyInPlainWordsReadAsTheCommandsDo() {
    var resident = asking(webinar());

    String help = resident.types("/pomoc").reads();
    String privacy = resident.types("/prywatnosc").reads();

    assertThat(resident.types("co umiesz?").reads()).isEqualTo(help);
    assertThat(resident.types("jakie dane o mnie zbierasz?").reads()).isEqualTo(privacy);
  }

  @Test
  void turnTakesOneSnapshot() {
    var taken = new AtomicInteger();
    Answerer answerer = Answerer.of(knowledgeOf(webinar(), workshop()));
    var subscriptions = new InMemorySubscriptions();
    var broadcasts = new InMemoryBroadcasts(subscriptions);
    var questions = new InMemoryOpenQuestions();
    var conversation =
        new ResidentConversation(
            () -> {
              taken.incrementAndGet();
              return answerer;
            },
            InstantSource.fixed(Instant.parse("2022-02-16T11:00:00Z")),
            new BotProfile("Bot", null),
            subscriptions,
            broadcasts,
            QuietHours.USUAL,
            new Handing(new InMemoryHandovers(), broadcasts, List::of, QuietHours.USUAL),
            new InMemoryToldFacts(),
            new Watching(questions, questions.watches(), () -> true),
            new InMemoryRecords(),
            (chat, answer, at) -> {});

    conversation.handle(
        new IncomingMessage(
            AResident.CHAT,
            ChatType.PRIVATE,
            true,
            null,
            new Text("/start"),
            Instant.parse("2022-02-16T11:00:00Z")));

    assertThat(taken).hasValue(1);
  }

  @Test
  void nearEventsAreAskedBackWithTheirDaysAndAWayOut() {
    var resident = asking(webinar(), workshop());

    resident.types("/kiedy");

    assertThat(resident.labels())
        .containsExactly(
            "17 lutego: O platformie CitizenLab",
            "20 lutego: Warsztaty garncarskie",
            "Żadne z tych");
  }

  @Test
  void choiceIsAnswered() {
    var resident = asking(webinar(), workshop());

    resident.types("/kiedy").presses("20 lutego: Warsztaty garncarskie");

    assertThat(resident.reads()).contains("20 lutego 2022", "11:00");
  }

  @Test
  void noneOfTheseHelpsOn() {
    var resident = asking(webinar(), workshop());

    resident.types("/kiedy").presses("Żadne z tych");

    assertThat(resident.reads()).contains("innymi słowami", "/pomoc");
    assertThat(resident.labels()).contains("Pomoc", "Wydarzenia");
  }

  @Test
  void typedQuestionStartsAfreshOverAnOpenChoice() {
    var resident = asking(webinar(), workshop());

    resident.types("/kiedy").types("gdzie są warsztaty garncarskie?");

    assertThat(resident.reads()).contains("dom kultury");
  }

  @Test
  void followUpAfter29MinutesKeepsTheEvent() {
    var resident = asking(webinar(), workshop());

    resident.types("kiedy są warsztaty garncarskie?").waits(Duration.ofMinutes(29)).types("gdzie?");

    assertThat(resident.reads()).contains("dom kultury");
  }

  @Test
  void followUpAfter31MinutesIsAskedBack() {
    var resident = asking(webinar(), workshop());

    resident.types("kiedy są warsztaty garncarskie?").waits(Duration.ofMinutes(31)).types("gdzie?");

    assertThat(resident.reads()).doesNotContain("dom kultury");
    assertThat(resident.labels()).contains("Żadne z tych");
  }

  @Test
  void thanksInBetweenDoNotCutTheThread() {
    var resident = asking(webinar(), workshop());

    resident.types("kiedy są warsztaty garncarskie?").types("dziękuję").types("gdzie?");

    assertThat(resident.reads()).contains("dom kultury");
  }

  @Test
  void blockedChatIsForgottenAndNotAnswered() {
    var resident = asking(webinar(), workshop());
    resident.types("kiedy są warsztaty garncarskie?");

    resident.sends(new Blocked());
    assertThat(resident.reply()).isEmpty();
    resident.sends(new Unblocked());
    assertThat(resident.reply()).isEmpty();

    resident.types("gdzie?");
    assertThat(resident.labels()).contains("Żadne z tych");
  }

  @Test
  void correctedFileIsInTheNextAnswer() {
    var resident = asking(webinar());
    resident.types("kiedy?");

    resident.knowledgeBecomes(knowledgeOf(aWebinar().on("2022-02-18", "10:30")));
    resident.types("kiedy?");

    assertThat(resident.reads()).contains("18 lutego 2022", "10:30").doesNotContain("17 lutego");
  }

  @Test
  void buttonOfARemovedEventIsNotAnsweredWithAnotherOne() {
    var resident = asking(webinar(), workshop());
    resident.types("/wydarzenia");

    resident.knowledgeBecomes(knowledgeOf(webinar()));
    resident.pressesData("t:time:warsztaty");

    assertThat(resident.reads()).contains("Tego wydarzenia nie ma już").doesNotContain("17 lutego");
  }

  @Test
  void buttonOfAnEventWithALongNameFitsAndIsFoundAgain() {
    String id = "2022-03-01-" + "bardzo-dlugie-wydarzenie-".repeat(4);
    var resident = asking(anEvent(id, "Długie").on("2022-03-01", "8:15"));

    resident.types("/wydarzenia");

    String data = resident.buttons().getFirst().data();
    assertThat(data.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64);
    assertThat(resident.pressesData(data).reads()).contains("Długie", "8:15");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "t:", "t:time", "t:nonsense:", "x:1", "n:x", "t:TIME:", "t:time:\u0000", "💥"})
  void forgedButtonIsAskedBack(String data) {
    var resident = asking(webinar());

    resident.pressesData(data);

    assertThat(resident.reply()).hasSize(1);
    assertThat(resident.buttons()).isNotEmpty();
    assertThat(resident.reads()).doesNotContain("17 lutego");
  }

  @ParameterizedTest
  @EnumSource(Medium.class)
  void whatCannotBeReadGetsAKindSentence(Medium medium) {
    var resident = asking(webinar());

    resident.sends(new Unreadable(medium));

    assertThat(resident.reads()).matches("(?s).*(nie umiem|nie rozumiem|nie odczytuję).*");
    assertThat(resident.reads()).doesNotContain("!");
  }

  @Test
  void groupIsAnsweredOnlyWhereTheBotIsMeant() {
    var resident = asking(webinar());

    resident.sends(new Text("kiedy to jest?"), ChatType.GROUP, false);
    assertThat(resident.reply()).isEmpty();
    resident.sends(new Unreadable(Medium.STICKER), ChatType.GROUP, false);
    assertThat(resident.reply()).isEmpty();

    resident.sends(new Text("kiedy to jest?"), ChatType.GROUP, true);
    assertThat(resident.reads()).contains("17 lutego 2022");
    resident.sends(new ButtonPress("t:link:"), ChatType.GROUP, true);
    assertThat(resident.reads()).contains(AnEvent.LINK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n\t"})
  void emptyTextIsAskedFor(String text) {
    var resident = asking(webinar());

    resident.types(text);

    assertThat(resident.reads()).contains("Nie widzę pytania");
  }

  @Test
  void textLongerThanTelegramTakesIsDeclined() {
    var resident = asking(webinar());

    resident.types("kiedy ".repeat(1000));

    assertThat(resident.reads()).contains("za długa");
  }

  @Test
  void whateverComesIsAnsweredWithoutAnException() {
    var resident = asking(webinar(), workshop());
    var random = new Random(20220217);
    List<OutgoingMessage> replies = new ArrayList<>();

    for (int i = 0; i < 1000; i++) {
      resident.pressesData(
          noise(random, List.of("t:", "time", ":", "warsztaty", "n:", "h-", "link")));
      replies.addAll(resident.reply());
      resident.types(noise(random, List.of("/", "kiedy", " ", "start", "link", "?", "@bot", "\n")));
      replies.addAll(resident.reply());
    }

    assertThat(replies).hasSizeGreaterThanOrEqualTo(2000);
  }

  private static String noise(Random random, List<String> pieces) {
    var text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      if (random.nextInt(3) == 0) {
        text.append((char) random.nextInt(0x10000));
      } else {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
    }
    return text.toString();
  }
}
