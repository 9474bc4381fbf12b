package pl.soclab.webinarbot;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.ChatRecord;
import pl.soclab.webinarbot.messaging.ChatRecords;

/** What all rooms keep about a chat, in one database: erased in one transaction, or not at all. */
final class AllRecords implements ChatRecords {
  private final List<ChatRecords> rooms;
  private final TransactionTemplate transactions;

  AllRecords(List<ChatRecords> rooms, DataSource database) {
    this.rooms = List.copyOf(rooms);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Override
  public List<ChatRecord> of(ChatId chat) {
    return rooms.stream().flatMap(room -> room.of(chat).stream()).toList();
  }

  @Override
  public void erase(ChatId chat) {
    transactions.executeWithoutResult(status -> rooms.forEach(room -> room.erase(chat)));
  }
}
