package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pl.soclab.webinarbot.conversation.FactSheet;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.ToldFacts;
import pl.soclab.webinarbot.reminders.Subscription;
import pl.soclab.webinarbot.reminders.Subscriptions;

/**
 * Who knows a fact as it was, and would not hear of the new one without being told.
 *
 * @param subscriptions who is told changes of the times in any case
 */
public record CorrectionReach(ToldFacts told, Subscriptions subscriptions) {
  /**
   * The chats, by number.
   *
   * @param former the facts that changed, as they were
   * @param event as it is now
   * @param changedAt whoever was told later knows the new ones
   */
  List<ChatId> of(FactSheet former, Event event, Instant changedAt, Instant now) {
    Set<FactKind> has = new TreeSet<>(former.kinds());
    has.addAll(FactSheet.of(event).kinds());
    var chats = new TreeSet<ChatId>(Comparator.comparingLong(ChatId::value));
    for (String key : former.values().keySet()) {
      Set<String> topics = FactSheet.topicsTelling(key, has);
      told.toldLast(event.id(), topics, now.minus(ToldFacts.KEPT), changedAt).stream()
          .filter(chat -> !key.equals(FactSheet.TIMES) || !isToldChanges(chat, event))
          .forEach(chats::add);
    }
    return List.copyOf(chats);
  }

  private boolean isToldChanges(ChatId chat, Event event) {
    Subscription subscription = subscriptions.find(chat, event.id());
    return subscription != null && !subscription.paused();
  }
}
