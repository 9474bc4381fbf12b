package pl.soclab.webinarbot.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.desk.StandingQuestions.Run;
import pl.soclab.webinarbot.questions.QuestionMemory;
import pl.soclab.webinarbot.questions.Trouble;

/**
 * The questions under {@code pytania/} that have lost their answer. One that never had one is no
 * loss: whoever wrote it sees that with {@code /sprawdz}.
 */
final class QuestionTroubles implements TroubleKind {
  private static final int MOST = 10;
  private static final int MOST_FILES = 3;

  private final StandingQuestions standing;
  private final QuestionMemory memory;
  private @Nullable Run followed;
  private @Nullable Run looked;
  private Map<String, Checked> asked = Map.of();

  QuestionTroubles(StandingQuestions standing, QuestionMemory memory) {
    this.standing = standing;
    this.memory = memory;
  }

  @Override
  public Trouble.Kind kind() {
    return Trouble.Kind.QUESTION;
  }

  /** Runs are told apart by being other objects: two may say the same. */
  @Override
  @SuppressWarnings("ReferenceEquality")
  public @Nullable Map<String, String> look(List<Trouble> known) {
    looked = standing.last();
    if (looked == null || looked.questions().isEmpty()) {
      // Not asked yet, or the folder is away for a moment.
      return null;
    }
    asked = new LinkedHashMap<>();
    for (Checked question : looked.questions()) {
      // Where it stands twice, it is one question; it is judged alike.
      asked.putIfAbsent(question.key(), question);
    }
    Set<String> before = known.stream().map(Trouble::key).collect(Collectors.toSet());
    Map<String, Boolean> remembered = looked == followed ? Map.of() : memory.all();
    String changed = String.join(", ", names(looked.changed()));
    var lost = new HashMap<String, String>();
    for (Checked question : asked.values()) {
      boolean hadOne = Boolean.TRUE.equals(remembered.get(question.key()));
      if (!question.passed() && (hadOne || before.contains(question.key()))) {
        lost.put(question.key(), changed);
      }
    }
    return lost;
  }

  private static List<String> names(List<String> files) {
    if (files.size() <= MOST_FILES) {
      return files;
    }
    var names = new ArrayList<>(files.subList(0, MOST_FILES));
    String more = DeskPhrases.get("trouble.questions.more", files.size() - MOST_FILES);
    names.add(names.removeLast() + " " + more);
    return names;
  }

  @Override
  @SuppressWarnings("ReferenceEquality")
  public void followed() {
    if (looked != followed) {
      var results = new HashMap<String, Boolean>();
      asked.forEach((key, question) -> results.put(key, question.passed()));
      memory.replace(results);
      followed = looked;
    }
  }

  @Override
  public String begun(List<Trouble> troubles) {
    List<Checked> lost = found(troubles);
    var lines = new StringJoiner("\n\n");
    add(lines, "trouble.questions.lost", lost.stream().filter(Checked::answerable).toList());
    add(
        lines,
        "trouble.questions.answered",
        lost.stream().filter(question -> !question.answerable()).toList());
    var changed = new TreeSet<String>();
    troubles.forEach(trouble -> changed.add(trouble.subject()));
    changed.remove("");
    if (!changed.isEmpty()) {
      String files = String.join(", ", changed);
      boolean isOne = !files.contains(", ");
      lines.add(
          DeskPhrases.get(
              isOne ? "trouble.questions.changed.one" : "trouble.questions.changed", files));
    }
    return lines.toString();
  }

  private List<Checked> found(List<Trouble> troubles) {
    Set<String> keys = troubles.stream().map(Trouble::key).collect(Collectors.toSet());
    return asked.values().stream().filter(question -> keys.contains(question.key())).toList();
  }

  private static void add(StringJoiner lines, String key, List<Checked> questions) {
    if (questions.isEmpty()) {
      return;
    }
    String texts =
        questions.stream()
            .limit(MOST)
            .map(
                question ->
                    DeskPhrases.get("trouble.questions.text", Excerpt.of(question.question())))
            .collect(Collectors.joining(", "));
    String more =
        questions.size() > MOST
            ? " " + DeskPhrases.get("trouble.questions.more", questions.size() - MOST)
            : "";
    lines.add(DeskPhrases.counted(key, questions.size()) + ": " + texts + more + ".");
  }

  @Override
  public @Nullable String mended(List<Trouble> troubles) {
    // A question that was taken out of the files has no answer, and needs none.
    List<Checked> well = found(troubles).stream().filter(Checked::passed).toList();
    var lines = new StringJoiner("\n\n");
    add(lines, "trouble.questions.mended", well);
    return well.isEmpty() ? null : lines.toString();
  }
}
