package pl.soclab.webinarbot.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;

/** Reads one file of the folder, whatever it is; what is wrong with it stays with it. */
final class FileReader {
  private static final Logger LOG = System.getLogger(FileReader.class.getName());
  private static final Set<String> TEXTS = Set.of("md", "markdown", "txt");
  private static final Set<String> DOCUMENTS =
      Set.of("doc", "docx", "odt", "rtf", "pdf", "html", "htm", "xls", "xlsx", "ods", "csv", "");

  private final TextFileReader texts = new TextFileReader();

  FileReading read(FolderWalk.FoundFile file, LocalDate today) {
    return read(file.name(), findings -> bytes(file, findings), today);
  }

  /** What a file of that name would say if it held that. */
  FileReading read(String name, byte[] content, LocalDate today) {
    return read(name, findings -> content, today);
  }

  private FileReading read(
      String name, Function<Findings, byte @Nullable []> content, LocalDate today) {
    var findings = new Findings();
    String extension = FileNames.extension(name);
    if (isUnderQuestions(name) && extension.equals("jsonl")) {
      return FileReading.ofQuestions(name);
    }
    if (FileNames.isReadme(name)) {
      findings.note(
          new SourceLine(name, 1), "Bot nie odpowiada z tego pliku: to notatka dla organizatorów.");
      return FileReading.ofNothing(name, false, findings);
    }
    if (!TEXTS.contains(extension) || isUnderQuestions(name)) {
      other(name, extension, findings);
      return FileReading.ofNothing(name, false, findings);
    }
    byte[] bytes = content.apply(findings);
    TextLines lines = bytes == null ? null : FileText.decode(name, bytes, findings);
    if (lines == null) {
      return FileReading.ofNothing(name, true, findings);
    }
    if (Folding.fold(name).equals("slownik.txt")) {
      return FileReading.ofSynonyms(name, SynonymsReader.read(lines, findings), findings);
    }
    if (FileNames.topFolder(name).equals(PhrasingsReader.FOLDER)) {
      return FileReading.ofPhrasings(name, PhrasingsReader.read(lines, findings), findings);
    }
    try {
      return texts.read(lines, today, findings);
    } catch (RuntimeException e) {
      // One file must not take the others down, whatever our own code thinks of it.
      LOG.log(Level.ERROR, "Reading " + name + " failed", e);
      findings.error(
          new SourceLine(name, 1),
          "Bot nie poradził sobie z tym plikiem; to błąd programu. Proszę zgłosić go osobie, która"
              + " prowadzi bota.");
      return FileReading.ofNothing(name, true, findings);
    }
  }

  private static boolean isUnderQuestions(String name) {
    return FileNames.topFolder(name).equals(TextFileReader.QUESTIONS);
  }

  private static void other(String name, String extension, Findings findings) {
    var source = new SourceLine(name, 1);
    if (isUnderQuestions(name)) {
      findings.warning(
          source,
          "W folderze pytania bot czyta tylko pliki .jsonl. Pytania z odpowiedziami proszę"
              + " przenieść do folderu odpowiedzi.");
    } else if (extension.equals("jsonl")) {
      findings.warning(
          source, "Bot czyta takie pliki tylko w folderze pytania. Proszę go tam przenieść.");
    } else if (DOCUMENTS.contains(extension)) {
      findings.warning(
          source,
          "Bot nie czyta takich plików. Proszę zapisać treść jako zwykły tekst, z końcówką .txt"
              + " albo .md.");
    } else {
      findings.note(source, "To nie jest tekst (.md albo .txt), bot go pomija.");
    }
  }

  private static byte @Nullable [] bytes(FolderWalk.FoundFile file, Findings findings) {
    var source = new SourceLine(file.name(), 1);
    try (InputStream stream = Files.newInputStream(file.path())) {
      byte[] bytes = stream.readNBytes(FileText.MAX_BYTES + 1);
      if (bytes.length <= FileText.MAX_BYTES) {
        return bytes;
      }
      findings.error(
          source,
          "Plik ma ponad 1 MB, więc bot go nie czyta. Proszę podzielić go na mniejsze albo usunąć"
              + " zbędny tekst.");
    } catch (IOException e) {
      findings.error(
          source, "Nie można odczytać tego pliku. Proszę sprawdzić, czy bot ma prawo go czytać.");
    }
    return null;
  }
}
