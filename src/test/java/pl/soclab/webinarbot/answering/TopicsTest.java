package pl.soclab.webinarbot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.soclab.webinarbot.language.Word;

class TopicsTest {
  private static final int FEWEST_PHRASINGS = 25;

  private final Topics topics = Topics.load();

  private List<Topic> all() {
    return StreamSupport.stream(topics.all().spliterator(), false).toList();
  }

  @Test
  void everyTopicHasManyPolishPhrasings() {
    assertThat(all())
        .allSatisfy(
            topic ->
                assertThat(topics.phrasings(topic, Language.POLISH))
                    .as(topic.id())
                    .hasSizeGreaterThanOrEqualTo(FEWEST_PHRASINGS));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noPhrasingStandsForTwoTopics(Language language) {
    var owners = new HashMap<String, String>();
    var shared = new ArrayList<String>();

    for (Topic topic : all()) {
      for (String phrasing : topics.phrasings(topic, language)) {
        String words =
            Word.of(phrasing).stream().map(Word::folded).collect(Collectors.joining(" "));
        String owner = owners.putIfAbsent(words, topic.id());
        if (owner != null && !owner.equals(topic.id())) {
          shared.add(phrasing + ": " + owner + ", " + topic.id());
        }
      }
    }

    assertThat(shared).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTopicAboutAnEventCanBeRefusedInWords(Language language) {
    Wording wording = Wording.in(language);

    assertThat(all().stream().filter(Topic::isAboutEvent).map(Topic::id))
        .filteredOn(id -> !List.of("event_card", "events", "reminder", "calendar").contains(id))
        .allSatisfy(id -> assertThat(wording.find("unknown." + id)).as(id).isNotNull());
  }

  @Test
  void everyTopicOfferedNextExists() {
    assertThat(all())
        .allSatisfy(topic -> assertThat(topic.next()).allMatch(id -> topics.find(id) != null));
  }
}
