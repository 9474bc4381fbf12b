package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.conversation.AResident.CHAT;
import static pl.soclab.webinarbot.conversation.AResident.asking;
import static pl.soclab.webinarbot.conversation.AnEvent.aWebinar;
import static pl.soclab.webinarbot.conversation.AnEvent.knowledgeOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.Blocked;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Moved;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;
import pl.soclab.webinarbot.knowledge.SourceLine;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.OpenQuestion;
import pl.soclab.webinarbot.questions.Watches.Watch;

class WatchingTest {
  private static final String WEBINAR = "2022-02-17-citizenlab";
  private static final String WATCH = "Daj mi znać";
  private static final ChatId SUPERGROUP = new ChatId(-1_001_234_567_890L);

  private final AResident resident = asking(aWebinar().on("2022-02-17", "9:00"));

  private OpenQuestion only() {
    List<OpenQuestion> open = resident.questions().open(10, 0);
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private List<Watch> waits() {
    return resident.questions().watches().of(CHAT);
  }

  @Test
  void questionWithoutAnAnswerIsKeptWithoutWhoAsked() {
    resident.types("czy będzie nagranie? mój telefon 602 123 456");

    OpenQuestion kept = only();
    assertThat(kept.samples()).containsExactly("czy będzie nagranie? mój telefon [numer]");
    assertThat(kept.topic()).isEqualTo("recording");
    assertThat(kept.eventId()).isEqualTo(WEBINAR);
    assertThat(kept.first()).isEqualTo(resident.now());
    assertThat(waits()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o której to jest?",
        "dzień dobry",
        "kto wygrał wczoraj mecz?",
        "sdfgsdfg",
        "/pomoc",
        "stop",
        "?"
      })
  void whatIsAnsweredOrAsksForNothingIsNotKept(String typed) {
    resident.types(typed);

    assertThat(resident.questions().count()).isZero();
    assertThat(resident.labels()).doesNotContain(WATCH);
  }

  @Test
  void whichEventIsMeantIsNoQuestionWithoutAnAnswer() {
    AResident other =
        asking(
            aWebinar().on("2022-02-17", "9:00"),
            AnEvent.anEvent("warsztaty", "Warsztaty garncarskie").on("2022-02-20", "10:00"));

    other.types("o której to jest?");

    assertThat(other.labels()).contains("Żadne z tych");
    assertThat(other.questions().count()).isZero();
  }

  @Test
  void ofALongStoryOnlyTheQuestionIsKept() {
    resident.types(
        "Dzień dobry, mam 81 lat i od czterdziestu lat mieszkam w tym mieście, a mój wnuk Staś"
            + " bardzo się interesuje komputerami. Czy będzie potem gdzieś w internecie nagranie z tego spotkania?");

    assertThat(only().typical())
        .isEqualTo("Czy będzie potem gdzieś w internecie nagranie z tego spotkania?");
  }

  @Test
  void emptyFolderHasNoOpenQuestions() {
    resident.knowledgeBecomes(Knowledge.empty());

    resident.types("czy będzie nagranie?");

    assertThat(resident.questions().count()).isZero();
    assertThat(resident.labels()).doesNotContain(WATCH);
  }

  @Test
  void whoAsksIsToldOnlyWhereHePressesTheButton() {
    resident.types("czy będzie nagranie?").presses(WATCH);

    assertThat(resident.reads()).startsWith("Dam znać, gdy organizatorzy odpowiedzą");
    assertThat(waits()).containsExactly(new Watch(only().id(), CHAT, "pl", resident.now()));
  }

  @Test
  void pressingTwiceIsOnce() {
    resident.types("czy będzie nagranie?");
    String data = resident.buttons().getLast().data();

    resident.pressesData(data).pressesData(data);

    assertThat(resident.reads()).startsWith("Dam znać");
    assertThat(only().waiting()).isEqualTo(1);
  }

  @Test
  void nothingIsOfferedWhereNobodyCouldAnswer() {
    resident.withoutOrganisers().types("czy będzie nagranie?");

    assertThat(resident.labels()).isNotEmpty().doesNotContain(WATCH);
    assertThat(resident.questions().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'Will there be a recording?', 'Let me know', 'I will let you know', en",
    "'Чи буде запис вебінару?', 'Повідомте мене', 'Я повідомлю', uk"
  })
  void buttonSpeaksTheLanguageOfTheQuestion(
      String question, String label, String says, String language) {
    resident.speaking(language).types(question).presses(label);

    assertThat(resident.reads()).startsWith(says);
    assertThat(waits()).extracting(Watch::language).containsExactly(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w:",
        "w:x",
        "w:-1",
        "w:0",
        "w:999999999999999999",
        "w:9999999999999999999",
        "w:1:2"
      })
  void forgedNumbersDoNothing(String data) {
    resident.pressesData(data);

    assertThat(resident.reads()).isNotBlank();
    assertThat(waits()).isEmpty();
  }

  @Test
  void groupMayWaitToo() {
    resident.types("czy będzie nagranie?");

    resident.sends(new ButtonPress(resident.buttons().getLast().data()), ChatType.GROUP, false);

    assertThat(waits()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stop", "nie pisz do mnie"})
  void stopEndsTheWaiting(String stop) {
    resident.types("czy będzie nagranie?").presses(WATCH);

    resident.types(stop);

    assertThat(waits()).isEmpty();
    assertThat(resident.reads()).startsWith("Nie dam już znać o odpowiedziach organizatorów.");
    assertThat(resident.types(stop).reads()).startsWith("Żadne przypomnienie nie jest włączone");
  }

  @Test
  void stopEndsRemindersAndTheWaitingTogether() {
    resident.types("/przypomnij").presses("Wszystkie przypomnienia");
    resident.types("czy będzie nagranie?").presses(WATCH);

    resident.types("/stop");

    assertThat(resident.reads())
        .contains("Nie będę już przypominać", "Nie dam już znać o odpowiedziach");
    assertThat(waits()).isEmpty();
  }

  @Test
  void whoBlocksTheBotWaitsForNothing() {
    resident.types("czy będzie nagranie?").presses(WATCH);

    resident.sends(new Blocked());

    assertThat(waits()).isEmpty();
  }

  @Test
  void groupThatBecomesASupergroupGoesOnWaiting() {
    resident.types("czy będzie nagranie?").presses(WATCH);

    resident.sends(new Moved(SUPERGROUP), ChatType.GROUP, false);

    assertThat(waits()).isEmpty();
    assertThat(resident.questions().watches().of(SUPERGROUP)).hasSize(1);
  }

  @Test
  void whoComesBehindTheAnswerHasItAtOnce() {
    resident.types("czy będzie nagranie?");
    String data = resident.buttons().getLast().data();
    resident.questions().answer(only().id(), "Tak.", resident.now());
    resident.knowledgeBecomes(withAnswer("czy będzie nagranie?", "Tak, na stronie gminy."));

    resident.pressesData(data);

    assertThat(resident.reads())
        .isEqualTo(
            "O platformie CitizenLab\nOrganizatorzy odpowiedzieli na pytanie „czy będzie nagranie?”:"
                + "\n\nTak, na stronie gminy.");
    assertThat(waits()).isEmpty();
  }

  @Test
  void answerThatLeftTheFilesIsNotGiven() {
    resident.types("czy będzie nagranie?");
    String data = resident.buttons().getLast().data();
    resident.questions().answer(only().id(), "Tak.", resident.now());

    resident.pressesData(data);

    assertThat(resident.reads()).startsWith("Nie mam już tego pytania.");
  }

  @Test
  void buttonsOfTheAnswerStay() {
    resident.types("czy będzie nagranie?");

    assertThat(resident.buttons()).extracting(Button::label).last().isEqualTo(WATCH);
    assertThat(resident.labels()).hasSizeGreaterThan(1);
  }

  private static Knowledge withAnswer(String question, String answer) {
    Knowledge bare = knowledgeOf(aWebinar().on("2022-02-17", "9:00"));
    var line = new SourceLine("odpowiedzi/z-rozmow-" + WEBINAR + ".md", 7);
    return new Knowledge(
        bare.events(),
        bare.passages(),
        List.of(new ReadyAnswer(List.of(question), answer, line, WEBINAR, false)),
        bare.synonyms(),
        bare.questionFiles());
  }
}
