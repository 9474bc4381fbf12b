package pl.soclab.webinarbot.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.language.Folding;

/**
 * Finds the file that a text belongs to: by the name that it came back under, else by the title and
 * the day of its event.
 */
public final class FileChooser {
  /** What programs that save a file a second time put behind its name. */
  private static final Pattern COPY = Pattern.compile("(\\s*\\(\\d+\\)|[ _-]+kopia|[ _-]+copy)+$");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int LONG_WORD = 4;
  private static final int MOST_LIKELY = 4;
  private static final String EVENTS = "wydarzenia/";
  private static final String TEXTS = "informacje/";

  private final KnowledgeFolder folder;

  public FileChooser(KnowledgeFolder folder) {
    this.folder = folder;
  }

  /** The files that may be changed through the bot, in the order of their names. */
  public List<String> files() {
    return folder.files().stream().filter(EditableFiles::isEditable).toList();
  }

  /**
   * Where a text may go.
   *
   * @param name as its sender called it; empty for none. It is compared, and never becomes a path
   * @param ending {@code .md} or {@code .txt}
   */
  public FileChoice choose(String name, String text, String ending) {
    List<String> files = files();
    String base = base(name);
    List<String> named =
        base.isEmpty()
            ? List.of()
            : files.stream().filter(file -> base(file).equals(base)).toList();
    Event asEvent = read(EVENTS + "x" + ending, text);
    Event asText = read(TEXTS + "x" + ending, text);
    boolean isEvent = asText != null || (asEvent != null && !asEvent.sessions().isEmpty());
    List<String> likely =
        named.isEmpty() && asEvent != null && isEvent ? likely(asEvent, files) : named;
    boolean isCertain = named.size() == 1 || (named.isEmpty() && isTwin(asEvent, likely));
    String newEvent = FileNaming.event(EVENTS, isEvent ? asEvent : null, name, text, ending, files);
    String newText = isEvent ? null : FileNaming.text(TEXTS, name, text, ending, files);
    if (isCertain) {
      return new FileChoice(likely.getFirst(), List.of(), newEvent, newText);
    }
    boolean isNew = likely.isEmpty() && isEvent;
    return new FileChoice(isNew ? newEvent : null, likely, newEvent, newText);
  }

  private @Nullable Event read(String file, String text) {
    return folder.preview(file, text).knowledge().events().stream()
        .filter(event -> event.file().equals(file))
        .findFirst()
        .orElse(null);
  }

  /** Without folders, ending and case. */
  private static String base(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    int dot = last.lastIndexOf('.');
    String base = Folding.fold(dot > 0 ? last.substring(0, dot) : last).strip();
    return COPY.matcher(base).replaceFirst("");
  }

  /** The only event of that day and that title. */
  private boolean isTwin(@Nullable Event event, List<String> likely) {
    if (event == null || likely.size() != 1) {
      return false;
    }
    Event present = present(likely.getFirst());
    return present != null && isLike(event, present) && isOnOneDay(event, present);
  }

  private @Nullable Event present(String file) {
    return folder.current().knowledge().events().stream()
        .filter(event -> event.file().equals(file))
        .findFirst()
        .orElse(null);
  }

  private List<String> likely(Event event, List<String> files) {
    var found = new ArrayList<Event>();
    for (Event present : folder.current().knowledge().events()) {
      if (files.contains(present.file())
          && (isLike(event, present) || isOnOneDay(event, present))) {
        found.add(present);
      }
    }
    return found.stream()
        .sorted(
            Comparator.comparing(
                present -> !(isLike(event, present) && isOnOneDay(event, present))))
        .limit(MOST_LIKELY)
        .map(Event::file)
        .toList();
  }

  private static boolean isOnOneDay(Event one, Event other) {
    return one.sessions().stream()
        .map(Session::date)
        .anyMatch(day -> other.sessions().stream().map(Session::date).anyMatch(day::equals));
  }

  /** Whether the titles share half of their longer words, whatever their endings. */
  private static boolean isLike(Event one, Event other) {
    Set<String> words = words(one.title());
    Set<String> others = words(other.title());
    long shared = words.stream().filter(others::contains).count();
    return shared > 0 && shared * 2 >= Math.min(words.size(), others.size());
  }

  private static Set<String> words(String title) {
    return NO_WORD
        .splitAsStream(Folding.fold(title))
        .filter(word -> word.length() >= LONG_WORD)
        .map(word -> word.substring(0, Math.max(LONG_WORD, word.length() - 3)))
        .collect(Collectors.toSet());
  }
}
