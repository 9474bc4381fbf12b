package pl.soclab.webinarbot.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;

/** Puts what single files say together, and finds what only shows when they stand side by side. */
final class Snapshot {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int LONG_WORD = 4;

  private final Collection<FileReading> files;
  private final Findings findings = new Findings();
  private final Map<String, Event> eventsByFile = new TreeMap<>();
  private final Set<String> ids = new HashSet<>();

  private Snapshot(Collection<FileReading> files) {
    this.files = files;
  }

  /**
   * The knowledge of a folder.
   *
   * @param files in the order of their names
   * @param ofFolder findings about the folder itself
   */
  static KnowledgeReader.Reading of(Collection<FileReading> files, List<Finding> ofFolder) {
    var snapshot = new Snapshot(files);
    snapshot.findings.addAll(ofFolder);
    files.forEach(file -> snapshot.findings.addAll(file.findings()));
    snapshot.nameEvents();
    snapshot.checkTwins();
    Knowledge knowledge = snapshot.knowledge();
    return new KnowledgeReader.Reading(knowledge, List.of()).with(snapshot.findings.all());
  }

  private Knowledge knowledge() {
    var passages = new ArrayList<Passage>();
    var answers = new ArrayList<ReadyAnswer>();
    var synonyms = new ArrayList<SynonymRule>();
    var phrasings = new ArrayList<Phrasing>();
    var questionFiles = new ArrayList<String>();
    for (FileReading file : files) {
      String eventId = eventId(file);
      file.passages().forEach(passage -> passages.add(passage.about(eventId)));
      file.answers().forEach(answer -> answers.add(answer.about(eventId)));
      synonyms.addAll(file.synonyms());
      phrasings.addAll(file.phrasings());
      if (file.isQuestionFile()) {
        questionFiles.add(file.file());
      }
    }
    var events = new ArrayList<>(eventsByFile.values());
    events.sort(
        Comparator.comparing(
            event -> event.sessions().isEmpty() ? null : startOf(event),
            Comparator.nullsLast(Comparator.naturalOrder())));
    return new Knowledge(events, passages, answers, synonyms, phrasings, questionFiles);
  }

  /** Files under {@code wydarzenia/} keep their names before those elsewhere. */
  private void nameEvents() {
    var withEvent = new ArrayList<FileReading>();
    files.stream().filter(file -> file.event() != null).forEach(withEvent::add);
    withEvent.sort(
        Comparator.comparing(
            file -> !FileNames.topFolder(file.file()).equals(TextFileReader.EVENTS)));
    var firstFile = new HashMap<String, String>();
    for (FileReading file : withEvent) {
      Event event = file.event();
      if (event == null) {
        continue;
      }
      String id = event.id();
      for (int number = 2; !ids.add(id); number++) {
        id = event.id() + "-" + number;
      }
      String first = firstFile.putIfAbsent(event.id(), file.file());
      if (first != null) {
        findings.warning(
            new SourceLine(file.file(), 1),
            "Plik nazywa się tak samo, jak "
                + first
                + ", więc to wydarzenie ma w linkach nazwę „"
                + id
                + "”. Proszę zmienić nazwę jednego z nich.");
      }
      eventsByFile.put(file.file(), id.equals(event.id()) ? event : renamed(event, id));
    }
  }

  private static Event renamed(Event event, String id) {
    return new Event(
        id,
        event.title(),
        event.titleSource(),
        event.zone(),
        event.sessions(),
        event.facts(),
        event.status(),
        event.statusSource(),
        event.reminders(),
        event.file());
  }

  private @Nullable String eventId(FileReading file) {
    Event own = eventsByFile.get(file.file());
    if (own != null) {
      return own.id();
    }
    Field.Text about = file.about();
    if (about == null) {
      return null;
    }
    String id = FileNames.eventId(about.text());
    String asWritten = FileNames.eventId(about.text() + ".md");
    for (String candidate : List.of(about.text(), asWritten, id)) {
      if (ids.contains(candidate)) {
        return candidate;
      }
    }
    String known =
        ids.isEmpty()
            ? "W folderze nie ma żadnego wydarzenia."
            : "Proszę wpisać jedno z: " + String.join(", ", ids.stream().sorted().toList()) + ".";
    findings.error(about.source(), "Nie ma wydarzenia „" + about.text() + "”. " + known);
    return null;
  }

  /** Events that start at the same moment, compared in the order of their files. */
  private void checkTwins() {
    var byStart = new HashMap<Instant, List<Event>>();
    for (Event event : eventsByFile.values()) {
      if (event.sessions().isEmpty()) {
        continue;
      }
      List<Event> others = byStart.computeIfAbsent(startOf(event), ignored -> new ArrayList<>());
      others.stream().filter(other -> areTwins(event, other)).forEach(other -> warn(event, other));
      others.add(event);
    }
  }

  private void warn(Event event, Event twin) {
    findings.warning(
        event.titleSource(),
        "To samo wydarzenie opisuje "
            + twin.titleSource()
            + ". Proszę zostawić jeden z tych plików.");
  }

  private static Instant startOf(Event event) {
    return event.sessions().getFirst().startInstant();
  }

  private static boolean areTwins(Event one, Event other) {
    Set<String> words = words(one.title());
    Set<String> otherWords = words(other.title());
    long shared = words.stream().filter(otherWords::contains).count();
    return shared * 2 >= Math.min(words.size(), otherWords.size());
  }

  /** Words without their endings: "platformie" and "platforma" are one. */
  private static Set<String> words(String title) {
    return NO_WORD
        .splitAsStream(Folding.fold(title))
        .filter(word -> word.length() >= LONG_WORD)
        .map(word -> word.substring(0, Math.max(LONG_WORD, word.length() - 3)))
        .collect(Collectors.toSet());
  }
}
