package pl.soclab.webinarbot.answering;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Languages by their names, as a question or a sentence has them. */
final class Languages {
  /** Folded lemmas, of Polish, English and Ukrainian words, to one name of each language. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("polski", "pl"),
          Map.entry("polsku", "pl"),
          Map.entry("polish", "pl"),
          Map.entry("польська", "pl"),
          Map.entry("польською", "pl"),
          Map.entry("ukrainski", "uk"),
          Map.entry("ukrainsku", "uk"),
          Map.entry("ukrainian", "uk"),
          Map.entry("українська", "uk"),
          Map.entry("українською", "uk"),
          Map.entry("angielski", "en"),
          Map.entry("angielsku", "en"),
          Map.entry("english", "en"),
          Map.entry("англійська", "en"),
          Map.entry("англійською", "en"),
          Map.entry("niemiecki", "de"),
          Map.entry("niemiecku", "de"),
          Map.entry("german", "de"),
          Map.entry("rosyjski", "ru"),
          Map.entry("rosyjsku", "ru"),
          Map.entry("russian", "ru"),
          Map.entry("bialoruski", "be"),
          Map.entry("bialorusku", "be"),
          Map.entry("francuski", "fr"),
          Map.entry("francusku", "fr"),
          Map.entry("litewski", "lt"),
          Map.entry("litewsku", "lt"),
          Map.entry("hiszpanski", "es"),
          Map.entry("hiszpansku", "es"));

  private Languages() {}

  private static Set<String> in(Set<String> lemmas) {
    return lemmas.stream().filter(NAMES::containsKey).map(NAMES::get).collect(Collectors.toSet());
  }

  /** Whether a text names one of the languages asked for, or none is asked for. */
  static boolean fit(Set<String> asked, Set<String> said) {
    Set<String> wanted = in(asked);
    return wanted.isEmpty() || in(said).stream().anyMatch(wanted::contains);
  }
}
