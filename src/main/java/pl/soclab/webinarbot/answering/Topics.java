package pl.soclab.webinarbot.answering;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import pl.soclab.webinarbot.knowledge.FactKind;

/** All topics and the phrasings that show what each looks like when people type it. */
final class Topics {
  private final Map<String, Topic> byId;

  private Topics(Map<String, Topic> byId) {
    this.byId = byId;
  }

  static Topics load() {
    Map<String, Map<String, Object>> described = described("topics.yaml");
    var topics = new LinkedHashMap<String, Topic>();
    described.forEach((id, properties) -> topics.put(id, topic(id, properties)));
    return new Topics(topics);
  }

  /** What a resource of this room describes: properties by name, in order. */
  static Map<String, Map<String, Object>> described(String name) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(resource(name));
  }

  private static Topic topic(String id, Map<String, Object> properties) {
    return new Topic(
        id,
        strings(properties, "facts").stream().map(FactKind::valueOf).toList(),
        strings(properties, "also").stream().map(FactKind::valueOf).toList(),
        strings(properties, "evidence").stream().map(Evidence::parse).toList(),
        Boolean.TRUE.equals(properties.get("own")),
        Boolean.TRUE.equals(properties.get("textFirst")),
        Boolean.TRUE.equals(properties.get("number")),
        Boolean.TRUE.equals(properties.get("help")),
        Boolean.TRUE.equals(properties.get("yesNo")),
        Boolean.TRUE.equals(properties.get("people")),
        Set.copyOf(strings(properties, "names")),
        strings(properties, "next"),
        (String) properties.get("talk"),
        "out".equals(properties.get("scope")));
  }

  @SuppressWarnings("unchecked")
  static List<String> strings(Map<String, Object> properties, String key) {
    return (List<String>) properties.getOrDefault(key, List.of());
  }

  /** The topic with that id; null where there is none. */
  @Nullable Topic find(String id) {
    return byId.get(id);
  }

  /** The topic with that id. */
  Topic get(String id) {
    Topic topic = byId.get(id);
    if (topic == null) {
      throw new IllegalArgumentException("No such topic in topics.yaml: " + id);
    }
    return topic;
  }

  /** The topics with those ids. */
  List<Topic> all(List<String> ids) {
    return ids.stream().map(this::get).toList();
  }

  Iterable<Topic> all() {
    return byId.values();
  }

  /** The sample phrasings of a topic in one language; empty where none were written. */
  List<String> phrasings(Topic topic, Language language) {
    return lines("phrasings/" + language.code() + "/" + topic.id() + ".txt");
  }

  /** The lines of a resource of this room; empty where there is none. */
  static List<String> lines(String name) {
    @Nullable InputStream stream = Topics.class.getResourceAsStream(name);
    if (stream == null) {
      return List.of();
    }
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static InputStream resource(String name) {
    @Nullable InputStream stream = Topics.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("Not on the class path: " + name);
    }
    return stream;
  }
}
