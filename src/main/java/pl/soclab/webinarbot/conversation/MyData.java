package pl.soclab.webinarbot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pl.soclab.webinarbot.messaging.ChatRecord;
import pl.soclab.webinarbot.messaging.ChatRecords;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;

/**
 * Shows a resident all that is kept about the chat, and erases it when asked twice. Only in private
 * chats: in a group anybody could read what one member asked, or erase what others chose.
 */
record MyData(ChatRecords records, ThreadMemory threads) {
  /** The reply to {@code /moje_dane}. */
  List<OutgoingMessage> show(Turn turn, Phrases phrases) {
    if (!turn.isPrivate()) {
      return turn.say(phrases.get("my_data.private"), List.of());
    }
    var all = new ArrayList<ChatRecord>(records.of(turn.chat()));
    all.addAll(threads.recordsOf(turn.chat()));
    return List.of(
        turn.send(
            RichText.plain(phrases.get("my_data.caption")),
            List.of(),
            MyDataFile.of(turn.chat(), all, turn.now())));
  }

  /** The reply to {@code /usun_dane}: what it means, and two buttons. */
  List<OutgoingMessage> ask(Turn turn, Phrases phrases) {
    return turn.isPrivate()
        ? turn.say(phrases.get("delete.ask"), new Keyboard().deleting(phrases).rows())
        : turn.say(phrases.get("my_data.private"), List.of());
  }

  /** A press of one of the two. A turn that broke off comes again and reads the same. */
  List<OutgoingMessage> press(Turn turn, Command.DeletePress press) {
    Phrases phrases = Phrases.in(press.language());
    if (!turn.isPrivate()) {
      return turn.say(phrases.get("my_data.private"), List.of());
    }
    if (!press.delete()) {
      return turn.say(phrases.get("delete.left"), List.of());
    }
    records.erase(turn.chat());
    threads.forget(turn.chat());
    boolean hasTask = records.of(turn.chat()).stream().anyMatch(MyData::isOfATask);
    return turn.say(
        phrases.get("delete.done") + (hasTask ? "\n\n" + phrases.get("delete.organiser") : ""),
        List.of());
  }

  /** What an organiser did as one; the message that is being answered is nobody's task. */
  private static boolean isOfATask(ChatRecord left) {
    return Stream.of("inbox", "pairing_try").noneMatch(left.kind()::equals);
  }
}
