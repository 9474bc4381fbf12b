package pl.soclab.webinarbot.answering;

import java.util.Set;
import pl.soclab.webinarbot.retrieval.Hit;

/**
 * What stands under an official notice because the law wants it there: who keeps personal data, and
 * which acts a notice rests on. It holds every word that residents ask with, and answers nothing
 * but questions on itself.
 */
final class SmallPrint {
  private static final Set<String> TOPICS = Set.of("personal_data", "privacy");

  private SmallPrint() {}

  /** Whether a topic is about it. */
  static boolean isOf(Topic topic) {
    return TOPICS.contains(topic.id());
  }

  /** Whether a sentence is of it. */
  static boolean isIn(Hit hit) {
    Set<String> lemmas = hit.lemmas();
    boolean isOnData =
        lemmas.contains("rodo")
            || lemmas.contains("dane")
                && (lemmas.contains("osobowy")
                    || lemmas.contains("administrator")
                    || lemmas.contains("przetwarzac")
                    || lemmas.contains("inspektor"));
    boolean isOnLaw =
        lemmas.contains("ustawa") && (lemmas.contains("podstawa") || lemmas.contains("artykul"));
    return isOnData || isOnLaw;
  }
}
