package pl.soclab.webinarbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An event whose text has been read, line 9 of it saying what each test lets it say. */
class EventReaderTest {
  private static final String FILE = "wydarzenia/e.md";
  private static final SourceLine LINE = new SourceLine(FILE, 9);
  private static final LocalDate DAY = LocalDate.of(2022, 2, 17);

  private final Findings findings = new Findings();
  private List<Session> sessions = List.of();
  private Map<FactKind, Fact> facts = Map.of();
  private Event.@Nullable Status status;
  private @Nullable String title;
  private String body = "Treść, która jest dłuższa niż jeden wiersz. ".repeat(4);

  private static Session session(LocalDate day, @Nullable LocalTime time) {
    return new Session(day, time, null, FileFields.USUAL_ZONE, null, null, LINE);
  }

  private static Map<FactKind, Fact> fact(FactKind kind, String value) {
    return Map.of(kind, new Fact(kind, List.of(value), LINE, Fact.Origin.TEXT));
  }

  private Event read(String... frontMatter) {
    String file = "---\n" + String.join("\n", frontMatter) + "\n---\n" + body + "\n";
    var lines = new TextLines(FILE, 1, List.of(file.split("\n", -1)));
    FrontMatter cut = FrontMatter.of(lines, findings);
    List<Field> fields = new FieldsReader(FieldKeys.load(), findings).read(cut);
    var text =
        new AnnouncementReader.Reading(
            title, LINE, sessions, facts, status, status == null ? null : LINE, List.of());
    return new EventReader(
            fields,
            cut.body(),
            MarkdownBlocks.of(cut.body()),
            text,
            FileFields.USUAL_ZONE,
            DAY,
            findings)
        .read();
  }

  private List<String> found() {
    return findings.all().stream().map(Finding::toString).toList();
  }

  @Test
  void textCompletesTheFrontMatter() {
    sessions = List.of(session(DAY, LocalTime.of(9, 0)));
    facts = fact(FactKind.PASSCODE, "969412");

    Event event = read("początek: 2022-02-17", "koszt: 10 zł");

    assertThat(event.sessions().getFirst().startTime()).isEqualTo(LocalTime.of(9, 0));
    assertThat(event.facts().keySet()).containsExactlyInAnyOrder(FactKind.PASSCODE, FactKind.COST);
    assertThat(found()).isEmpty();
  }

  @Test
  void endOfTheFrontMatterGoesWithTheStartOfTheText() {
    sessions = List.of(session(DAY, LocalTime.of(9, 0)));

    assertThat(read("koniec: 11:00").sessions().getFirst().end())
        .isEqualTo(LocalDateTime.of(2022, 2, 17, 11, 0));
  }

  @Test
  void anotherStartInTheTextIsAContradiction() {
    sessions = List.of(session(DAY, LocalTime.of(10, 0)));

    Event event = read("początek: 2022-02-17 9:00");

    assertThat(event.sessions().getFirst().startTime()).isEqualTo(LocalTime.of(9, 0));
    assertThat(found())
        .singleElement()
        .asString()
        .startsWith(FILE + ":2: ostrzeżenie: Opis i tekst mówią co innego („początek”)")
        .contains("9:00", "w wierszu 9 „17 lutego 2022, 10:00”");
  }

  @Test
  void sameNumberWithOtherSpacesIsNoContradiction() {
    facts = fact(FactKind.MEETING_ID, "819-5103-4606");

    read("początek: 2022-02-17 9:00", "id spotkania: 819 5103 4606");

    assertThat(found()).isEmpty();
  }

  @Test
  void anotherPasscodeInTheTextIsAContradiction() {
    facts = fact(FactKind.PASSCODE, "969413");

    Event event = read("początek: 2022-02-17 9:00", "hasło: 969412");

    assertThat(event.facts().get(FactKind.PASSCODE))
        .isNotNull()
        .extracting(Fact::value)
        .isEqualTo("969412");
    assertThat(found()).singleElement().asString().startsWith(FILE + ":3:").contains("wierszu 9");
  }

  @Test
  void cancellationInTheTextAgainstTheFrontMatter() {
    status = Event.Status.CANCELLED;

    assertThat(read("początek: 2022-02-17 9:00").status()).isEqualTo(Event.Status.CANCELLED);
    assertThat(found()).isEmpty();
    assertThat(read("początek: 2022-02-17 9:00", "stan: zaplanowane").status())
        .isEqualTo(Event.Status.PLANNED);
    assertThat(found()).singleElement().asString().startsWith(FILE + ":3:").contains("odwołane");
  }

  @Test
  void titleComesFromTheBestPlaceThatHasOne() {
    assertThat(read("początek: 2022-02-17 9:00").title()).isEqualTo("e");
    body = "Krótki wiersz";
    assertThat(read("początek: 2022-02-17 9:00").title()).isEqualTo("Krótki wiersz");
    title = "Tytuł z tekstu";
    assertThat(read("początek: 2022-02-17 9:00").title()).isEqualTo("Tytuł z tekstu");
    body = "# Nagłówek\n\nTreść";
    assertThat(read("początek: 2022-02-17 9:00").title()).isEqualTo("Nagłówek");
    assertThat(read("początek: 2022-02-17 9:00", "tytuł: Z opisu").title()).isEqualTo("Z opisu");
  }
}
