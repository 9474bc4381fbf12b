package pl.soclab.webinarbot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.knowledge.SourceLine;

/** An index that followed changes finds what a new one finds, in the same order. */
class KnowledgeIndexTest {
  private static final long SEED = 7;
  private static final int FILES = 60;
  private static final List<String> WORDS =
      List.of(
          "parking",
          "ratusz",
          "biblioteka",
          "wniosek",
          "piec",
          "ulica",
          "ogród",
          "koncert",
          "warsztaty",
          "rower",
          "szkoła",
          "senior",
          "budżet",
          "zapisy",
          "telefon",
          "dotacja");

  private final Random random = new Random(SEED);
  private final Map<String, List<Passage>> files = new TreeMap<>();

  private String word() {
    return WORDS.get((int) (Math.pow(random.nextDouble(), 2) * WORDS.size()));
  }

  private void writeFile() {
    String name = "teksty/" + random.nextInt(FILES) + ".md";
    if (random.nextInt(5) == 0) {
      files.remove(name);
      return;
    }
    var passages = new ArrayList<Passage>();
    int count = 1 + random.nextInt(60);
    for (int i = 0; i < count; i++) {
      String text = word() + " " + word() + ". " + word() + " " + word() + " " + word() + ".";
      List<String> headings = random.nextInt(3) == 0 ? List.of(word()) : List.of();
      passages.add(new Passage(text, headings, new SourceLine(name, i + 1), null, false));
    }
    files.put(name, passages);
  }

  private Knowledge knowledge() {
    List<Passage> passages = files.values().stream().flatMap(List::stream).toList();
    return new Knowledge(List.of(), passages, List.of(), List.of(), List.of());
  }

  private static List<Hit> hits(KnowledgeIndex index) {
    var hits = new ArrayList<Hit>();
    for (int i = 0; i + 1 < WORDS.size(); i++) {
      var sought =
          List.of(SoughtWord.of(List.of(WORDS.get(i))), SoughtWord.of(List.of(WORDS.get(i + 1))));
      hits.addAll(index.search(sought, 20));
    }
    return hits;
  }

  @Test
  void followedChangesFindWhatANewIndexFinds() {
    var index = KnowledgeIndex.of(knowledge());
    for (int round = 0; round < 30; round++) {
      writeFile();
      Knowledge knowledge = knowledge();
      index = index.next(knowledge);
      index = round % 7 == 6 ? index.tidied() : index;
      var fresh = KnowledgeIndex.of(knowledge);

      assertThat(hits(index)).as("round %d, seed %d", round, SEED).isEqualTo(hits(fresh));
      for (String word : WORDS) {
        assertThat(index.rarity(word)).isEqualTo(fresh.rarity(word));
        assertThat(index.has(List.of(word))).isEqualTo(fresh.has(List.of(word)));
      }
    }
  }

  @Test
  void tidyingKeepsWhatIsFound() {
    for (int i = 0; i < 200; i++) {
      writeFile();
    }
    var worn =
        KnowledgeIndex.of(new Knowledge(List.of(), List.of(), List.of(), List.of(), List.of()));
    worn = worn.next(knowledge());

    KnowledgeIndex tidy = worn.tidied();

    assertThat(tidy).isNotSameAs(worn);
    assertThat(hits(tidy)).isEqualTo(hits(worn));
  }

  @Test
  void unchangedSnapshotKeepsTheIndex() {
    writeFile();
    var index = KnowledgeIndex.of(knowledge());

    assertThat(index.next(knowledge())).isSameAs(index);
  }
}
