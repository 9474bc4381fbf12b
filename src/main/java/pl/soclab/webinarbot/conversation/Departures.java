package pl.soclab.webinarbot.conversation;

import java.util.List;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.ToldFacts;
import pl.soclab.webinarbot.questions.Watches;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.Subscriptions;

/**
 * What becomes of what is kept of a chat when it blocks the bot or goes on under another number.
 */
record Departures(
    Subscriptions subscriptions,
    Broadcasts broadcasts,
    Handing handing,
    ToldFacts told,
    Watches watches,
    ThreadMemory threads) {
  List<OutgoingMessage> left(Turn turn) {
    threads.forget(turn.chat());
    told.forget(turn.chat());
    handing.left(turn.chat());
    watches.stop(turn.chat());
    subscriptions.pause(turn.chat(), turn.now());
    return List.of();
  }

  List<OutgoingMessage> moved(Turn turn, ChatId to) {
    threads.forget(turn.chat());
    told.moved(turn.chat(), to);
    handing.moved(turn.chat(), to);
    watches.moved(turn.chat(), to);
    subscriptions.moved(turn.chat(), to);
    broadcasts.moved(turn.chat(), to);
    // Telegram may tell that the bot left the old group before it tells where the group went.
    subscriptions.resume(to, turn.now());
    return List.of();
  }
}
