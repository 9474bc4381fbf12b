package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.language.ResourceFile;

class PieceTest {
  private static final Answerer ANSWERER =
      Answerer.of(
          AnEvent.knowledgeOf(
              AnEvent.anEvent("park", "Spotkanie o parku przy Leśnej")
                  .with(FactKind.PLACE, "Szkoła nr 3")
                  .on("2026-05-14", "17:00")));

  private static Piece piece(String text) {
    return Piece.of(text, ANSWERER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"??", "?", "?!", "!!!", "... ?", "halo", "Halo?", "jest tam kto", "алло"})
  void callForAnAnswerIsNoQuestion(String text) {
    assertThat(piece(text)).isEqualTo(Piece.CALLS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "czy będzie",
        "CZY BEDZIE",
        "a dla",
        "i jeszcze",
        "jak",
        "ile",
        "to ile",
        "a czy",
        "co z",
        "mam pytanie",
        "dzień dobry, mam pytanie",
        "jeszcze jedno pytanie",
        "chodzi mi o",
        "chciałam zapytać",
        "w sprawie tego spotkania",
        "w sprawie parku",
        "mam pytanie o park",
        "is there",
        "I have a question",
        "чи буде",
        "у мене питання"
      })
  void whatAsksNothingYetOpensAQuestion(String text) {
    assertThat(piece(text)).isEqualTo(Piece.OPENS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"to jest", "to", "się", "mi", "poproszę", "do", "будь ласка"})
  void wordsThatMeanNothingAloneLeanOnWhatStoodBefore(String text) {
    assertThat(piece(text)).isEqualTo(Piece.LEANS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"to spotkanie o parku", "ten park", "spotkanie", "na to spotkanie"})
  void whoSaysWhichEventIsMeantPointsAtIt(String text) {
    assertThat(piece(text)).isEqualTo(Piece.POINTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"do parku", "w szkole"})
  void nameBehindAPrepositionOnlyNames(String text) {
    assertThat(piece(text)).isEqualTo(Piece.NAMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kiedy",
        "o której",
        "gdzie",
        "kto",
        "za ile",
        "a ile",
        "i jak",
        "do kogo",
        "park",
        "nagranie",
        "a spotkanie",
        "czy będzie spotkanie",
        "to będzie w szkole",
        "będzie czy nie",
        "na którą mam być",
        "czy to dla mnie",
        "co to jest",
        "o co chodzi",
        "dzień dobry",
        "cześć",
        "link do spotkania",
        "w sprawie hasła",
        "mam pytanie o link",
        "dzięki",
        "sdfgsdfg",
        "18",
        "👍",
        "za скільки",
        "when is it",
        "де це"
      })
  void allElseIsLeftToTheAnswers(String text) {
    assertThat(piece(text)).isEqualTo(Piece.ASKS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time",
        "place",
        "link",
        "passcode",
        "how_to_join",
        "recording",
        "cost",
        "registration",
        "translation",
        "organizer",
        "duration",
        "contact",
        "purpose",
        "reminder",
        "unsubscribe"
      })
  void noWayOfAskingIsTakenForAPiece(String topic) {
    assertThat(ResourceFile.lines(Answerer.class, "phrasings/pl/" + topic + ".txt"))
        .filteredOn(text -> Set.of(Piece.CALLS, Piece.OPENS, Piece.LEANS).contains(piece(text)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mam pytanie", "dzień dobry, mam pytanie", "chciałabym o coś zapytać"})
  void announcementIsNoPartOfTheQuestion(String text) {
    assertThat(Piece.onlyAnnounces(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mam pytanie o", "w sprawie", "w sprawie parku", "czy będzie", "kiedy"})
  void whatGoesOnIsAPartOfTheQuestion(String text) {
    assertThat(Piece.onlyAnnounces(text)).isFalse();
  }
}
