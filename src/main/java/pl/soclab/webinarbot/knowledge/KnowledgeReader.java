package pl.soclab.webinarbot.knowledge;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.soclab.webinarbot.knowledge.Finding.Severity;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.Word;

/** Reads a folder of the organisers' files into one snapshot, with all that is wrong with them. */
public final class KnowledgeReader {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final String EVENTS = "wydarzenia/";
  private static final String ANSWERS = "odpowiedzi/";
  private static final String QUESTIONS = "pytania/";

  /** Keys that only the file of an event has. */
  private static final Set<String> EVENT_KEYS =
      Set.of(
          Keys.START,
          Keys.END,
          Keys.SESSIONS,
          Keys.STATUS,
          Keys.REMINDERS,
          FactKind.LINK.key(),
          FactKind.MEETING_ID.key(),
          FactKind.PASSCODE.key(),
          FactKind.REGISTRATION.key());

  private static final List<String> INVITING = Cues.lines("inviting.txt");

  private final InstantSource clock;

  /**
   * A reader.
   *
   * @param clock a date without a year is taken to be the nearest fitting one
   */
  public KnowledgeReader(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What a folder holds.
   *
   * @param knowledge what could be read; empty where nothing could
   * @param findings in the order of files and lines
   */
  public record Reading(Knowledge knowledge, List<Finding> findings) {
    public Reading {
      findings = List.copyOf(findings);
    }
  }

  /** What a folder comes to while it is read. */
  private static final class Draft {
    final List<Event> events = new ArrayList<>();
    final List<Passage> passages = new ArrayList<>();
    final List<ReadyAnswer> readyAnswers = new ArrayList<>();
    final List<SynonymRule> synonyms = new ArrayList<>();
    final List<String> questionFiles = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final Map<String, SourceLine> wantedEvents = new HashMap<>();
  }

  /** Reads all files below a folder; never throws for what stands in them. */
  public Reading read(Path folder) {
    var draft = new Draft();
    Folder.files(folder, draft.findings).forEach((name, path) -> read(name, path, draft));
    checkEvents(draft);
    draft.events.sort(
        Comparator.comparing(
            event ->
                event.sessions().isEmpty()
                    ? LocalDate.MAX.atStartOfDay(event.zone()).toEpochSecond()
                    : event.sessions().getFirst().startInstant().getEpochSecond()));
    var knowledge =
        new Knowledge(
            draft.events, draft.passages, draft.readyAnswers, draft.synonyms, draft.questionFiles);
    if (knowledge.isEmpty() && draft.findings.isEmpty()) {
      draft.findings.add(
          new Finding(
              new SourceLine(".", 1),
              Severity.ERROR,
              "W tym folderze nie ma żadnego tekstu. Proszę dodać plik .md albo .txt z ogłoszeniem."));
    }
    draft.findings.sort(
        Comparator.comparing((Finding finding) -> finding.source().file())
            .thenComparing(finding -> finding.source().line()));
    return new Reading(knowledge, draft.findings);
  }

  private void read(String name, Path path, Draft draft) {
    if (name.startsWith(QUESTIONS) && name.endsWith(".jsonl")) {
      draft.questionFiles.add(name);
      return;
    }
    TextFile file = TextFile.read(path, name, draft.findings);
    if (file == null) {
      return;
    }
    if (name.equals(SynonymFile.NAME)) {
      draft.synonyms.addAll(SynonymFile.read(file, draft.findings));
      return;
    }
    FrontMatter front = FrontMatter.read(file, draft.findings);
    TextLines text = file.from(front.bodyStart());
    String eventId = event(file, front, text, draft);
    FrontMatter.Value about = front.value(Keys.EVENT);
    if (eventId == null && about != null) {
      eventId = about.text();
      draft.wantedEvents.putIfAbsent(eventId, about.source());
    }
    BodyReader.Body body = BodyReader.read(text, eventId, isGeneral(front));
    draft.passages.addAll(body.passages());
    draft.readyAnswers.addAll(body.readyAnswers());
  }

  private static boolean isGeneral(FrontMatter front) {
    FrontMatter.Value general = front.value(Keys.GENERAL);
    return general != null && Set.of("tak", "true", "yes").contains(Folding.fold(general.text()));
  }

  /** Reads an event; null where the file is about anything else. */
  private @org.jspecify.annotations.Nullable String event(
      TextFile file, FrontMatter front, TextLines text, Draft draft) {
    boolean declared =
        file.name().startsWith(EVENTS)
            || front.entries().keySet().stream().anyMatch(EVENT_KEYS::contains);
    if (!declared
        && (isGeneral(front)
            || file.name().startsWith(ANSWERS)
            || front.value(Keys.EVENT) != null)) {
      return null;
    }
    var findings = new ArrayList<Finding>();
    ZoneId zone = EventReader.zone(front, findings);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    AnnouncementReader.Reading reading =
        AnnouncementReader.read(text, zone, today, Names.day(file.name()));
    if (!declared && (reading.sessions().isEmpty() || !invites(text))) {
      return null;
    }
    String id = uniqueId(file, draft);
    draft.findings.addAll(findings);
    draft.events.add(new EventReader(file, front, today, draft.findings).read(id, reading, zone));
    return id;
  }

  private static boolean invites(TextLines text) {
    return text.lines().stream()
        .flatMap(line -> Word.of(line).stream())
        .map(Word::folded)
        .anyMatch(word -> INVITING.stream().anyMatch(word::startsWith));
  }

  private static String uniqueId(TextFile file, Draft draft) {
    String id = Names.id(file.name());
    String unique = id;
    for (int i = 2; isTaken(unique, draft); i++) {
      unique = id + "-" + i;
    }
    if (!unique.equals(id)) {
      draft.findings.add(
          new Finding(
              file.line(1),
              Severity.WARNING,
              "Inny plik nazywa się tak samo, więc to wydarzenie nosi identyfikator „"
                  + unique
                  + "”. Proszę zmienić nazwę jednego z plików."));
    } else if (!id.equals(Names.withoutFolder(file.name()))) {
      draft.findings.add(
          new Finding(
              file.line(1),
              Severity.NOTE,
              "W linkach to wydarzenie nazywa się „"
                  + id
                  + "”, bo nazwa pliku ma znaki, których tam być nie może."));
    }
    return unique;
  }

  private static boolean isTaken(String id, Draft draft) {
    return draft.events.stream().anyMatch(event -> event.id().equals(id));
  }

  private static void checkEvents(Draft draft) {
    for (Map.Entry<String, SourceLine> wanted : draft.wantedEvents.entrySet()) {
      if (!isTaken(wanted.getKey(), draft)) {
        draft.findings.add(
            new Finding(
                wanted.getValue(),
                Severity.WARNING,
                "Nie ma wydarzenia „"
                    + wanted.getKey()
                    + "”. Proszę wpisać nazwę jego pliku bez rozszerzenia."));
      }
    }
    var seen = new HashMap<String, Event>();
    for (Event event : draft.events) {
      String start =
          event.sessions().isEmpty() ? "" : event.sessions().getFirst().startInstant().toString();
      Event same =
          start.isEmpty() ? null : seen.putIfAbsent(start + Folding.fold(event.title()), event);
      if (same != null) {
        draft.findings.add(
            new Finding(
                event.titleSource(),
                Severity.WARNING,
                "To samo wydarzenie jest już w pliku "
                    + same.file()
                    + ". Proszę zostawić jeden z nich."));
      }
      if (event.sessions().isEmpty()) {
        draft.findings.add(
            new Finding(
                event.titleSource(),
                Severity.WARNING,
                "Nie widzę, kiedy odbędzie się to wydarzenie. Proszę dopisać na przykład „początek: 2022-02-17 09:00”."));
      }
    }
  }
}
