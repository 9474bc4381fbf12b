package pl.soclab.webinarbot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;

/** An answerer that was made from the one before answers as one that was made from nothing. */
class LaterAnswererTest {
  private static final Instant NOW = Instant.parse("2022-02-16T11:00:00Z");
  private static final long SEED = 20220216;

  private static final List<String> SENTENCES =
      List.of(
          "Zapisy prowadzi biblioteka miejska.",
          "W starej wieży stoi sto dzwonów.",
          "Wstęp jest wolny.",
          "Dofinansowanie do pieca wynosi 5000 zł.",
          "Warsztaty ceramiczne poprowadzi Anna Sikora.",
          "Ulica Lipowa będzie zamknięta do piątku.",
          "Regulamin budżetu obywatelskiego opisuje zasady głosowania.",
          "Dla dzieci przygotowano kącik zabaw.");

  private static final List<String> QUESTIONS =
      List.of(
          "gdzie zaparkować przy ratuszu?",
          "ile wynosi dofinansowanie do pieca",
          "kto prowadzi warsztaty ceramiczne?",
          "czy ulica Lipowa bedzie zamknieta",
          "co opisuje regulamin budżetu obywatelskiego",
          "jakie jest hasło?",
          "o której to jest?",
          "kto prowadzi wasrztaty ceramcizne",
          "czy biblioteka prowadzi zapisy",
          "czy wstęp jest wolny",
          "co z kącikiem zabaw dla dzieci");

  @TempDir Path path;
  private final KnowledgeReader reader = new KnowledgeReader(InstantSource.fixed(NOW));

  private Knowledge knowledge() {
    return reader.read(path).knowledge();
  }

  private void write(String name, String content) throws IOException {
    Path file = path.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private void writeEvent(String passcode) throws IOException {
    write(
        "wydarzenia/e.md",
        "---\ntytuł: Warsztaty\npoczątek: 2022-02-17 9:00\nhasło: " + passcode + "\n---\nTreść.\n");
  }

  private static List<Answer> answers(Answerer answerer) {
    return QUESTIONS.stream().map(text -> answerer.answer(Question.of(text), NOW)).toList();
  }

  private static String said(Answerer answerer, String question) {
    return answerer.answer(Question.of(question), NOW).content().text().text();
  }

  @Test
  void answersAfterManyChangesAreThoseOfAFreshStart() throws IOException {
    var random = new Random(SEED);
    writeEvent("0");
    var answerer = Answerer.of(knowledge());
    for (int round = 0; round < 40; round++) {
      for (int change = 0; change <= random.nextInt(3); change++) {
        changeAFile(random, round);
      }
      Knowledge knowledge = knowledge();
      answerer = answerer.next(knowledge);

      assertThat(answers(answerer))
          .as("round %d, seed %d", round, SEED)
          .isEqualTo(answers(Answerer.of(knowledge)));
    }
  }

  private void changeAFile(Random random, int round) throws IOException {
    int number = random.nextInt(12);
    switch (random.nextInt(6)) {
      case 0 -> Files.deleteIfExists(path.resolve("teksty/" + number + ".md"));
      case 1 -> writeEvent(String.valueOf(round));
      case 2 ->
          write(
              "odpowiedzi/" + number % 3 + ".md",
              "# Czy wstęp jest wolny?\n\nTak, w rundzie " + round + ".\n");
      case 3 -> write("slownik.txt", round % 2 == 0 ? "piec, kocioł\n" : "piec, palenisko\n");
      default -> write("teksty/" + number + ".md", text(random));
    }
  }

  private static String text(Random random) {
    var text = new ArrayList<String>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      text.add(SENTENCES.get(random.nextInt(SENTENCES.size())));
    }
    return "# Nagłówek " + random.nextInt(3) + "\n\n" + String.join("\n\n", text) + "\n";
  }

  @Test
  void answerUnderWayOnTheOldSnapshotIsNotDisturbed() throws IOException {
    writeEvent("1111");
    write("teksty/a.md", "W starej wieży stoi sto dzwonów.\n");
    var old = Answerer.of(knowledge());
    List<Answer> before = answers(old);
    writeEvent("2222");
    Files.delete(path.resolve("teksty/a.md"));

    Answerer later = old.next(knowledge());

    assertThat(said(later, "jakie jest hasło?")).contains("2222");
    assertThat(answers(old)).isEqualTo(before);
    assertThat(said(old, "jakie jest hasło?")).contains("1111");
    assertThat(said(old, "ile dzwonów stoi w starej wieży?")).contains("sto dzwonów");
  }

  @Test
  void removedFileIsNotAnsweredFrom() throws IOException {
    write("teksty/a.md", "W starej wieży stoi sto dzwonów.\n");
    write("teksty/b.md", "Ulica Lipowa będzie zamknięta do piątku.\n");
    var answerer = Answerer.of(knowledge());
    Files.delete(path.resolve("teksty/a.md"));

    answerer = answerer.next(knowledge());

    assertThat(said(answerer, "ile dzwonów stoi w starej wieży?")).doesNotContain("sto dzwonów");
    assertThat(said(answerer, "czy ulica Lipowa będzie zamknięta?")).contains("Lipowa");
  }

  @Test
  void sameKnowledgeKeepsTheAnswerer() throws IOException {
    writeEvent("1");
    var answerer = Answerer.of(knowledge());

    assertThat(answerer.next(knowledge())).isSameAs(answerer);
  }
}
