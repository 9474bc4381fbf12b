package pl.soclab.webinarbot.knowledge;

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
      file.passages().forEach(passage -> passages.add(bound(passage, eventId)));
      file.answers().forEach(answer -> answers.add(bound(answer, eventId)));
      synonyms.addAll(file.synonyms());
      phrasings.addAll(file.phrasings());
      if (file.isQuestionFile()) {
        questionFiles.add(file.file());
      }
    }
    var events = new ArrayList<>(eventsByFile.values());
    events.sort(
        Comparator.comparing(
            event -> event.sessions().isEmpty() ? null : event.sessions().getFirst().startInstant(),
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

  private static Passage bound(Passage passage, @Nullable String eventId) {
    return new Passage(
        passage.text(), passage.headings(), passage.source(), eventId, passage.general());
  }

  private static ReadyAnswer bound(ReadyAnswer answer, @Nullable String eventId) {
    return new ReadyAnswer(
        answer.questions(), answer.text(), answer.source(), eventId, answer.general());
  }

  private void checkTwins() {
    List<Event> events = List.copyOf(eventsByFile.values());
    for (int i = 0; i < events.size(); i++) {
      for (int j = 0; j < i; j++) {
        Event event = events.get(i);
        Event other = events.get(j);
        if (areTwins(event, other)) {
          findings.warning(
              event.titleSource(),
              "To samo wydarzenie opisuje "
                  + other.titleSource()
                  + ". Proszę zostawić jeden z tych plików.");
        }
      }
    }
  }

  private static boolean areTwins(Event one, Event other) {
    if (one.sessions().isEmpty() || other.sessions().isEmpty()) {
      return false;
    }
    Session first = one.sessions().getFirst();
    Session second = other.sessions().getFirst();
    if (!first.startInstant().equals(second.startInstant())) {
      return false;
    }
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
