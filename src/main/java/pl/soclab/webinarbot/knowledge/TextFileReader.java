package pl.soclab.webinarbot.knowledge;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.DateMention;
import pl.soclab.webinarbot.language.TimeReader;

/** Reads one text of the organisers: an event, ready answers, or a text about anything else. */
final class TextFileReader {
  static final String EVENTS = "wydarzenia";
  static final String ANSWERS = "odpowiedzi";
  static final String QUESTIONS = "pytania";

  /**
   * Facts are looked for in no more of a text: each kind of fact is sought in each sentence, and
   * with its neighbours. Announcements of events have a tenth of it; what is behind it is found as
   * a passage.
   */
  private static final int LONGEST_ANNOUNCEMENT = 20_000;

  private static final int MOST_LINES = 1_000;

  private static final Pattern MARKDOWN_HEADING = Pattern.compile("#{1,6}\\s+\\S.*");
  private static final Set<FactKind> FACTS_OF_EVENTS =
      Set.of(FactKind.LINK, FactKind.MEETING_ID, FactKind.PASSCODE, FactKind.DIAL_IN);

  private final FieldKeys keys = FieldKeys.load();
  private final PageLeftovers leftovers = PageLeftovers.load();
  private final InvitingWords invitingWords = InvitingWords.load();

  FileReading read(TextLines file, LocalDate today, Findings findings) {
    FrontMatter frontMatter = FrontMatter.of(file, findings);
    List<Field> fields = new FieldsReader(keys, findings).read(frontMatter);
    TextLines body = frontMatter.body();
    boolean general = FileFields.isGeneral(fields, findings);
    Field.Text about = about(file.file(), fields, findings);
    List<TextBlock> blocks = blocks(leftovers.removedFrom(body));
    Event event = general || about != null ? null : event(fields, body, blocks, today, findings);
    String title = event == null ? titleOf(fields) : event.title();
    BodySections.Sections sections = BodySections.of(blocks, title, general, findings);
    if (event == null) {
      checkCutLinks(body, findings);
    }
    String eventId = event == null ? null : event.id();
    return new FileReading(
        file.file(),
        event,
        about,
        sections.passages().stream().map(passage -> passage.about(eventId)).toList(),
        sections.answers().stream().map(answer -> answer.about(eventId)).toList(),
        List.of(),
        List.of(),
        false,
        false,
        findings.all());
  }

  /** The event that the file is about; a file of an event is about none but its own. */
  private static Field.@Nullable Text about(String file, List<Field> fields, Findings findings) {
    Field.Text about = FileFields.text(fields, FileField.EVENT);
    if (about == null || !FileNames.topFolder(file).equals(EVENTS)) {
      return about;
    }
    if (!FileNames.eventId(about.text()).equals(FileNames.eventId(file))) {
      findings.warning(
          about.source(),
          "Klucz „wydarzenie” wskazuje wydarzenie z innego pliku, więc bot go tu pomija. Jeżeli to"
              + " tytuł, proszę napisać „tytuł: ...”.");
    }
    return null;
  }

  private static List<TextBlock> blocks(TextLines body) {
    boolean markdown =
        !FileNames.extension(body.file()).equals("txt")
            || body.lines().stream().anyMatch(line -> MARKDOWN_HEADING.matcher(line).matches());
    boolean answers = FileNames.topFolder(body.file()).equals(ANSWERS);
    return markdown ? MarkdownBlocks.of(body) : PlainBlocks.of(body, answers);
  }

  private @Nullable Event event(
      List<Field> fields,
      TextLines whole,
      List<TextBlock> blocks,
      LocalDate today,
      Findings findings) {
    String folder = FileNames.topFolder(whole.file());
    if (folder.equals(ANSWERS) || folder.equals(QUESTIONS)) {
      return null;
    }
    TextLines body = beginning(whole);
    boolean declared = folder.equals(EVENTS) || fields.stream().anyMatch(this::isOfEvents);
    if (!declared && !invitingWords.isIn(body)) {
      return null;
    }
    ZoneId zone = FileFields.zone(fields, findings);
    AnnouncementReader.Reading text =
        AnnouncementReader.read(
            leftovers.removedFrom(body), zone, today, knownDay(fields, body, today));
    if (!declared && text.sessions().isEmpty()) {
      return null;
    }
    if (!body.equals(whole)) {
      findings.note(
          whole.source(body.lines().size() - 1),
          "Tekst jest bardzo długi. Daty, miejsca i innych faktów bot szuka tylko do tego wiersza;"
              + " z reszty odpowiada.");
    }
    return new EventReader(fields, body, blocks, text, zone, today, findings).read();
  }

  private static TextLines beginning(TextLines whole) {
    var lines = new ArrayList<String>();
    int left = LONGEST_ANNOUNCEMENT;
    for (String line : whole.lines()) {
      if (left <= 0 || lines.size() == MOST_LINES) {
        break;
      }
      String read = line.substring(0, Math.min(line.length(), left));
      lines.add(read);
      left -= read.length() + 1;
    }
    return new TextLines(whole.file(), whole.firstLine(), lines);
  }

  /** The day that the front matter or the file's name gives; null where neither does. */
  private static @Nullable LocalDate knownDay(List<Field> fields, TextLines body, LocalDate today) {
    for (Field field : fields) {
      boolean isStart =
          field.key() instanceof FieldKey.OfFile own && own.field() == FileField.START;
      if (isStart && !field.texts().isEmpty()) {
        List<DateMention> dates = TimeReader.dates(field.texts().getFirst().text());
        return dates.isEmpty() ? FileNames.day(body.file()) : dates.getFirst().date(today);
      }
    }
    return FileNames.day(body.file());
  }

  private boolean isOfEvents(Field field) {
    return switch (field.key()) {
      case FieldKey.OfFact fact -> FACTS_OF_EVENTS.contains(fact.kind());
      case FieldKey.OfFile own ->
          switch (own.field()) {
            case START, SESSIONS, REMINDERS, STATUS, END, TIME -> true;
            case TITLE, ZONE, GENERAL, EVENT, DESCRIPTION -> false;
          };
    };
  }

  private static @Nullable String titleOf(List<Field> fields) {
    Field.Text title = FileFields.text(fields, FileField.TITLE);
    return title == null ? null : title.text();
  }

  private static void checkCutLinks(TextLines body, Findings findings) {
    for (int i = 0; i < body.lines().size(); i++) {
      if (LinkText.isCut(body.lines().get(i))) {
        findings.warning(
            body.source(i),
            "Link w tym wierszu jest ucięty (kończy się kropkami), więc bot go nie poda. Proszę"
                + " wkleić cały adres.");
      }
    }
  }
}
