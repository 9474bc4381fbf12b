package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import pl.soclab.webinarbot.language.Word;

/** Reads a file of {@code sformulowania/}: a question a line, of the topic that its name says. */
final class PhrasingsReader {
  /** The folder, folded. */
  static final String FOLDER = "sformulowania";

  /** Nobody asks in so many words; a longer line is a text that went to the wrong folder. */
  private static final int LONGEST = 200;

  private static final Pattern BULLET = Pattern.compile("^[-*•–]\\s+");

  private PhrasingsReader() {}

  static List<Phrasing> read(TextLines text, Findings findings) {
    String topic = FileNames.base(text.file()).strip();
    var phrasings = new ArrayList<Phrasing>();
    for (int i = 0; i < text.lines().size(); i++) {
      String line = BULLET.matcher(text.lines().get(i).strip()).replaceFirst("");
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      SourceLine source = text.source(i);
      if (line.length() > LONGEST) {
        findings.error(
            source,
            "Ten wiersz ma ponad "
                + LONGEST
                + " znaków, więc bot go pomija. Proszę wpisać samo pytanie, każde w osobnym"
                + " wierszu.");
      } else if (Word.of(line).isEmpty()) {
        findings.error(
            source,
            "W tym wierszu nie ma ani jednego słowa. Proszę wpisać pytanie albo usunąć wiersz.");
      } else {
        phrasings.add(new Phrasing(topic, line, source));
      }
    }
    if (phrasings.isEmpty() && findings.all().isEmpty()) {
      findings.warning(
          text.source(0),
          "W tym pliku nie ma żadnego pytania, więc nic nie zmienia. Proszę wpisać po jednym"
              + " pytaniu w wierszu.");
    }
    return List.copyOf(phrasings);
  }
}
