package pl.soclab.webinarbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.language.Folding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds how much the reader understands of sixteen announcements by somebody who did not know it:
 * the figures in {@code announcements/expected.properties} fail on movement in either direction.
 */
class AnnouncementFactsTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/pl/soclab/webinarbot/knowledge/announcements");
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

  /** The keys that are called otherwise than the facts. */
  private static final Map<String, FactKind> OTHERWISE =
      Map.of("organizer", FactKind.ORGANISERS, "materials", FactKind.SLIDES);

  /** What was read of one thing in all announcements. */
  private static final class Score {
    private int right;
    private int all;
    private int wrong;

    void add(boolean isRight, boolean isSaid) {
      all++;
      right += isRight ? 1 : 0;
      wrong += !isRight && isSaid ? 1 : 0;
    }

    @Override
    public String toString() {
      return right + "/" + all + " | " + wrong;
    }
  }

  @Test
  void asMuchIsUnderstoodAsWasMeasured() throws IOException {
    var scores = new TreeMap<String, Score>();
    for (Path announcement : announcements()) {
      score(announcement, scores);
    }

    var figures = new TreeMap<String, String>();
    scores.forEach((thing, score) -> figures.put(thing, score.toString()));

    assertThat(figures).isEqualTo(expected());
  }

  private static List<Path> announcements() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Map<String, String> expected() throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve("expected.properties"))) {
      properties.load(reader);
    }
    var expected = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(key -> expected.put(key, properties.getProperty(key)));
    return expected;
  }

  private static void score(Path announcement, Map<String, Score> scores) throws IOException {
    JsonNode wanted =
        JsonMapper.shared().readTree(Files.readString(announcement.resolve("expected.json")));
    var text =
        new TextLines("a.txt", 1, Files.readAllLines(announcement.resolve("announcement.txt")));
    LocalDateTime now = LocalDateTime.parse(wanted.path("now").asString());
    AnnouncementReader.Reading read =
        AnnouncementReader.read(text, WARSAW, now.toLocalDate(), null);

    sessions(wanted.path("sessions"), read.sessions(), scores);
    add("title", wanted, read.title(), scores);
    for (String key : wanted.propertyNames()) {
      FactKind kind = kind(key);
      boolean stands = kind != FactKind.PLACE || read.sessions().size() < 2;
      if (kind != null && stands) {
        Fact fact = read.facts().get(kind);
        add(key, wanted, fact == null ? null : String.join(" | ", fact.values()), scores);
      }
    }
  }

  private static @Nullable FactKind kind(String key) {
    for (FactKind kind : FactKind.values()) {
      if (kind.name().equals(key.toUpperCase(Locale.ROOT))) {
        return kind;
      }
    }
    return OTHERWISE.get(key);
  }

  private static void sessions(JsonNode wanted, List<Session> read, Map<String, Score> scores) {
    Score times = scores.computeIfAbsent("session", ignored -> new Score());
    Score places = scores.computeIfAbsent("session.place", ignored -> new Score());
    for (JsonNode each : wanted) {
      Session session =
          read.stream()
              .filter(s -> (s.date() + "T" + s.startTime()).equals(each.path("start").asString()))
              .findFirst()
              .orElse(null);
      String end = each.path("end").isNull() ? null : each.path("end").asString();
      boolean isRight =
          session != null
              && (end == null
                  ? session.end() == null
                  : session.end() != null && session.end().toString().equals(end));
      times.add(isRight, session != null);
      if (wanted.size() > 1 && !each.path("place").isEmpty()) {
        String place = session == null ? null : session.place();
        places.add(holdsAll(place, each.path("place")), place != null);
      }
    }
    times.wrong += Math.max(0, read.size() - wanted.size());
  }

  private static void add(
      String key, JsonNode wanted, @Nullable String read, Map<String, Score> scores) {
    JsonNode held = wanted.path(key);
    if (held.isArray() && held.isEmpty()) {
      return;
    }
    boolean isRight = held.isArray() ? holdsAll(read, held) : read == null;
    boolean isMisled = read != null && holdsOne(read, wanted.path("not").path(key));
    scores.computeIfAbsent(key, ignored -> new Score()).add(isRight && !isMisled, read != null);
  }

  private static boolean holdsAll(@Nullable String read, JsonNode fragments) {
    return read != null && fragments(fragments).stream().allMatch(folded(read)::contains);
  }

  private static boolean holdsOne(String read, JsonNode fragments) {
    return fragments(fragments).stream().anyMatch(folded(read)::contains);
  }

  private static List<String> fragments(JsonNode node) {
    var fragments = new ArrayList<String>();
    if (node.isString()) {
      fragments.add(folded(node.asString()));
    }
    node.forEach(each -> fragments.add(folded(each.asString())));
    return fragments;
  }

  private static String folded(String text) {
    return Folding.fold(text).replace('–', '-').replace('—', '-').replaceAll("\\s+", " ");
  }
}
