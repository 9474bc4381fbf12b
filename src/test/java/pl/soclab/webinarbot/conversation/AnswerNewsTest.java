package pl.soclab.webinarbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.conversation.AnEvent.aWebinar;
import static pl.soclab.webinarbot.conversation.AnEvent.knowledgeOf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;
import pl.soclab.webinarbot.knowledge.SourceLine;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.InMemoryOpenQuestions;
import pl.soclab.webinarbot.questions.OpenQuestion;
import pl.soclab.webinarbot.questions.OpenQuestion.State;
import pl.soclab.webinarbot.questions.Unanswered;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.InMemoryBroadcasts;
import pl.soclab.webinarbot.reminders.InMemorySubscriptions;
import pl.soclab.webinarbot.reminders.QuietHours;

class AnswerNewsTest {
  private static final String WEBINAR = "2022-02-17-citizenlab";
  private static final ChatId ANNA = new ChatId(7_000_000_001L);
  private static final ChatId OLENA = new ChatId(7_000_000_002L);
  private static final ChatId GROUP = new ChatId(-4_001_000_001L);
  private static final Instant NOON = at("2022-02-16T12:00");

  private final InMemoryOpenQuestions questions = new InMemoryOpenQuestions();
  private final InMemoryBroadcasts broadcasts = new InMemoryBroadcasts(new InMemorySubscriptions());
  private final ReminderWriter writer = new ReminderWriter(new BotProfile("Bot", null));
  private Knowledge knowledge = withAnswer("Tak, na stronie gminy.");
  private final AnswerNews news =
      new AnswerNews(questions, questions.watches(), broadcasts, () -> knowledge, QuietHours.USUAL);
  private final long recording =
      questions.note(
          Objects.requireNonNull(Unanswered.of("będzie nagranie?", "recording", WEBINAR)), NOON);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Warsaw")).toInstant();
  }

  private static Knowledge withAnswer(@Nullable String answer) {
    Knowledge bare = knowledgeOf(aWebinar().on("2022-02-17", "9:00"));
    var line = new SourceLine("odpowiedzi/z-rozmow-" + WEBINAR + ".md", 7);
    return new Knowledge(
        bare.events(),
        bare.passages(),
        answer == null
            ? List.of()
            : List.of(new ReadyAnswer(List.of("będzie nagranie?"), answer, line, WEBINAR, false)),
        bare.synonyms(),
        bare.questionFiles());
  }

  private void waits(ChatId chat, String language) {
    questions.watches().watch(recording, chat, language, NOON);
  }

  private List<Broadcast> made() {
    return broadcasts.in(Set.of(Broadcast.State.SCHEDULED));
  }

  private String reads(Broadcast broadcast, ChatId chat) {
    OutgoingMessage message = writer.write(broadcast, chat, "pl", knowledge, NOON);
    return Objects.requireNonNull(message).text().text();
  }

  private State state() {
    return Objects.requireNonNull(questions.find(recording)).state();
  }

  @Test
  void whoWaitsIsToldOnceInTheLanguageOfTheTalk() {
    waits(ANNA, "pl");
    waits(GROUP, "pl");
    waits(OLENA, "uk");
    questions.answer(recording, "Tak.", NOON);

    news.tick(NOON);
    news.tick(NOON.plusSeconds(1));

    assertThat(made()).hasSize(2).extracting(Broadcast::due).containsOnly(NOON);
    assertThat(broadcasts.delivery(made().getFirst().id(), ANNA)).isNotNull();
    assertThat(broadcasts.delivery(made().getFirst().id(), GROUP)).isNotNull();
    assertThat(broadcasts.delivery(made().getLast().id(), OLENA)).isNotNull();
    assertThat(reads(made().getFirst(), ANNA))
        .isEqualTo(
            "O platformie CitizenLab\nOrganizatorzy odpowiedzieli na pytanie „będzie nagranie?”:"
                + "\n\nTak, na stronie gminy.");
    assertThat(reads(made().getLast(), OLENA))
        .contains("Організатори відповіли на запитання «będzie nagranie?»:", "Tak, na stronie")
        .doesNotContain("/stop");
    assertThat(questions.watches().of(recording)).isEmpty();
    assertThat(state()).isEqualTo(State.TOLD);
  }

  @Test
  void nobodyIsWrittenToWhereNobodyWaits() {
    questions.answer(recording, "Tak.", NOON);

    news.tick(NOON);

    assertThat(made()).isEmpty();
    assertThat(state()).isEqualTo(State.TOLD);
  }

  @Test
  void nightIsWaitedOutAndStopHoldsUntilThen() {
    waits(ANNA, "pl");
    waits(OLENA, "pl");
    questions.answer(recording, "Tak.", at("2022-02-16T21:30"));

    news.tick(at("2022-02-16T21:30"));
    assertThat(made()).isEmpty();
    questions.watches().stop(ANNA);
    news.tick(at("2022-02-17T08:00"));

    assertThat(made()).hasSize(1);
    assertThat(broadcasts.delivery(made().getFirst().id(), ANNA)).isNull();
    assertThat(broadcasts.delivery(made().getFirst().id(), OLENA)).isNotNull();
  }

  @Test
  void crashBehindTheBroadcastTellsNobodyTwice() {
    waits(ANNA, "pl");
    questions.answer(recording, "Tak.", NOON);
    var crashed =
        new AnswerNews(
            new InMemoryOpenQuestions() {
              @Override
              public List<OpenQuestion> untold(int limit) {
                return questions.untold(limit);
              }

              @Override
              public void told(long id) {
                throw new IllegalStateException("the process died");
              }
            },
            questions.watches(),
            broadcasts,
            () -> knowledge,
            QuietHours.USUAL);

    crashed.tick(NOON);
    assertThat(made()).hasSize(1);
    assertThat(state()).isEqualTo(State.ANSWERED);
    news.tick(NOON.plusSeconds(5));

    assertThat(made()).hasSize(1);
    assertThat(state()).isEqualTo(State.TOLD);
    assertThat(questions.watches().of(ANNA)).isEmpty();
  }

  @Test
  void whatTheFilesSayNowIsTold() {
    waits(ANNA, "pl");
    questions.answer(recording, "Tak, na stronie gmny.", at("2022-02-16T22:00"));
    knowledge = withAnswer("Nie, nagrania nie będzie.");

    news.tick(at("2022-02-17T08:00"));

    assertThat(reads(made().getFirst(), ANNA)).endsWith("Nie, nagrania nie będzie.");
  }

  @Test
  void answerThatWasTakenBackIsNotToldAndTheQuestionWaitsAgain() {
    waits(ANNA, "pl");
    questions.answer(recording, "Tak.", NOON);
    knowledge = withAnswer(null);

    news.tick(NOON.plus(AnswerNews.PATIENCE));
    assertThat(state()).isEqualTo(State.ANSWERED);
    news.tick(NOON.plus(AnswerNews.PATIENCE).plusSeconds(1));

    assertThat(made()).isEmpty();
    assertThat(state()).isEqualTo(State.OPEN);
    assertThat(questions.watches().of(ANNA)).hasSize(1);
  }

  @Test
  void nextAnswerToTheSameQuestionIsToldToo() {
    waits(ANNA, "pl");
    questions.answer(recording, "Tak.", NOON);
    knowledge = withAnswer(null);
    news.tick(NOON.plus(Duration.ofHours(1)));
    knowledge = withAnswer("Nie.");
    questions.answer(recording, "Nie.", NOON.plus(Duration.ofHours(2)));

    news.tick(NOON.plus(Duration.ofHours(2)));

    assertThat(made()).hasSize(1);
  }
}
