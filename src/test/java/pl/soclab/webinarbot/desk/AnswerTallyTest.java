package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.knowledge.SourceLine;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.questions.InMemoryTallies;
import pl.soclab.webinarbot.questions.Tallies;
import pl.soclab.webinarbot.questions.Tally;

class AnswerTallyTest {
  private static final ChatId ANYBODY = new ChatId(7_000_000_001L);

  /** Half an hour before midnight in Warsaw, past it in Kyiv. */
  private static final Instant LATE = Instant.parse("2022-02-16T22:30:00Z");

  private static final LocalDate WEDNESDAY = LocalDate.of(2022, 2, 16);

  private final InMemoryTallies tallies = new InMemoryTallies();

  private static Knowledge knowledge() {
    return new Knowledge(
        List.of(event("warszawa", "Europe/Warsaw"), event("kijow", "Europe/Kyiv")),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Event event(String id, String zone) {
    var line = new SourceLine(id + ".md", 1);
    ZoneId there = ZoneId.of(zone);
    var session = new Session(WEDNESDAY.plusDays(5), null, null, there, null, null, line);
    return new Event(
        id,
        id,
        line,
        there,
        List.of(session),
        Map.of(),
        Event.Status.PLANNED,
        null,
        List.of(),
        line.file());
  }

  private static Answer.Content about(@Nullable String eventId, String... topics) {
    return new Answer.Content(
        RichText.plain("Tekst"), List.of(topics), eventId, null, null, List.of());
  }

  private List<Tally> all() {
    return tallies.between(WEDNESDAY.minusYears(1), WEDNESDAY.plusYears(1));
  }

  @Test
  void answersAreCountedByKindAndFirstTopic() {
    var tally = new AnswerTally(tallies, AnswerTallyTest::knowledge);

    tally.answered(ANYBODY, new Answer.FactAnswer(about("warszawa", "time", "link")), LATE);
    tally.answered(ANYBODY, new Answer.FactAnswer(about("warszawa", "time")), LATE);
    tally.answered(ANYBODY, new Answer.NotKnown(about("warszawa", "recording")), LATE);
    tally.answered(ANYBODY, new Answer.OutOfScope(about("warszawa")), LATE);
    tally.flush();

    assertThat(all())
        .containsExactlyInAnyOrder(
            new Tally(WEDNESDAY, "fact", "time", 2),
            new Tally(WEDNESDAY, "not_known", "recording", 1),
            new Tally(WEDNESDAY, "out_of_scope", "", 1));
  }

  @Test
  void dayIsThatOfTheEventsZone() {
    var tally = new AnswerTally(tallies, AnswerTallyTest::knowledge);

    tally.answered(ANYBODY, new Answer.FactAnswer(about("kijow", "time")), LATE);
    tally.answered(ANYBODY, new Answer.FactAnswer(about("gone", "link")), LATE);
    tally.flush();

    assertThat(all())
        .containsExactlyInAnyOrder(
            new Tally(WEDNESDAY.plusDays(1), "fact", "time", 1),
            // The next event comes in Kyiv, an hour earlier.
            new Tally(WEDNESDAY.plusDays(1), "fact", "link", 1));
  }

  @Test
  void whatIsWaitingIsWrittenAtTheEnd() {
    var tally = new AnswerTally(tallies, AnswerTallyTest::knowledge);
    tally.answered(ANYBODY, new Answer.FactAnswer(about("warszawa", "time")), LATE);

    tally.close();
    tally.close();

    assertThat(all()).containsExactly(new Tally(WEDNESDAY, "fact", "time", 1));
  }

  @Test
  void whatTheStoreDidNotTakeIsWrittenLaterAndOnce() {
    var broken = new BrokenTallies();
    var tally = new AnswerTally(broken, AnswerTallyTest::knowledge);
    tally.answered(ANYBODY, new Answer.FactAnswer(about("warszawa", "time")), LATE);
    tally.answered(ANYBODY, new Answer.NotKnown(about("warszawa", "time")), LATE);
    tally.flush();
    assertThat(all()).isEmpty();
    tally.answered(ANYBODY, new Answer.FactAnswer(about("warszawa", "time")), LATE);

    broken.isBroken = false;
    tally.flush();
    tally.flush();

    assertThat(all())
        .containsExactlyInAnyOrder(
            new Tally(WEDNESDAY, "fact", "time", 2), new Tally(WEDNESDAY, "not_known", "time", 1));
  }

  @Test
  void writerWritesByItself() throws InterruptedException {
    var written = new CountDownLatch(1);
    var tally =
        new AnswerTally(
            new BrokenTallies() {
              @Override
              public void add(Tally more) {
                written.countDown();
              }
            },
            AnswerTallyTest::knowledge);
    tally.answered(ANYBODY, new Answer.FactAnswer(about("warszawa", "time")), LATE);

    tally.start();

    assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
    tally.close();
  }

  /** A database that is away. */
  private class BrokenTallies implements Tallies {
    private boolean isBroken = true;

    @Override
    public void add(Tally more) {
      if (isBroken) {
        throw new IllegalStateException("The database is away");
      }
      tallies.add(more);
    }

    @Override
    public List<Tally> between(LocalDate first, LocalDate last) {
      return tallies.between(first, last);
    }

    @Override
    public int forgetBefore(LocalDate day) {
      return tallies.forgetBefore(day);
    }
  }
}
