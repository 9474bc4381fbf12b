package pl.soclab.webinarbot.answering;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.retrieval.Spelling;

/**
 * What organisers may call a topic: its id or its Polish label, whatever the case, the diacritics
 * and the signs between words.
 */
final class TopicNames {
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int MOST_NEAR = 3;

  private final Map<String, Topic> topics = new LinkedHashMap<>();
  private final Map<String, String> written = new LinkedHashMap<>();

  TopicNames(Topics topics, Wording polish) {
    for (Topic topic : topics.all()) {
      String label = polish.find("label." + topic.id());
      if (label != null) {
        add(label.toLowerCase(Locale.ROOT), topic);
      }
      add(topic.id(), topic);
    }
  }

  private void add(String name, Topic topic) {
    topics.putIfAbsent(squeezed(name), topic);
    written.putIfAbsent(squeezed(name), name);
  }

  private static String squeezed(String name) {
    return NO_LETTER.matcher(Folding.fold(name)).replaceAll("");
  }

  /** The topic of that name; null where there is none. */
  @Nullable Topic find(String name) {
    return topics.get(squeezed(name));
  }

  /** The names most like one that does not exist, the nearest first, one for a topic. */
  List<String> nearest(String name) {
    String wanted = squeezed(name);
    var best = new LinkedHashMap<Topic, String>();
    topics.keySet().stream()
        .sorted(Comparator.comparingDouble(known -> -Spelling.likeness(wanted, known)))
        .forEach(known -> best.putIfAbsent(topics.get(known), written.get(known)));
    return best.values().stream().limit(MOST_NEAR).toList();
  }
}
