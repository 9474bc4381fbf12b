package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.conversation.AResident.asking;
import static pl.soclab.webinarbot.conversation.AnEvent.aWebinar;
import static pl.soclab.webinarbot.conversation.AnEvent.anEvent;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.questions.OpenQuestion;

/** A question that comes in several messages; a slash parts them, "-" stands for no reply. */
class BurstTest {
  private static final Duration SECONDS = Duration.ofSeconds(4);
  private static final String GO_ON = "Proszę pisać dalej, odpowiem na całe pytanie.";
  private static final String ABOVE = "Moja odpowiedź jest wyżej.";

  private static AResident residentOfTheWebinar() {
    return asking(aWebinar().on("2022-02-17", "9:00"));
  }

  /** Near each other, so that the bot has to ask which one is meant. */
  private static AResident residentOfTwoEvents() {
    return asking(
        anEvent("park", "Spotkanie o parku przy Leśnej")
            .with(FactKind.PLACE, "Szkoła nr 3")
            .with(FactKind.REGISTRATION, "bez zapisów")
            .on("2022-02-17", "17:00"),
        anEvent("szkolenie", "Szkolenie z budżetu obywatelskiego")
            .with(FactKind.PASSCODE, "budzet22")
            .with(FactKind.RECORDING, "na stronie gminy")
            .on("2022-02-20", "18:00"));
  }

  /** Whether each piece got a reply that begins so, or holds so much of a fact. */
  private static void assertReplies(AResident resident, String pieces, String replies) {
    var got = new ArrayList<String>();
    for (String piece : pieces.split("/", -1)) {
      resident.waits(SECONDS).types(piece.strip());
      got.add(resident.reads());
    }
    String[] expected = replies.split("/", -1);
    assertThat(got).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      String reply = expected[i].strip();
      if (reply.equals("-")) {
        assertThat(got.get(i)).as("reply %s of %s", i, pieces).isEmpty();
      } else {
        assertThat(got.get(i)).as("reply %s of %s", i, pieces).contains(reply);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dzień dobry / mam pytanie / o której | O co chodzi? / - / godz. 9:00",
        "czy będzie / nagranie | Proszę pisać dalej / nie podali, czy będzie nagranie",
        "czy / to / jest / płatne | Proszę pisać dalej / - / - / czy udział jest płatny",
        "w sprawie tego webinaru / kto to robi | Proszę pisać dalej / Fundacja SocLab",
        "hej / mam pytanko / gdzie / to jest | O co chodzi? / - / online (Zoom) / online (Zoom)",
        "haslo / do zooma / ?? | 969412 / Link / Moja odpowiedź jest wyżej",
        "jak / się / podłączyć | Proszę pisać dalej / - / Hasło: 969412",
        "prosze o / haslo | Proszę pisać dalej / 969412",
        "ile / to trwa | Proszę pisać dalej / ile to potrwa",
        "chodzi mi o / ten webinar / o której | Proszę pisać dalej / - / godz. 9:00",
        "kiedy / a czy / po polsku | godz. 9:00 / Proszę pisać dalej / na język polski",
        "to w czwartek / tak? | Tak. Czwartek / Tak. Czwartek",
        "is there / a recording | Please go on / whether there will be a recording",
        "hi / i have a question / what time | O co chodzi? / - / Thursday, 17 February 2022, 9:00",
        "чи буде / запис | Пишіть, будь ласка, далі / чи буде запис",
        "у мене питання / о котрій / це буде | Що вас цікавить / 17 лютого / 17 лютого"
      })
  void piecesAreReadTogether(String pieces, String replies) {
    assertReplies(residentOfTheWebinar(), pieces, replies);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "o której / to spotkanie o parku | O które wydarzenie / godz. 17:00",
        "o której / szkolenie | O które wydarzenie / godz. 18:00",
        "haslo / do szkolenia / ?? | O które wydarzenie / budzet22 / Moja odpowiedź jest wyżej",
        "czy będzie / nagranie / ze szkolenia | pisać dalej / O które wydarzenie / na stronie gminy",
        "w sprawie parku / gdzie to jest | Proszę pisać dalej / Szkoła nr 3",
        "mam pytanie o szkolenie / o której | Proszę pisać dalej / godz. 18:00",
        "gdzie / ten park | O które wydarzenie / Szkoła nr 3",
        "o której / halo? | O które wydarzenie / O które wydarzenie"
      })
  void eventMayBeNamedInAPieceOfItsOwn(String pieces, String replies) {
    assertReplies(residentOfTwoEvents(), pieces, replies);
  }

  @ParameterizedTest
  @ValueSource(strings = {"??", "?", "halo", "halo?", "jest tam kto", "ej"})
  void callBehindAnAnswerIsNoNewQuestion(String call) {
    var resident = residentOfTheWebinar().types("o której to jest");

    assertThat(resident.waits(SECONDS).types(call).reads()).startsWith(ABOVE);
    assertThat(resident.waits(SECONDS).types("a link").reads()).contains(AnEvent.LINK);
  }

  @Test
  void callBehindAButtonIsNoNewQuestionEither() {
    var resident = residentOfTheWebinar().types("kiedy").presses("Link");

    assertThat(resident.waits(SECONDS).types("??").reads()).startsWith(ABOVE);
  }

  @Test
  void callBeforeAQuestionSaysThatTheBotIsThere() {
    var resident = residentOfTheWebinar();

    assertReplies(resident, "halo / halo / jest tam ktoś", "O co chodzi? / Jestem / Jestem");
    assertThat(resident.questions().count()).isZero();
  }

  @Test
  void wholeQuestionIsAnsweredAloneWhateverStoodBefore() {
    assertReplies(
        residentOfTheWebinar(),
        "traktorem / kiedy to jest / czy będzie nagranie",
        "Nie znalazłem / godz. 9:00 / nie podali, czy będzie nagranie");
  }

  @Test
  void notUnderstoodPieceIsReadWithTheNextOneAndIsNoQuestionAnyMore() {
    var resident = residentOfTheWebinar();

    assertReplies(resident, "czy stoliki / będą", "Nie znalazłem / czy będą stoiska");

    assertThat(resident.questions().open(10, 0))
        .extracting(OpenQuestion::samples)
        .containsExactly(List.of("czy stoliki będą"));
  }

  @Test
  void questionIsKeptForTheOrganisersAsAWhole() {
    var resident = residentOfTheWebinar();

    assertReplies(resident, "mam pytanie / czy / będzie / nagranie", "O co / - / - / nagranie");

    assertThat(resident.questions().open(10, 0))
        .extracting(OpenQuestion::samples)
        .containsExactly(List.of("czy będzie nagranie"));
  }

  @Test
  void weatherBehindAnAnswerIsOutOfScopeAsEver() {
    assertReplies(
        residentOfTheWebinar(),
        "o której to jest / przepis na bigos",
        "godz. 9:00 / nie odpowiadam");
  }

  @Test
  void longPauseEndsABurst() {
    var resident = residentOfTwoEvents().types("o której");

    resident.waits(Burst.PAUSE.plusSeconds(1)).types("??");

    assertThat(resident.reads()).startsWith("Nie rozumiem");
  }

  @Test
  void timeBetweenPiecesIsThatOfTheirWriting() {
    var resident = residentOfTheWebinar();
    resident.wrote("czy będzie", "2022-02-16T11:00:00");
    assertThat(resident.wrote("jeszcze", "2022-02-16T11:00:10").reads()).isEmpty();
    assertThat(resident.wrote("jeszcze", "2022-02-16T11:30:00").reads()).isEqualTo(GO_ON);
  }

  @Test
  void turnThatBreaksOffFindsThePiecesAgain() {
    var resident = residentOfTheWebinar().types("czy koszulki").waits(SECONDS);

    resident.typesTwiceAsTheTurnBreaks("będą");

    assertThat(resident.reads()).contains("czy przewidziano nagrody");
    assertThat(resident.questions().open(10, 0))
        .extracting(OpenQuestion::samples)
        .containsExactly(List.of("czy koszulki będą"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"czy będzie / jeszcze", "kiedy / to jest", "o której / ??", "ile / jak"})
  void messageThatComesTwiceIsAnsweredTheSame(String pieces) {
    String[] two = pieces.split(" / ", -1);
    var resident = residentOfTheWebinar().types(two[0]).waits(SECONDS).types(two[1]);
    String first = resident.reads();

    assertThat(resident.types(two[1]).reads()).isEqualTo(first);
    assertThat(resident.types(two[1]).reads()).isEqualTo(first);
  }

  @Test
  void restartOnlyLosesTheJoining() {
    var resident = residentOfTheWebinar().types("czy będzie").waits(SECONDS).afterARestart();

    assertThat(resident.types("jeszcze").reads()).isEqualTo(GO_ON);
    assertThat(resident.waits(SECONDS).types("nagranie").reads()).contains("czy będzie nagranie");
  }

  @Test
  void piecesOfAGroupAreNotJoined() {
    var resident = residentOfTheWebinar();
    resident.sends(new Text("czy koszulki"), ChatType.GROUP, true);

    resident.waits(SECONDS).sends(new Text("będą"), ChatType.GROUP, true);
    assertThat(resident.reads()).doesNotContain("nagrody").isNotEmpty();

    resident.waits(SECONDS).sends(new Text("nagranie"), ChatType.GROUP, false);
    assertThat(resident.reads()).isEmpty();
  }

  @Test
  void piecesAreShownAndErasedWithAllElse() {
    var resident = residentOfTheWebinar().types("czy będzie").types("/moje_dane");
    assertThat(new String(resident.file().content(), StandardCharsets.UTF_8))
        .contains("części pytania", "czy będzie");

    resident.types("/usun_dane").presses("Usuń");

    assertThat(resident.waits(SECONDS).types("jeszcze").reads()).isEqualTo(GO_ON);
  }

  @Test
  void piecesAreForgottenAfterAMinute() {
    var resident = residentOfTheWebinar().types("czy będzie").waits(ThreadMemory.BURST_KEPT);

    resident.types("/moje_dane");

    assertThat(new String(resident.file().content(), StandardCharsets.UTF_8))
        .doesNotContain("czy będzie");
  }
}
