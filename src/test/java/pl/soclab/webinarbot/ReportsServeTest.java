package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.preview.TestResident;

/** The whole program, a file that is broken and mended, and what the organiser hears of it. */
class ReportsServeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void organiserHearsOfTheFilesTheQuestionsAndTheDay() throws Exception {
    Served served = Served.withMeeting(folder);
    Path question = folder.resolve("knowledge/pytania/p.jsonl");
    Files.createDirectories(question.getParent());
    Files.writeString(question, "{\"q\": \"gdzie jest zebranie\", \"must\": [[\"świetlica\"]]}\n");
    try (var context = Objects.requireNonNull(served.start())) {
      Preview preview = ((Upstream.StandIn) context.getBean(Upstream.class)).preview();
      TestResident anna = preview.residents().named("Anna").hasWrittenBefore();
      TestResident resident = preview.residents().named("Bartek");
      resident.writes("o której to jest?");
      resident.awaitMessages(1, PATIENCE);

      save("początek: 2022-02-37 09:00", "miejsce: świetlica");
      assertThat(report(preview, anna, 1))
          .startsWith("W pliku wydarzenia/zebranie.md jest błąd:\n• wiersz 3: ")
          .endsWith("Do czasu poprawki odpowiadam z poprzedniej wersji.");

      save("początek: 2022-02-17 09:00", "koszt: 5 zł");
      assertThat(List.of(report(preview, anna, 2), report(preview, anna, 3)))
          .containsExactlyInAnyOrder(
              "Plik wydarzenia/zebranie.md jest już w porządku.",
              "1 pytanie z folderu pytania przestało mieć odpowiedź: „gdzie jest zebranie”.\n\n"
                  + "Zmieniony plik: wydarzenia/zebranie.md.");

      anna.writes("/panel");
      assertThat(report(preview, anna, 4))
          .contains("Bot działa.", "Dziś: 1 pytanie", "Kiedy (1)", "bez dobrej odpowiedzi 1 z 1");

      preview.clock().moveTo(Instant.parse("2022-02-17T07:00:00Z"));
      assertThat(report(preview, anna, 5))
          .startsWith("Dziś o 9:00: „Zebranie w sprawie placu”\n")
          .contains("Wczoraj: 1 pytanie");
    }
  }

  private void save(String... facts) throws IOException {
    Files.writeString(
        folder.resolve("knowledge/wydarzenia/zebranie.md"),
        "---\ntytuł: Zebranie w sprawie placu\n" + String.join("\n", facts) + "\n---\nO placu.\n");
  }

  /** That message to the organiser; until it comes, the preview's time goes by quickly. */
  private static String report(Preview preview, TestResident organiser, int number) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (organiser.received().size() < number && System.nanoTime() < end) {
      preview.clock().moveBy(STEP);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    assertThat(organiser.received()).as("messages by now").hasSizeGreaterThanOrEqualTo(number);
    return organiser.received().stream().map(SentMessage::text).toList().get(number - 1);
  }
}
